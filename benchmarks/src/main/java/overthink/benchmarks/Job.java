package overthink.benchmarks;

/**
 * What both sides are to do: so many trials on each problem, at the budgets 1, 2, 4, … up to {@code budget} generations.
 *
 * @param seed of the problems, which NumPy draws, and of everything else
 * @param problems how many
 * @param trials on each problem
 * @param budget the greatest, a power of two
 */
record Job(int seed, int problems, int trials, int budget) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a number is below 1 or the budget is no power of two
     */
    Job {
        if (seed < 1 || problems < 1 || trials < 1) {
            throw new IllegalArgumentException("seed, problems and trials must be at least 1, not %d, %d and %d"
                    .formatted(seed, problems, trials));
        }
        if (budget < 1 || Integer.bitCount(budget) != 1) {
            throw new IllegalArgumentException("the greatest budget must be a power of two, not %d. Maybe %d."
                    .formatted(budget, Integer.highestOneBit(Math.max(1, budget))));
        }
    }

    /** The budgets. */
    long[] budgets() {
        long[] values = new long[Integer.numberOfTrailingZeros(budget) + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1L << i;
        }
        return values;
    }

    /** This job with {@code factor} times the trials. */
    Job times(int factor) {
        return new Job(seed, problems, Math.multiplyExact(trials, factor), budget);
    }
}
