package overthink.scenarios.document;

import java.util.regex.Pattern;

/**
 * One mistake in a scenario.
 *
 * @param file the file as the user named it, or the option that a value came with
 * @param line from 1; 0 when the mistake is in no line
 * @param column from 1; 0 when the mistake is in no column
 * @param path the keys that lead to it, as {@code world.policy.steps}; empty for the file as a whole
 * @param value what is written there; empty when the rule names it
 * @param rule the rule that it breaks
 * @param hint what was probably meant; empty when nothing is near
 */
public record Diagnostic(String file, int line, int column, String path, String value, String rule, String hint) {

    /** Characters that would move the cursor, or the text around them. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\x{2028}\\x{2029}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]+");

    /** {@code FILE:LINE: PATH: RULE, not VALUE. Maybe: HINT}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (!path.isEmpty()) {
            text.append(": ").append(path);
        }
        text.append(": ").append(rule);
        if (!value.isEmpty()) {
            text.append(", not ").append(value);
        }
        if (!hint.isEmpty()) {
            text.append(". Maybe: ").append(hint);
        }
        return printable(text);
    }

    /** A text without what would move the cursor, or the text around it. */
    public static String printable(CharSequence text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
    }
}
