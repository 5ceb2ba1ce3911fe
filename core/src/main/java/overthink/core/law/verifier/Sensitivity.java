package overthink.core.law.verifier;

import overthink.core.api.RealRange;
import overthink.core.random.NormalQuantile;

/**
 * How far a verifier tells good from bad: d, the mean latent of good ones less that of bad ones in standard deviations of
 * the noise. It may follow the difficulty of the problem ({@link Trend}), and may differ between problems of one difficulty
 * ({@link Spread}). Below 0 the verifier is below chance: bad ones have the greater latents.
 *
 * @param trend d by difficulty
 * @param spread how d differs from it, from problem to problem
 */
public record Sensitivity(Trend trend, Spread spread) {

    /** All problems of one difficulty have the same d. */
    public static final Spread NO_SPREAD = new Spread.Normal(0);

    /** What d may be: at 100 no Gaussian noise that is drawn makes a bad one look better than a good one. */
    public static final RealRange D = RealRange.within(100);

    /** What an area may be; its d is within ±8.5. */
    public static final RealRange AUC = new RealRange(1e-9, 1 - 1e-9);

    /** Linear in p: d(p) = hard + (easy − hard)·p, without spread. */
    public Sensitivity(double hard, double easy) {
        this(new Trend.Linear(hard, easy), NO_SPREAD);
    }

    /** The same d for all problems. */
    public static Sensitivity of(double d) {
        return new Sensitivity(d, d);
    }

    /**
     * The d whose area under the ROC curve is {@code auc} under Gaussian noise that is each candidate's own: √2·Φ⁻¹(auc), below
     * 0 for an area below ½.
     *
     * @param auc in [1e-9, 1 − 1e-9]
     * @throws IllegalArgumentException when it is outside its range
     */
    public static double fromAuc(double auc) {
        AUC.check("auc", auc);
        return StrictMath.sqrt(2) * NormalQuantile.of(auc);
    }

    /** The same trend with another spread. */
    public Sensitivity with(Spread other) {
        return new Sensitivity(trend, other);
    }

    /** Whether d is the same for all problems. */
    public boolean constant() {
        return spread.none() && trend.constant();
    }

    /** d at p = 0, spread apart. */
    public double hard() {
        return trend.at(0);
    }

    /** d at p = 1, spread apart. */
    public double easy() {
        return trend.at(1);
    }

    /** d for a problem on which one candidate is correct with probability {@code p}, spread apart. */
    public double at(double p) {
        return trend.at(p);
    }

    /**
     * d for a problem, kept within {@link #D}.
     *
     * @param p probability that one candidate is correct
     * @param z where the problem stands among those of its difficulty: a standard normal number
     */
    public double at(double p, double z) {
        return spread.none() ? trend.at(p) : clipped(spread.around(trend.at(p), z));
    }

    private static double clipped(double d) {
        return Math.max(D.least(), Math.min(D.most(), d));
    }

    /** d as a function of difficulty. */
    public sealed interface Trend {

        /** d where one candidate is correct with probability {@code p}. */
        double at(double p);

        /** Whether it is the same for all p. */
        boolean constant();

        /** Whether d is below 0 on some problem of a benchmark: p from 1 % to 99 %, or wherever it has a value. */
        boolean belowChance();

        /**
         * d(p) = hard + (easy − hard)·p.
         *
         * @param hard d at p = 0, in [−100, 100]
         * @param easy d at p = 1, in [−100, 100]
         */
        record Linear(double hard, double easy) implements Trend {

            /**
             * Checks the ranges.
             *
             * @throws IllegalArgumentException when either is outside its range
             */
            public Linear {
                D.check("d", hard);
                D.check("d", easy);
            }

            @Override
            public double at(double p) {
                return hard == easy ? hard : hard + (easy - hard) * p;
            }

            @Override
            public boolean constant() {
                return hard == easy;
            }

            @Override
            public boolean belowChance() {
                return hard < 0 || easy < 0;
            }
        }

        /**
         * d(p) = even + perLogit·ln(p/(1 − p)), p kept within [1e-9, 1 − 1e-9] and d within {@link #D}.
         *
         * @param even d at p = ½, in [−100, 100]
         * @param perLogit by how much d rises when the odds of p rise by a factor e, in [−10, 10]
         */
        record Logit(double even, double perLogit) implements Trend {

            /** What the slope may be: over the log-odds that occur, within ±20.8, it makes d anything. */
            public static final RealRange PER_LOGIT = RealRange.within(10);

            private static final double LEAST_P = 1e-9;
            private static final double RARE = 0.01;

            /**
             * Checks the ranges.
             *
             * @throws IllegalArgumentException when either is outside its range
             */
            public Logit {
                D.check("d", even);
                PER_LOGIT.check("per-logit", perLogit);
            }

            @Override
            public double at(double p) {
                double kept = Math.max(LEAST_P, Math.min(1 - LEAST_P, p));
                return clipped(even + perLogit * (StrictMath.log(kept) - StrictMath.log1p(-kept)));
            }

            @Override
            public boolean constant() {
                return perLogit == 0;
            }

            @Override
            public boolean belowChance() {
                return at(RARE) < 0 || at(1 - RARE) < 0;
            }
        }
    }

    /** How d differs between problems of one difficulty: drawn once for each problem. */
    public sealed interface Spread {

        /** What a spread may be; at 10 hardly two problems have a d alike. */
        RealRange DEVIATION = new RealRange(0, 10);

        /** Whether it is none. */
        default boolean none() {
            return deviation() == 0;
        }

        /** The standard deviation of d, or of its logarithm. */
        double deviation();

        /**
         * d of a problem.
         *
         * @param d of its difficulty
         * @param z a standard normal number
         */
        double around(double d, double z);

        /**
         * d + deviation·z: on some problems the verifier may be below chance.
         *
         * @param deviation in [0, 10]
         */
        record Normal(double deviation) implements Spread {

            /**
             * Checks the range.
             *
             * @throws IllegalArgumentException when it is outside its range
             */
            public Normal {
                DEVIATION.check("spread", deviation);
            }

            @Override
            public double around(double d, double z) {
                return d + deviation * z;
            }
        }

        /**
         * d·e<sup>deviation·z</sup>: of one sign, and d is the median.
         *
         * @param deviation in [0, 10]
         */
        record LogNormal(double deviation) implements Spread {

            /**
             * Checks the range.
             *
             * @throws IllegalArgumentException when it is outside its range
             */
            public LogNormal {
                DEVIATION.check("spread", deviation);
            }

            @Override
            public double around(double d, double z) {
                return d * StrictMath.exp(deviation * z);
            }
        }
    }
}
