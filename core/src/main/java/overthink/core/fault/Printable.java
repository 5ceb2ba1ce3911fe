package overthink.core.fault;

import org.jspecify.annotations.Nullable;

/** Text from outside as one line that can be shown: nothing in it moves a cursor, turns the writing or fills the screen. */
public final class Printable {

    /** How much of a message is shown. */
    public static final int MESSAGE = 300;

    private Printable() {}

    /** {@link #line(String, int)} of {@value #MESSAGE} characters. */
    public static String line(@Nullable String text) {
        return line(text, MESSAGE);
    }

    /**
     * The text with control and format characters spelled as in Java ({@code \n}, <code>&#92;u001b</code>), cut where it is
     * longer than {@code most} characters.
     */
    public static String line(@Nullable String text, int most) {
        return shown(text, most, false);
    }

    /** {@link #line(String, int)} that keeps line ends and tabs. */
    public static String page(@Nullable String text, int most) {
        return shown(text, most, true);
    }

    private static String shown(@Nullable String text, int most, boolean lines) {
        if (text == null) {
            return "null";
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            if (i >= most) {
                return "%s… (%d characters)".formatted(line, text.length());
            }
            int point = text.codePointAt(i);
            if (lines && (point == '\n' || point == '\t')) {
                line.append((char) point);
            } else if (isShown(point)) {
                line.appendCodePoint(point);
            } else {
                escape(line, point);
            }
            i += Character.charCount(point);
        }
        return line.toString();
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static void escape(StringBuilder line, int point) {
        switch (point) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                for (char unit : Character.toChars(point)) {
                    line.append("\\u%04x".formatted((int) unit));
                }
            }
        }
    }
}
