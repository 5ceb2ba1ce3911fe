package overthink.scenarios.recording;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What cells say. */
final class CellText {

    private static final Set<String> RIGHT = Set.of("1", "1.0", "true", "c");
    /** Inspect writes I for incorrect, P for partly correct and N for no answer. */
    private static final Set<String> WRONG = Set.of("0", "0.0", "false", "i", "p", "n");

    private static final Set<String> NOTHING = Set.of("", "nan", "none", "null", "<na>", "n/a");
    private static final Set<String> CUT = Set.of(
            "length", "max_tokens", "token", "tokens", "message", "time", "truncated", "timed out", "timeout", "true");

    private CellText() {}

    /** Whether a cell has no value. */
    static boolean nothing(String cell) {
        return cell.length() <= 4 && NOTHING.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** Yes or no; null when a cell says neither. */
    static @Nullable Boolean verdict(String cell) {
        if (cell.equals("1")) {
            return true;
        }
        if (cell.equals("0")) {
            return false;
        }
        String text = cell.toLowerCase(Locale.ROOT);
        return RIGHT.contains(text) ? Boolean.TRUE : WRONG.contains(text) ? Boolean.FALSE : null;
    }

    /** Whether a generation that ended so was cut off. */
    static boolean cut(String cell) {
        return CUT.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** A finite number; NaN when a cell is none. */
    static double number(String cell, boolean decimalCommas) {
        String text = decimalCommas && cell.indexOf(',') >= 0 && cell.indexOf('.') < 0 ? cell.replace(',', '.') : cell;
        if (text.isEmpty() || !"+-.0123456789".contains(text.substring(0, 1))) {
            return Double.NaN;
        }
        char last = text.charAt(text.length() - 1);
        if (last != '.' && (last < '0' || last > '9')) {
            return Double.NaN; // Java takes 1f and 0x1p3 for numbers
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A whole number of at least 0; −1 when a cell is none. */
    static long whole(String cell) {
        int length = cell.length();
        if (length > 0 && length <= 10) {
            long value = 0;
            for (int i = 0; i < length; i++) {
                int digit = cell.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    return fraction(cell);
                }
                value = 10 * value + digit;
            }
            return value;
        }
        return fraction(cell);
    }

    /** A whole number that is written as 10.0 or 1e3. */
    private static long fraction(String cell) {
        double number = number(cell, false);
        return number >= 0 && number == Math.rint(number) && number < 1e15 ? (long) number : -1;
    }

    /** The numbers of a list: with spaces, commas or semicolons between them, in brackets or not; null when it is none. */
    static double @Nullable [] numbers(String cell, boolean decimalCommas) {
        String text = cell.strip();
        if (text.startsWith("[") && text.endsWith("]")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        if (text.isEmpty()) {
            return new double[0];
        }
        String[] parts = text.split(decimalCommas ? "[;\\s]+" : "[,;\\s]+", -1);
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = number(parts[i], decimalCommas);
            if (Double.isNaN(numbers[i])) {
                return null;
            }
        }
        return numbers;
    }
}
