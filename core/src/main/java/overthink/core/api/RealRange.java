package overthink.core.api;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * The real numbers that a parameter may be: those from one bound to another, both included. Whoever checks the number,
 * reads it from a file, explains it or writes its schema asks the one range, so that all of them say the same. There is
 * always a bound, because far enough out every formula ends in infinity or in rounding.
 *
 * @param least the lower bound
 * @param most the upper bound
 */
public record RealRange(double least, double most) {

    /** A probability, or a share. */
    public static final RealRange PROBABILITY = new RealRange(0, 1);

    private static final int FEWEST_ZEROS = -5;
    private static final int MOST_DIGITS = 15;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException when one is not finite, or the lower one is above the other
     */
    public RealRange {
        if (!(Double.isFinite(least) && Double.isFinite(most) && least <= most)) {
            throw new IllegalArgumentException(
                    "a range goes from one finite number to another, not from %s to %s".formatted(least, most));
        }
    }

    /** All numbers that are at most this far from 0. */
    public static RealRange within(double size) {
        return new RealRange(-size, size);
    }

    /** Whether the number is one of them. NaN is not. */
    public boolean contains(double value) {
        return value >= least && value <= most;
    }

    /** Whether the number is one of them, as it is written and before it is rounded. */
    public boolean contains(BigDecimal value) {
        return value.compareTo(BigDecimal.valueOf(least)) >= 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    /**
     * The number itself.
     *
     * @param name what it is called in the message
     * @throws IllegalArgumentException when it is none of them
     */
    public double check(String name, double value) {
        if (!contains(value)) {
            throw new IllegalArgumentException("%s must be %s, not %s".formatted(name, what(), text(value)));
        }
        return value;
    }

    /** What the number must be, as it follows "must be". */
    public String what() {
        return "a number between " + text(least) + " and " + text(most);
    }

    /** The number in its shortest spelling: without trailing zeros, and with an exponent where it is long without one. */
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal shortest =
                value == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(value).stripTrailingZeros();
        int magnitude = shortest.precision() - shortest.scale();
        return magnitude >= FEWEST_ZEROS && magnitude <= MOST_DIGITS
                ? shortest.toPlainString()
                : shortest.toString().toLowerCase(Locale.ROOT);
    }
}
