package overthink.core.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Binning;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.law.difficulty.LawPanels;
import overthink.core.law.difficulty.Panel;
import overthink.core.model.Population;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.LimitOutcome;
import overthink.core.route.Route;

/**
 * Follows an exact route over a law of problems: solves the nodes of the law's panels, halves the panels on which the sums of
 * shares and costs may be wrong by more than {@value #TOLERANCE} together, and again, up to {@value #MOST} nodes. What may then
 * be left of error is in the outcomes' errors.
 */
final class PopulationRun {

    /** What all panels together may contribute to the error of a share, or of a cost as a share of it. */
    static final double TOLERANCE = 1e-10;

    /**
     * Likewise to the error of a limit, which may jump from one p to the next: nodes close to a jump are those on which exact
     * values take longest.
     */
    static final double LIMIT_TOLERANCE = 1e-6;

    /**
     * With more nodes than these, which a jump has close to it, where exact values take longest, turning points are looked for
     * among the listed budgets alone.
     */
    static final int SEARCHABLE = 800;

    /** How many nodes there may be before the last halving. */
    static final int MOST = 4096;

    private final Experiment experiment;
    private final Population population;
    private final Route.Exact route;
    private final Execution execution;
    private final SolvingProgress progress;

    PopulationRun(
            Experiment experiment,
            Population population,
            Route.Exact route,
            Execution execution,
            SolvingProgress progress) {
        this.experiment = experiment;
        this.population = population;
        this.route = route;
        this.execution = execution;
        this.progress = progress;
    }

    /**
     * What is known at the nodes.
     *
     * @param stage the nodes as problems
     * @param solutions by node
     * @param halvings of each panel, in their order: how often a panel of the law was halved until it was one
     */
    record Solved(Stage stage, ExactRun.Solutions solutions, List<Integer> halvings) {}

    /** The outcomes under budgets of some amounts, and the limits. */
    Solved solve(long[] amounts) {
        List<Panel> panels = LawPanels.of(population.law(), cuts(experiment, population));
        Map<Panel, Nodes> known = new HashMap<>();
        Map<Panel, Integer> halvings = new HashMap<>();
        for (List<Panel> fresh = panels; !fresh.isEmpty(); ) {
            solve(fresh, amounts, known);
            fresh = new ArrayList<>();
            List<Panel> next = new ArrayList<>();
            boolean room = panels.stream().mapToInt(Panel::size).sum() < MOST;
            double most = TOLERANCE / panels.size();
            for (Panel panel : panels) {
                Nodes nodes = Objects.requireNonNull(known.get(panel));
                List<Panel> halves = room && nodes.needed() > most ? panel.halves() : List.of();
                next.addAll(halves.isEmpty() ? List.of(panel) : halves);
                halves.forEach(half -> halvings.put(half, halvings.getOrDefault(panel, 0) + 1));
                fresh.addAll(halves);
            }
            panels = next;
        }
        List<Nodes> nodes = panels.stream().map(known::get).toList();
        return new Solved(
                Stage.of(experiment, population.at(panels)),
                new ExactRun.Solutions(
                        nodes.stream()
                                .flatMap(one -> Arrays.stream(one.outcomes))
                                .toArray(ExpectedOutcome[][]::new),
                        nodes.stream()
                                .flatMap(one -> Arrays.stream(one.details))
                                .toArray(ExpectedDetail[][]::new),
                        nodes.stream().flatMap(one -> Arrays.stream(one.limits)).toArray(LimitOutcome[]::new)),
                panels.stream().map(panel -> halvings.getOrDefault(panel, 0)).toList());
    }

    /** The nodes as problems of panels that were halved so often. */
    static Stage stage(Experiment experiment, Population population, List<Integer> halvings) {
        List<Panel> panels = new ArrayList<>();
        for (Panel panel : LawPanels.of(population.law(), cuts(experiment, population))) {
            addHalved(panel, 0, halvings, panels);
        }
        return Stage.of(experiment, population.at(panels));
    }

    private static void addHalved(Panel panel, int depth, List<Integer> halvings, List<Panel> into) {
        if (halvings.get(into.size()) == depth) {
            into.add(panel);
        } else {
            panel.halves().forEach(half -> addHalved(half, depth + 1, halvings, into));
        }
    }

    /** Where bins meet. */
    private static double[] cuts(Experiment experiment, Population population) {
        return experiment.bins() instanceof BinPlan.Quantiles quantiles
                ? LawPanels.quantiles(population.law(), quantiles.count())
                : Binning.thresholds(experiment.bins());
    }

    private void solve(List<Panel> panels, long[] amounts, Map<Panel, Nodes> known) {
        ExactRun.Solutions solutions =
                new ExactRun(experiment, population.at(panels), route, execution, progress).solve(amounts);
        int at = 0;
        for (Panel panel : panels) {
            int end = at + panel.size();
            known.put(
                    panel,
                    Nodes.of(
                            panel,
                            Arrays.copyOfRange(solutions.outcomes(), at, end),
                            solutions.details().length == 0
                                    ? new ExpectedDetail[0][]
                                    : Arrays.copyOfRange(solutions.details(), at, end),
                            route.endless() ? Arrays.copyOfRange(solutions.limits(), at, end) : new LimitOutcome[0]));
            at = end;
        }
    }

    /**
     * What is known at the nodes of one panel.
     *
     * @param needed by how much a sum over the panel may be wrong that more nodes would make right
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Nodes(
            ExpectedOutcome[][] outcomes, ExpectedDetail[][] details, LimitOutcome[] limits, double needed) {

        private static final List<ToDoubleFunction<ExpectedOutcome>> SHARES =
                List.of(ExpectedOutcome::accuracy, ExpectedOutcome::coverage, ExpectedOutcome::abstained);

        private static final List<ToDoubleFunction<ExpectedSpending>> COSTS = List.of(
                ExpectedSpending::generations,
                ExpectedSpending::tokens,
                ExpectedSpending::verifierCalls,
                ExpectedSpending::rounds,
                ExpectedSpending::nanos);

        static Nodes of(Panel panel, ExpectedOutcome[][] outcomes, ExpectedDetail[][] details, LimitOutcome[] limits) {
            double needed = 0;
            ExpectedOutcome[][] found = new ExpectedOutcome[outcomes.length][outcomes[0].length];
            for (int budget = 0; budget < outcomes[0].length; budget++) {
                double error = 0;
                double rounding = 0;
                double costs = 0;
                for (ToDoubleFunction<ExpectedOutcome> share : SHARES) {
                    error = Math.max(error, panel.error(values(outcomes, budget, share)));
                }
                for (ToDoubleFunction<ExpectedSpending> cost : COSTS) {
                    double[] values = values(outcomes, budget, outcome -> cost.applyAsDouble(outcome.spending()));
                    double greatest = Arrays.stream(values).max().orElseThrow();
                    costs = Math.max(costs, greatest > 0 ? panel.error(values) / greatest : 0);
                }
                for (int node = 0; node < outcomes.length; node++) {
                    rounding += panel.weight(node) * outcomes[node][budget].error();
                }
                for (int node = 0; node < outcomes.length; node++) {
                    found[node][budget] = outcomes[node][budget].plusError(error / panel.mass());
                }
                // what arithmetic leaves open at the nodes is noise to the rule, and no more nodes would mend it
                needed = Math.max(needed, Math.max(error, costs) - rounding);
            }
            if (limits.length > 0) {
                double[] accuracies = Arrays.stream(limits)
                        .mapToDouble(LimitOutcome::accuracy)
                        .toArray();
                double[] coverages = Arrays.stream(limits)
                        .mapToDouble(LimitOutcome::coverage)
                        .toArray();
                double error = Math.max(panel.error(accuracies), panel.error(coverages));
                needed = Math.max(needed, error * TOLERANCE / LIMIT_TOLERANCE);
            }
            return new Nodes(found, details, limits, needed);
        }

        private static double[] values(
                ExpectedOutcome[][] outcomes, int budget, ToDoubleFunction<ExpectedOutcome> value) {
            return Arrays.stream(outcomes)
                    .mapToDouble(outcome -> value.applyAsDouble(outcome[budget]))
                    .toArray();
        }
    }
}
