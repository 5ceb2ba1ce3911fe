package overthink.scenarios.text;

import java.math.BigDecimal;
import java.math.MathContext;
import tools.jackson.core.io.NumberOutput;

/** Numbers as machines read them: the same text on every Java. */
public final class Numbers {

    private Numbers() {}

    /**
     * The shortest decimal that reads back as exactly this finite number, such as {@code 0.0123}, {@code 64.0} or
     * {@code 4.9e14}. (What {@code Double.toString} gives is not the shortest before Java 19.)
     */
    public static String shortest(double finite) {
        return NumberOutput.toString(finite, true).replace('E', 'e');
    }

    /** So many significant digits of a finite number, without those that are 0 at the end; no power of ten. */
    public static String digits(double finite, int most) {
        return new BigDecimal(finite)
                .round(new MathContext(most))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A budget: without a fraction when it is whole. */
    public static String budget(double budget) {
        return budget == Math.rint(budget) && Math.abs(budget) < 0x1p63
                ? Long.toString((long) budget)
                : shortest(budget);
    }
}
