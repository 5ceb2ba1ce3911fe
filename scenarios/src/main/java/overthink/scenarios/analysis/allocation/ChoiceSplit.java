package overthink.scenarios.analysis.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import overthink.core.estimate.BinPlan;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.run.Simulator;

/** What the budget of one choice gives when it is split over the problems: among an experiment's budgets, the choice's, twice and four times it. */
public final class ChoiceSplit {

    private static final double[] TIMES = {1, 2, 4};

    private ChoiceSplit() {}

    /**
     * The splits of the choice's strategy, and those of all strategies where there are several, with the choice's budget on average.
     *
     * @param experiment whose strategies may be chosen for each problem beside the choice's
     * @param chosen the choice's strategy
     * @param budget the choice's, in the everyday unit of the experiment's resource
     */
    public static List<AllocationRow> of(
            AllocationQuestion question,
            Experiment experiment,
            ConfiguredStrategy chosen,
            double budget,
            Execution execution) {
        List<ConfiguredStrategy> strategies = new ArrayList<>(experiment.strategies());
        boolean listed = strategies.stream()
                .anyMatch(one -> one.name().equals(chosen.name()) && one.given().equals(chosen.given()));
        if (!listed) {
            strategies.add(chosen);
        }
        Experiment run = new Experiment(
                experiment.world(),
                budgets(experiment, budget),
                strategies,
                experiment.trials(),
                new BinPlan.None(),
                experiment.seed(),
                experiment.method());
        return AllocationAnalysis.of(question, run, Simulator.run(run, execution)).stream()
                .filter(row -> row.budget() == budget)
                .filter(row -> row.candidate().kind() == Candidate.Kind.ANY
                        || (row.candidate().strategy().equals(chosen.name())
                                && row.candidate().parameters().equals(chosen.given())))
                .toList();
    }

    private static Budgets budgets(Experiment experiment, double budget) {
        Budgets budgets = experiment.budgets();
        for (double times : TIMES) {
            TreeSet<Double> amounts = new TreeSet<>(budgets.values());
            amounts.add(times * budget);
            if (amounts.size() <= Budgets.MOST
                    && Budgets.range(budgets.resource()).contains(times * budget)) {
                Budgets more = new Budgets(budgets.resource(), List.copyOf(amounts), budgets.generations());
                budgets = more.refusal(experiment.world()).isEmpty() ? more : budgets;
            }
        }
        return budgets;
    }
}
