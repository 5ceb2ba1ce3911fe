package overthink.scenarios.text;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text as a cell of a table that a spreadsheet may open: names come from scenarios and recordings of strangers, and a
 * spreadsheet takes what begins with {@code =}, {@code +}, {@code -} or {@code @} for a formula, which can fetch and run things.
 * Such a text, unless it is a number, gets an apostrophe before it.
 */
public final class SpreadsheetText {

    /** The wide ones are typed, and taken, in East Asia. */
    private static final String BEGIN = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?|[-+]?(Infinity|inf)");

    private SpreadsheetText() {}

    /** A text that is no formula. */
    public static String of(String text) {
        boolean formula = !text.isEmpty()
                && BEGIN.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }

    /** Texts of which none is a formula. */
    public static List<String> of(Collection<String> texts) {
        return texts.stream().map(SpreadsheetText::of).toList();
    }
}
