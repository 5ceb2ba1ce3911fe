package overthink.core.law.answer;

import overthink.core.api.RealRange;
import overthink.core.law.difficulty.Beta;

/**
 * How many of a problem's wrong candidates give no answer at all: a share μ of its own for each problem. Such a candidate costs
 * what others do, and no vote counts it.
 */
public sealed interface Silence {

    /** Every candidate gives an answer. */
    Silence NONE = new Share(0);

    /** Whether every candidate gives an answer. */
    boolean none();

    /**
     * μ of a problem.
     *
     * @param u where it stands among the problems, in (0, 1)
     */
    double quantile(double u);

    /** The mean of μ. */
    double mean();

    /**
     * The same on all problems.
     *
     * @param share in [0, 1]
     */
    record Share(double share) implements Silence {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code share} is outside [0, 1]
         */
        public Share {
            RealRange.PROBABILITY.check("no-answer", share);
        }

        @Override
        public boolean none() {
            return share == 0;
        }

        @Override
        public double quantile(double u) {
            return share;
        }

        @Override
        public double mean() {
            return share;
        }
    }

    /**
     * μ ~ Beta(α, β) over problems.
     *
     * @param law the law of μ
     */
    record OverProblems(Beta law) implements Silence {

        @Override
        public boolean none() {
            return false;
        }

        @Override
        public double quantile(double u) {
            return law.quantile(u);
        }

        @Override
        public double mean() {
            return law.mean();
        }
    }
}
