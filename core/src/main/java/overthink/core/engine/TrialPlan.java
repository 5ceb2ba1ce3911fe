package overthink.core.engine;

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
     * As many as it takes until the 95 % interval's half-width of every accuracy over these problems is at most
     * {@code halfWidth}; where a strategy passes once for each budget, as many for each as it takes there.
     *
     * @param halfWidth in [0.00001, 0.5]
     */
    record Precision(double halfWidth) implements TrialPlan {

        /** What the half-width may be; an accuracy's is never above 0.5. */
        public static final RealRange HALF_WIDTH = new RealRange(1e-5, 0.5);

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code halfWidth} is outside its range
         */
        public Precision {
            HALF_WIDTH.check("trials: precision", halfWidth);
        }
    }
}
