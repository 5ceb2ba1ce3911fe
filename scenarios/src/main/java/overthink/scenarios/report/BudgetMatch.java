package overthink.scenarios.report;

import java.util.List;
import overthink.scenarios.text.Amount;
import overthink.scenarios.text.Numbers;

/**
 * The budget at which a strategy is as accurate as a row of another. The interval has every budget at which the two accuracies
 * differ by no more than the root of the sum of the squares of their 95 % half-widths over these problems: as if they were
 * independent, which is wider than needed where the same trials make both. Between the budgets that were run, the difference goes
 * evenly with the logarithm of the budget, and so does what it may be.
 */
final class BudgetMatch {

    private final List<ReportRow> reference;

    /**
     * What matches others.
     *
     * @param reference the rows of one strategy, by ascending budget
     */
    BudgetMatch(List<ReportRow> reference) {
        this.reference = List.copyOf(reference);
    }

    /** The least budget that is as accurate; NaN where none is, or the smallest is more so. */
    double budget(ReportRow row) {
        return crossing(row, 0);
    }

    /** The lower end of the interval; NaN where the smallest budget is in it. */
    double least(ReportRow row) {
        return crossing(row, 1);
    }

    /** The upper end of the interval; NaN where the largest budget is in it. */
    double most(ReportRow row) {
        return crossing(row, -1);
    }

    /** What a table says of a row: its strategy and budget, how many times as much matches it, and the interval. */
    List<String> words(String strategy, ReportRow row) {
        boolean exact = row.exact() && reference.stream().allMatch(ReportRow::exact);
        return List.of(
                strategy,
                Amount.budget(row.budget()),
                times(row, 0),
                exact ? "" : times(row, 1),
                exact ? "" : times(row, -1));
    }

    /** An end, or what it is beyond. */
    private String times(ReportRow row, int sign) {
        double at = crossing(row, sign);
        if (!Double.isNaN(at)) {
            return number(at / row.budget());
        }
        return excess(0, row, sign) > 0
                ? "<" + number(reference.get(0).budget() / row.budget())
                : ">" + number(reference.get(reference.size() - 1).budget() / row.budget());
    }

    private static String number(double times) {
        return Numbers.digits(times, 3);
    }

    /** How far the reference's accuracy at its budget of a number, with {@code sign} times both half-widths, is above a row's. */
    private double excess(int at, ReportRow row, int sign) {
        ReportRow here = reference.get(at);
        return here.accuracy() - row.accuracy() + sign * StrictMath.hypot(here.half(), row.half());
    }

    private double crossing(ReportRow row, int sign) {
        for (int i = 0; i < reference.size(); i++) {
            double here = excess(i, row, sign);
            if (here == 0) {
                return reference.get(i).budget();
            }
            if (here > 0) {
                if (i == 0) {
                    return Double.NaN;
                }
                double before = excess(i - 1, row, sign);
                double share = before / (before - here);
                double from = StrictMath.log(reference.get(i - 1).budget());
                double to = StrictMath.log(reference.get(i).budget());
                return StrictMath.exp(from + share * (to - from));
            }
        }
        return Double.NaN;
    }
}
