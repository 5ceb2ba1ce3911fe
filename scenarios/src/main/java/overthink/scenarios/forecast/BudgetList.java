package overthink.scenarios.forecast;

import java.util.List;
import java.util.TreeSet;
import overthink.core.fit.forecast.Question;

/** Budgets as they are written on a command line: numbers and ranges, such as {@code 1,8,100..10000}. */
public final class BudgetList {

    private static final int[] DIGITS = {1, 2, 5};

    private BudgetList() {}

    /**
     * Reads them. A range stands for its ends and the numbers 1, 2, 5, 10, 20, 50, … between them.
     *
     * @throws IllegalArgumentException when one is not a number or out of range, or there are too many
     */
    public static List<Long> of(String text) {
        TreeSet<Long> budgets = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            int dots = part.indexOf("..");
            if (dots < 0) {
                budgets.add(number(part));
            } else {
                long from = number(part.substring(0, dots));
                long to = number(part.substring(dots + 2));
                if (from > to) {
                    throw new IllegalArgumentException(
                            "a range goes upwards, not '%s'. Maybe: %d..%d".formatted(part.strip(), to, from));
                }
                budgets.add(from);
                for (long decade = 1; decade <= to; decade *= 10) {
                    for (int digit : DIGITS) {
                        if (digit * decade >= from && digit * decade <= to) {
                            budgets.add(digit * decade);
                        }
                    }
                }
                budgets.add(to);
            }
        }
        if (budgets.size() > Question.MOST_BUDGETS) {
            throw new IllegalArgumentException("at most %d budgets, not %d. A range such as 1..1000 has few"
                    .formatted(Question.MOST_BUDGETS, budgets.size()));
        }
        return List.copyOf(budgets);
    }

    private static long number(String text) {
        String digits = text.strip();
        if (!digits.matches("[0-9]{1,15}")) {
            throw new IllegalArgumentException(
                    "must be whole numbers and ranges such as 1,8,100..10000, not '%s'".formatted(digits));
        }
        return Question.BUDGET.check("a budget", Long.parseLong(digits));
    }
}
