package overthink.core.engine;

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

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code perProblem} is below 1 or above {@value TrialPlan#LIMIT}
         */
        public Count {
            if (perProblem < 1 || perProblem > LIMIT) {
                throw new IllegalArgumentException(
                        "trials: count must be between 1 and %d, not %d".formatted(LIMIT, perProblem));
            }
        }
    }

    /**
     * As many as it takes until the 95 % interval's half-width of every accuracy over these problems is at most
     * {@code halfWidth}; where a strategy passes once for each budget, as many for each as it takes there.
     *
     * @param halfWidth in (0, 0.5)
     */
    record Precision(double halfWidth) implements TrialPlan {

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when {@code halfWidth} is below 0.00001 or not below 0.5
         */
        public Precision {
            if (!(halfWidth >= 1e-5 && halfWidth < 0.5)) {
                throw new IllegalArgumentException(
                        "trials: precision must be at least 0.00001 and below 0.5, not " + halfWidth);
            }
        }
    }
}
