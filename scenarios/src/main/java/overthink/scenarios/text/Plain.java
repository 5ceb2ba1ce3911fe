package overthink.scenarios.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers in sentences. */
public final class Plain {

    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final MathContext UP = new MathContext(2, RoundingMode.UP);

    /** Errors below this are not seen in six digits of a share. */
    public static final double NEGLIGIBLE = 1e-9;

    private Plain() {}

    /** At most six significant digits, without zeros at the end. */
    public static String of(double number) {
        if (!Double.isFinite(number)) {
            return "unknown";
        }
        if (number == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        int magnitude = rounded.precision() - rounded.scale();
        return magnitude > -5 && magnitude < 10
                ? rounded.toPlainString()
                : rounded.toString().toLowerCase(Locale.ROOT);
    }

    /** An error, rounded up at its second significant digit; nothing when it is one of arithmetic alone. */
    public static String error(double error) {
        if (Double.isNaN(error)) {
            return " ±unknown";
        }
        return error < NEGLIGIBLE
                ? ""
                : " ±" + of(new BigDecimal(error).round(Figure.NOISE).round(UP).doubleValue());
    }
}
