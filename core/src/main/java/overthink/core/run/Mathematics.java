package overthink.core.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import overthink.core.estimate.BestBudget;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.model.DrawnWorld;
import overthink.core.model.Population;
import overthink.core.route.LimitOutcome;
import overthink.core.route.Route;
import overthink.core.route.RoutePlan;

/** Works out what is known of strategies without trials. */
final class Mathematics {

    private final Stage stage;
    private final Experiment experiment;
    private final DrawnWorld drawn;
    private final Execution execution;
    private final SolvingProgress progress;

    /**
     * That of an experiment.
     *
     * @param stage the problems that are played; what is known may be of the population instead
     */
    Mathematics(Stage stage, Execution execution) {
        this.stage = stage;
        this.execution = execution;
        experiment = stage.experiment();
        drawn = stage.drawn();
        progress = new SolvingProgress(execution.progress());
    }

    /** What is known of the strategies, which are run as planned. */
    List<Known> know(List<RoutePlan> plans) {
        List<Known> known = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            long searches = plans.subList(i, plans.size()).stream()
                    .filter(this::searches)
                    .count();
            progress.expect(searches * TurnSearch.VISITS * drawn.size());
            known.add(know(experiment.strategies().get(i), plans.get(i)));
        }
        return known;
    }

    /** Whether it is looked for where the strategy's accuracy turns. */
    private boolean searches(RoutePlan plan) {
        Route.Exact law = plan.law();
        return law != null
                && law.endless()
                && plan.searchable()
                && execution.search()
                && drawn.size() <= Execution.MOST_SEARCHED;
    }

    private Known know(ConfiguredStrategy strategy, RoutePlan plan) {
        Route.Exact law = plan.law();
        if (law == null || execution.stop().getAsBoolean()) {
            return Known.nothing(stage);
        }
        Budgets budgets = experiment.budgets();
        boolean exact = plan.route() instanceof Route.Exact;
        long[] amounts = IntStream.range(exact ? 0 : budgets.size(), budgets.size())
                .mapToLong(budgets::amount)
                .toArray();
        boolean turning = searches(plan);
        try {
            Stage solved = stage;
            List<Integer> halvings = List.of();
            ExactRun.Solutions solutions;
            Optional<Population> population = drawn.population(strategy.needs());
            if (population.isPresent()) {
                boolean searched =
                        turning || (plan.searchable() && experiment.utility().isPresent());
                PopulationRun.Solved over = new PopulationRun(experiment, population.get(), law, execution, progress)
                        .solve(
                                searched
                                        ? BudgetSearch.withLandmarks(amounts, budgets.amount(budgets.size() - 1))
                                        : amounts);
                solved = over.stage();
                halvings = over.halvings();
                solutions = over.solutions();
            } else {
                solutions = new ExactRun(experiment, drawn, law, execution, progress).solve(amounts);
            }
            return new Known(
                    solved,
                    halvings,
                    exact ? solutions.outcomes() : null,
                    solutions.details(),
                    law.endless() ? solutions.limits() : new LimitOutcome[0],
                    law.solver(solved.drawn()).independent(),
                    plan.searchable() ? best(solved, law, solutions) : List.of(),
                    turning && (population.isEmpty() || solved.drawn().size() <= PopulationRun.SEARCHABLE)
                            ? new TurnSearch(solved, new ExactRun(experiment, solved.drawn(), law, execution, progress))
                                    .run(solutions.limits())
                            : List.of());
        } catch (StoppedException stopped) {
            return Known.nothing(stage);
        }
    }

    /** The best of all budgets, where something says what answers are worth. */
    private List<BestBudget.Overall> best(Stage solved, Route.Exact law, ExactRun.Solutions solutions) {
        ExactRun solving = new ExactRun(experiment, solved.drawn(), law, execution, progress);
        return experiment
                .utility()
                .map(utility -> new BudgetSearch(
                                experiment, solved.drawn(), solved.bins(), solved.costs(), solving, utility)
                        .run(solutions.limits()))
                .orElse(List.of());
    }
}
