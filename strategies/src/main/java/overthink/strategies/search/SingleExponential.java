package overthink.strategies.search;

/**
 * Exponentials and their sum in 32 bits, digit by digit as the arrays in which the records of REBASE were computed give
 * them (NumPy's): a rational approximation that misses the nearest number by a digit now and then, and a sum in eight
 * lanes.
 */
final class SingleExponential {

    private static final float LOG2_E = 1.44269504f;
    private static final float ROUNDER = 0x1.8p23f;
    private static final float LN2_HIGH = 6.93145752e-1f;
    private static final float LN2_LOW = 1.42860677e-6f;
    private static final float[] NUMERATOR = {
        5.082762527590693718096e-04f,
        6.757896990527504603057e-03f,
        5.114512081637298353406e-02f,
        2.473615434895520810817e-01f,
        7.257664613233124478488e-01f,
        9.999999999980870924916e-01f
    };
    private static final float[] DENOMINATOR = {2.159509375685829852307e-02f, -2.742335390411667452936e-01f, 1};

    /** Above which the exponential overflows. */
    static final double GREATEST = 88.7;

    private SingleExponential() {}

    /**
     * e<sup>x</sup>.
     *
     * @param x in [0, {@value #GREATEST}]
     */
    static float of(float x) {
        float power = x * LOG2_E + ROUNDER - ROUNDER;
        float rest = Math.fma(power, -LN2_LOW, Math.fma(power, -LN2_HIGH, x));
        return Math.scalb(polynomial(NUMERATOR, rest) / polynomial(DENOMINATOR, rest), (int) power);
    }

    private static float polynomial(float[] coefficients, float x) {
        float value = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            value = Math.fma(value, x, coefficients[i]);
        }
        return value;
    }

    /** The sum of 32-bit numbers, from index {@code from} to before {@code to}. */
    static float sum(float[] numbers, int from, int to) {
        int count = to - from;
        if (count > 128) {
            int half = count / 2;
            int middle = from + half - half % 8;
            return sum(numbers, from, middle) + sum(numbers, middle, to);
        }
        float sum = 0;
        int next = from;
        if (count >= 8) {
            int lanes = count / 8 * 8;
            sum = ((lane(numbers, from, lanes) + lane(numbers, from + 1, lanes))
                            + (lane(numbers, from + 2, lanes) + lane(numbers, from + 3, lanes)))
                    + ((lane(numbers, from + 4, lanes) + lane(numbers, from + 5, lanes))
                            + (lane(numbers, from + 6, lanes) + lane(numbers, from + 7, lanes)));
            next += lanes;
        }
        for (; next < to; next++) {
            sum += numbers[next];
        }
        return sum;
    }

    /** Every eighth number from {@code first} on, of {@code count}. */
    private static float lane(float[] numbers, int first, int count) {
        float sum = numbers[first];
        for (int i = 8; i < count; i += 8) {
            sum += numbers[first + i];
        }
        return sum;
    }
}
