package overthink.scenarios.results.table;

/** Text broken into lines between words. */
public final class Paragraph {

    private Paragraph() {}

    /**
     * A label and a text in lines of at most {@code width} characters where words allow it, each ended by a line feed.
     *
     * @param label begins the first line
     * @param indent of the further lines
     */
    public static String of(String label, String text, int indent, int width) {
        StringBuilder lines = new StringBuilder(label);
        int used = label.length();
        boolean empty = true;
        for (String word : text.strip().split("\\s+", -1)) {
            if (!empty && used + 1 + word.length() > width) {
                lines.append('\n').append(" ".repeat(indent));
                used = indent;
                empty = true;
            }
            lines.append(empty ? "" : " ").append(word);
            used += word.length() + (empty ? 0 : 1);
            empty = false;
        }
        return lines.append('\n').toString();
    }
}
