package overthink.core.law.cost;

import overthink.core.api.RealRange;
import overthink.core.api.WholeRange;
import overthink.core.random.NormalQuantile;

/** The law of a whole number: steps of a problem, tokens of a step, tokens of a prompt. */
public sealed interface CountLaw {

    /** The greatest number that a law may give. */
    int MOST = 10_000_000;

    /** What the numbers may be. */
    WholeRange NUMBERS = new WholeRange(0, MOST);

    /** The value at latent {@code u} in (0, 1); whole, at least {@link #min()} and at most {@link #max()}. */
    int quantile(double u);

    /** The least value. */
    int min();

    /** The greatest value. */
    int max();

    /** The expected value. */
    double mean();

    /** The variance. */
    double variance();

    /** Whether there is but one value. */
    default boolean constant() {
        return min() == max();
    }

    /**
     * Always the same.
     *
     * @param value at least 0 and at most {@value CountLaw#MOST}
     */
    record Constant(int value) implements CountLaw {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when outside its range
         */
        public Constant {
            NUMBERS.check("a count", value);
        }

        @Override
        public int quantile(double u) {
            return value;
        }

        @Override
        public int min() {
            return value;
        }

        @Override
        public int max() {
            return value;
        }

        @Override
        public double mean() {
            return value;
        }

        @Override
        public double variance() {
            return 0;
        }
    }

    /**
     * Every whole number from {@code min} to {@code max} alike.
     *
     * @param min at least 0
     * @param max at least {@code min} and at most {@value CountLaw#MOST}
     */
    record UniformCount(int min, int max) implements CountLaw {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException unless 0 ≤ min ≤ max ≤ {@value CountLaw#MOST}
         */
        public UniformCount {
            NUMBERS.check("uniform: min", min);
            NUMBERS.check("uniform: max", max);
            if (max < min) {
                throw new IllegalArgumentException(
                        "uniform: min must be at most max, not %d and %d".formatted(min, max));
            }
        }

        @Override
        public int quantile(double u) {
            return (int) Math.min(max, min + (long) (u * ((long) max - min + 1)));
        }

        @Override
        public double mean() {
            return 0.5 * ((double) min + max);
        }

        @Override
        public double variance() {
            double values = (double) max - min + 1;
            return (values * values - 1) / 12;
        }
    }

    /**
     * A log-normal rounded to the nearest whole number and kept within [1, ceiling].
     *
     * @param median of the unrounded law, at least 1 and at most the ceiling
     * @param sigma standard deviation of the logarithm, in [1e-6, 3]
     * @param ceiling the greatest value that is drawn, at most {@value #CEILING}
     */
    record LogNormalCount(double median, double sigma, int ceiling) implements CountLaw {

        /** What sigma may be; at 1e-6 nothing is left of it by rounding up to the ceiling. */
        public static final RealRange SIGMA = new RealRange(1e-6, 3);

        /** What the ceiling may be. */
        public static final WholeRange CEILINGS = new WholeRange(1, MOST);

        /** The ceiling unless stated, and the greatest there may be. */
        public static final int CEILING = MOST;

        /** A log-normal within [1, {@value #CEILING}]. */
        public LogNormalCount(double median, double sigma) {
            this(median, sigma, CEILING);
        }

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when one is outside its range
         */
        public LogNormalCount {
            CEILINGS.check("log-normal: max", ceiling);
            new RealRange(1, ceiling).check("log-normal: median", median);
            SIGMA.check("log-normal: sigma", sigma);
        }

        @Override
        public int quantile(double u) {
            double z = NormalQuantile.of(u);
            return (int) Math.max(1, Math.min(ceiling, Math.rint(median * StrictMath.exp(sigma * z))));
        }

        @Override
        public int min() {
            return 1;
        }

        @Override
        public int max() {
            return ceiling;
        }

        /** Of the law before rounding and ceiling: median·e<sup>σ²/2</sup>. */
        @Override
        public double mean() {
            return median * StrictMath.exp(0.5 * sigma * sigma);
        }

        /** Of the law before rounding and ceiling: mean²·(e<sup>σ²</sup> − 1). */
        @Override
        public double variance() {
            return mean() * mean() * StrictMath.expm1(sigma * sigma);
        }
    }
}
