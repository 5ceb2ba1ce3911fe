package overthink.scenarios.analysis.question;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import overthink.core.estimate.Bin;
import overthink.core.estimate.BinPlan;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.run.Simulator;
import overthink.scenarios.expectation.Measure;
import overthink.scenarios.expectation.RowKey;

/** Of an experiment no more than what figures are taken from: their strategies under their budgets. */
public final class AskedExperiment {

    private AskedExperiment() {}

    /** The experiment with the strategies, budgets and bins of these figures alone; of no figures one strategy remains. */
    public static Experiment of(Experiment whole, Collection<AskedFigure> figures) {
        TreeSet<Double> amounts = new TreeSet<>();
        figures.stream()
                .filter(figure -> !figure.limit())
                .forEach(figure -> amounts.add(figure.row().budget()));
        Budgets listed = whole.budgets();
        if (amounts.isEmpty()) {
            amounts.add(listed.values().get(listed.size() - 1));
        }
        List<ConfiguredStrategy> strategies = whole.strategies().stream()
                .filter(strategy -> figures.stream().anyMatch(figure -> isOf(figure.row(), strategy)))
                .toList();
        boolean bins = figures.stream().anyMatch(figure -> !figure.row().bin().equals(Bin.ALL));
        boolean worth = figures.stream().anyMatch(figure -> figure.measure() == Measure.UTILITY);
        return new Experiment(
                whole.world(),
                new Budgets(listed.resource(), List.copyOf(amounts), listed.generations()),
                strategies.isEmpty() ? whole.strategies().subList(0, 1) : strategies,
                whole.trials(),
                bins ? whole.bins() : new BinPlan.None(),
                whole.seed(),
                whole.method(),
                worth ? whole.utility() : Optional.empty(),
                figures.stream()
                        .flatMap(figure -> figure.measure().observation().stream())
                        .collect(Collectors.toSet()));
    }

    private static boolean isOf(RowKey row, ConfiguredStrategy strategy) {
        return row.strategy().equals(strategy.name()) && row.parameters().equals(strategy.given());
    }

    /**
     * Why figures cannot be had: the world has fewer candidates than a budget asks for, or the method asked for does not apply;
     * empty when they can.
     */
    public static Optional<String> refusal(Experiment asked) {
        Optional<String> budgets = asked.budgets().refusal(asked.world());
        return budgets.isPresent()
                ? budgets
                : asked.strategies().stream()
                        .flatMap(strategy ->
                                Simulator.refusal(asked.world(), asked.budgets(), strategy, asked.method()).stream())
                        .findFirst();
    }
}
