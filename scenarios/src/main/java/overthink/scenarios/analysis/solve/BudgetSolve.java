package overthink.scenarios.analysis.solve;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import overthink.core.api.RealRange;
import overthink.core.api.Resource;
import overthink.core.estimate.Method;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.Experiment;
import overthink.core.run.Simulator;
import overthink.scenarios.analysis.question.WrittenFigure;

/** Prepares the search for a budget: nothing is run. */
public final class BudgetSolve {

    /** The largest budget that is searched unless another is stated, where all is exact. */
    private static final double LARGEST_EXACT = 1 << 20;

    private BudgetSolve() {}

    /**
     * What is sought: the budget of the figures that name none.
     *
     * @param experiment the scenario's
     * @param between where it is sought; empty for 1 to the largest listed, or to about a million where the numbers are exact
     * @param asking the comparison
     * @throws RefusedSearchException when every figure names its budget, or some budget cannot be run
     * @throws overthink.scenarios.analysis.question.QuestionException when the question names what there is not
     */
    public static Sought prepare(Experiment experiment, Optional<Interval> between, Asking asking) {
        List<WrittenFigure> figures = asking.question().figures();
        if (figures.stream().allMatch(figure -> figure.budget().isPresent())) {
            throw new RefusedSearchException(
                    "--for budget: every figure of '%s' names its budget. Leave out the '@…' of the one that is sought"
                            .formatted(asking.question().text()));
        }
        BudgetCurve curve = new BudgetCurve(experiment, asking);
        Budgets listed = experiment.budgets();
        boolean whole = listed.resource() != Resource.LATENCY && listed.resource() != Resource.USD;
        RealRange possible = Budgets.range(listed.resource());
        double largest = listed.values().get(listed.size() - 1);
        double least = whole ? 1 : listed.values().get(0);
        SearchRange range = between.isPresent()
                ? stated(between.get(), possible, whole, listed.resource())
                : own(least, Math.max(largest, farthest(curve, largest, whole)), whole);
        for (double end : new double[] {range.least(), range.most()}) {
            curve.obstacle(end).ifPresent(reason -> {
                throw new RefusedSearchException("budget %s: %s".formatted(RealRange.text(end), reason));
            });
        }
        return new Sought(
                Sought.BUDGET,
                range,
                curve,
                asking.question(),
                curve.comparison(range.least()),
                OptionalDouble.empty(),
                "");
    }

    private static SearchRange own(double least, double most, boolean whole) {
        if (!(least < most)) {
            throw new RefusedSearchException(
                    "--for budget: the scenario has one budget alone, %s. --between LOW HIGH says where to search"
                            .formatted(RealRange.text(most)));
        }
        return new SearchRange(least, most, whole);
    }

    private static SearchRange stated(Interval between, RealRange possible, boolean whole, Resource resource) {
        for (double end : new double[] {between.low(), between.high()}) {
            if (!possible.contains(end) || (whole && end != Math.rint(end))) {
                throw new RefusedSearchException("--between: a budget of %s must be %s, not %s"
                        .formatted(
                                resource.label(),
                                whole ? possible.what().replace("a number", "a whole number") : possible.what(),
                                RealRange.text(end)));
            }
        }
        return new SearchRange(between.low(), between.high(), whole);
    }

    /** The largest power of two up to which all numbers are exact; 0 where they are not at the largest budget listed. */
    private static double farthest(BudgetCurve curve, double largest, boolean whole) {
        if (!whole || !exact(curve, largest)) {
            return 0;
        }
        double most = largest;
        while (most < LARGEST_EXACT && exact(curve, 2 * most)) {
            most *= 2;
        }
        return most;
    }

    private static boolean exact(BudgetCurve curve, double budget) {
        if (curve.obstacle(budget).isPresent()) {
            return false;
        }
        Experiment asked = curve.asked(List.of(budget));
        return asked.strategies().stream()
                .allMatch(strategy -> Simulator.method(asked.world(), asked.budgets(), strategy, asked.method())
                        .filter(Method.EXACT::equals)
                        .isPresent());
    }
}
