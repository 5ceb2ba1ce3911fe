package overthink.core.engine;

import java.util.ArrayList;
import java.util.List;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Limit;

/** Makes limits of what is known exactly. */
final class LimitMaker {

    /** What is missing to a limit must exceed this, the rounding of a mean of accuracies, to be told from nothing. */
    private static final double LEAST_MISSING = 1e-13;

    private final List<Bin> bins;
    private final Budgets budgets;

    LimitMaker(List<Bin> bins, Budgets budgets) {
        this.bins = bins;
        this.budgets = budgets;
    }

    /**
     * Where one strategy's curve ends, by bin.
     *
     * @param ceilings by problem
     * @param tail standings by problem under the two largest budgets, ascending; fewer when they are not known
     */
    List<Limit> limits(Contestant contestant, Route.Ceiling[] ceilings, Route.Standing[][] tail) {
        List<Limit> limits = new ArrayList<>();
        for (Bin bin : bins) {
            double accuracy = 0;
            double coverage = 0;
            for (int problem : bin.problems()) {
                accuracy += ceilings[problem].accuracy();
                coverage += ceilings[problem].coverage();
            }
            accuracy /= bin.size();
            limits.add(new Limit(
                    contestant.name(),
                    contestant.given(),
                    bin.name(),
                    accuracy,
                    coverage / bin.size(),
                    slope(accuracy, bin.problems(), tail)));
        }
        return limits;
    }

    private double slope(double limit, int[] problems, Route.Standing[][] tail) {
        if (tail[0].length < 2) {
            return Double.NaN;
        }
        int last = budgets.size() - 1;
        double at = 0;
        double before = 0;
        double error = 0;
        for (int problem : problems) {
            Route.Standing[] known = tail[problem];
            Route.Standing largest = known[known.length - 1];
            Route.Standing second = known[known.length - 2];
            at += largest.accuracy();
            before += second.accuracy();
            error += Math.max(largest.error(), second.error()) / problems.length;
        }
        double missing = limit - at / problems.length;
        double missingBefore = limit - before / problems.length;
        double least = LEAST_MISSING + 200 * error;
        boolean told = Math.abs(missing) > least && Math.abs(missingBefore) > least;
        boolean approaches = missing > 0 == missingBefore > 0 && Math.abs(missing) < Math.abs(missingBefore);
        if (!told || !approaches) {
            return Double.NaN;
        }
        return StrictMath.log(missingBefore / missing)
                / StrictMath.log(budgets.values().get(last) / budgets.values().get(last - 1));
    }
}
