package overthink.core.experiment;

import overthink.core.api.RealRange;
import overthink.core.api.WholeRange;

/** How many trials a strategy gets on each problem. */
public sealed interface TrialPlan {

    /** The most trials per problem. */
    int LIMIT = 100_000_000;

    /**
     * A fixed number.
     *
     * @param perProblem at least 1
     */
    record Count(int perProblem) implements TrialPlan {

        /** What the number may be. */
        public static final WholeRange PER_PROBLEM = new WholeRange(1, LIMIT);

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code perProblem} is below 1 or above {@value TrialPlan#LIMIT}
         */
        public Count {
            PER_PROBLEM.check("trials: count", perProblem);
        }
    }

    /**
     * As many as it takes until both sides of the 95 % interval of every accuracy over these problems are at most
     * {@code halfWidth}; where a strategy passes once for each budget, as many for each as it takes there. A pilot, whose trials
     * are not counted, says how many ({@link overthink.core.estimate.Pilot}).
     *
     * @param halfWidth in [0.00001, 0.5]
     * @param most trials per problem after which a run ends, precise or not
     */
    record Precision(double halfWidth, int most) implements TrialPlan {

        /** What the half-width may be; an accuracy's is never above 0.5. */
        public static final RealRange HALF_WIDTH = new RealRange(1e-5, 0.5);

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when a value is outside its range
         */
        public Precision {
            HALF_WIDTH.check("trials: precision", halfWidth);
            if (most < 2 || most > LIMIT) {
                throw new IllegalArgumentException(
                        "trials: most must be between 2 and %d, not %d".formatted(LIMIT, most));
            }
        }

        /** As many as it takes, up to {@value TrialPlan#LIMIT} per problem. */
        public Precision(double halfWidth) {
            this(halfWidth, LIMIT);
        }
    }
}
