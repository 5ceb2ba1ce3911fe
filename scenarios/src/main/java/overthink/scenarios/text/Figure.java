package overthink.scenarios.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number with the digits that its error supports, as people read it.
 *
 * @param value rounded at the place of the error's first significant digit
 * @param error rounded up at its first significant digit, or empty when nothing is to be printed
 */
public record Figure(String value, String error) {

    /** The digits of a number without error after the decimal point. */
    private static final int EXACT_PLACES = 2;

    private static final int MOST_PLACES = 6;

    /** Rounds away the last bits of an error, so that 0.30000000000000004 does not become 0.4. */
    static final MathContext NOISE = new MathContext(12, RoundingMode.HALF_EVEN);

    /**
     * A number and its error.
     *
     * <p>The error is rounded up at its first significant digit, so that the interval printed is never shorter than
     * the true one; the value ends at the same place. 73.1234 with 0.38 gives 73.1 ±0.4, with 0.96 it gives 73.1
     * ±1.0, with 12 it gives 70 ±20.
     *
     * @param error above 0
     */
    public static Figure of(double value, double error) {
        return of(value, error, MOST_PLACES);
    }

    /** A number and its error, with so many digits after the decimal point at most. */
    public static Figure of(double value, double error, int mostPlaces) {
        BigDecimal plain = new BigDecimal(error).round(NOISE);
        int places = Math.min(places(plain), mostPlaces);
        return new Figure(
                rounded(value, places), plain.setScale(places, RoundingMode.UP).toPlainString());
    }

    /**
     * A number and its error, of which two digits are kept where the first is 1: rounded up at that, the error might nearly
     * double. 73.1234 with 11.2 gives 73 ±12, with 1.04 it gives 73.1 ±1.1, with 3.8 it gives 73 ±4.
     *
     * @param error above 0
     */
    public static Figure finer(double value, double error) {
        BigDecimal plain = new BigDecimal(error).round(NOISE);
        boolean one = plain.unscaledValue().toString().startsWith("1");
        int places = Math.min(places(plain) + (one ? 1 : 0), MOST_PLACES);
        return new Figure(
                rounded(value, places), plain.setScale(places, RoundingMode.UP).toPlainString());
    }

    /** A number that has no error. */
    public static Figure exact(double value) {
        return exact(value, 0, EXACT_PLACES);
    }

    /** A number whose error is one of arithmetic, which is not printed, but no digit beyond its first is. */
    public static Figure exact(double value, double error) {
        return exact(value, error, EXACT_PLACES);
    }

    /** A number whose error is one of arithmetic, with so many digits after the decimal point at most. */
    public static Figure exact(double value, double error, int mostPlaces) {
        int places = error > 0 ? places(new BigDecimal(error).round(NOISE)) : mostPlaces;
        return new Figure(rounded(value, Math.min(places, mostPlaces)), "");
    }

    /** Where the first significant digit stands. */
    private static int places(BigDecimal error) {
        return error.scale() - error.precision() + 1;
    }

    private static String rounded(double value, int places) {
        return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
    }
}
