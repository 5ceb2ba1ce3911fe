package overthink.scenarios.chart;

/** How wide words are, about: in Helvetica, by whose widths those of other sans-serif letters go. */
final class TextWidth {

    private static final String NARROW = "iljtfI.,:;'|!()[]/ ";
    private static final String WIDE = "mwMW%@\u2014\u2026";

    private TextWidth() {}

    /** The width of words in letters of a size, in points. */
    static double of(String words, double size) {
        double sum = 0;
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            sum += NARROW.indexOf(letter) >= 0
                    ? .29
                    : WIDE.indexOf(letter) >= 0 ? .87 : Character.isUpperCase(letter) ? .68 : .555;
        }
        return sum * size;
    }

    /** Words that are cut, where they are wider than some points. */
    static String cut(String words, double size, double width) {
        if (of(words, size) <= width) {
            return words;
        }
        int end = words.length();
        while (end > 1 && of(words.substring(0, end) + "\u2026", size) > width) {
            end--;
        }
        return words.substring(0, end).strip() + "\u2026";
    }
}
