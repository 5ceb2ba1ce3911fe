package overthink.core.fit.forecast;

import java.util.List;
import overthink.core.api.WholeRange;
import overthink.core.fit.curve.Rule;
import overthink.core.fit.difficulty.TailExponent;

/**
 * What is asked of a recording.
 *
 * @param rules the strategies, and coverage, in the order of the answer
 * @param budgets numbers of candidates a problem, in {@link #BUDGET}, strictly ascending
 * @param exponent what is held likely of the law of hard problems
 * @param draws how many the forecasts are made of, in {@link #DRAWS}; {@link #DRAWS_UNLESS_STATED} for what each takes by itself
 * @param seed of all draws
 * @param price dollars per million tokens generated, at least 0; {@code NaN} when unknown
 */
public record Question(
        List<Rule> rules, List<Long> budgets, TailExponent exponent, int draws, long seed, double price) {

    /** What a budget may be. */
    public static final WholeRange BUDGET = new WholeRange(1, 1_000_000_000_000L);

    /** How many draws there may be. */
    public static final WholeRange DRAWS = new WholeRange(50, 100_000);

    /** As many draws as each forecast takes by itself. */
    public static final int DRAWS_UNLESS_STATED = 0;

    /** The most budgets. */
    public static final int MOST_BUDGETS = 100;

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException when there is no rule or budget, one is outside its range, or budgets do not ascend
     */
    public Question {
        rules = List.copyOf(rules);
        budgets = List.copyOf(budgets);
        if (rules.isEmpty() || rules.stream().distinct().count() < rules.size()) {
            throw new IllegalArgumentException("there must be at least one strategy, and none twice");
        }
        if (budgets.isEmpty() || budgets.size() > MOST_BUDGETS) {
            throw new IllegalArgumentException(
                    "there must be 1 to %d budgets, not %d".formatted(MOST_BUDGETS, budgets.size()));
        }
        long last = 0;
        for (long budget : budgets) {
            BUDGET.check("a budget", budget);
            if (budget <= last) {
                throw new IllegalArgumentException("budgets must ascend, not %d after %d".formatted(budget, last));
            }
            last = budget;
        }
        if (draws != DRAWS_UNLESS_STATED) {
            DRAWS.check("draws", draws);
        }
        if (price < 0) {
            throw new IllegalArgumentException("a price must be at least 0, not " + price);
        }
    }

    long[] budgetArray() {
        return budgets.stream().mapToLong(Long::longValue).toArray();
    }
}
