package overthink.core.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Law;
import overthink.core.api.Resource;
import overthink.core.estimate.Method;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.Progress;
import overthink.core.model.World;
import overthink.core.results.Results;
import overthink.core.route.Availability;
import overthink.core.route.Route;
import overthink.core.route.RoutePlan;
import overthink.core.route.SolvedLaws;
import overthink.core.solve.WorldLaws;

/** Runs experiments by the methods that they ask for. */
public final class Simulator {

    /** The most candidates of a trial that a shortcut knows the numbers of. */
    public static final long MOST_CANDIDATES = Route.Exact.MOST_CANDIDATES;

    /** Handles are whole numbers of 32 bits. */
    private static final long MOST_SIMULATED = Integer.MAX_VALUE;

    private Simulator() {}

    /**
     * Runs an experiment; the same experiment gives the same results on any number of threads.
     *
     * @param experiment what to run
     * @param threads how many worker threads, at least 1
     * @param progress hears how far it has come
     * @return rows for the strategies that finished, faults for those that were stopped
     * @throws IllegalArgumentException when the method asked for does not apply to a strategy, a strategy needs what the
     *     world lacks, a budget is too large, or {@code threads} is below 1
     */
    public static Results run(Experiment experiment, int threads, Progress progress) {
        return run(experiment, threads, ExperimentRun.PATIENCE, progress);
    }

    /**
     * {@link #run(Experiment, int, Progress)} that waits for a strategy as long as it is told.
     *
     * @param patience how long a strategy may neither call its session nor come back before it is stopped
     */
    public static Results run(Experiment experiment, int threads, Duration patience, Progress progress) {
        return run(experiment, new Execution(threads, patience, progress));
    }

    /** {@link #run(Experiment, int, Progress)} in a way that says more. */
    public static Results run(Experiment experiment, Execution execution) {
        return ExperimentRun.followPlans(experiment, plans(experiment), execution);
    }

    /** Whether {@link #solve} says anything of an experiment. */
    public static boolean solves(Experiment experiment) {
        return plans(experiment).stream().anyMatch(plan -> plan.law() != null);
    }

    /**
     * What mathematics says of an experiment's strategies, for a run of it that is elsewhere: numbers whose meaning depends on
     * the experiment and is known to {@link #run(Experiment, Execution, long[])} alone.
     *
     * @param execution on how many threads, and whether turning points are searched for; it must not be stopped
     * @throws IllegalArgumentException as {@link #run} does
     */
    public static long[] solve(Experiment experiment, Execution execution) {
        return ExperimentRun.solve(experiment, plans(experiment), execution);
    }

    /**
     * {@link #run(Experiment, Execution)}, whose mathematics was done before; its results are the same.
     *
     * @param solved what {@link #solve} said of the same experiment
     */
    public static Results run(Experiment experiment, Execution execution, long[] solved) {
        return ExperimentRun.followPlans(experiment, plans(experiment), execution, solved);
    }

    /**
     * Plays shards of {@link #run} for a run that is elsewhere.
     *
     * @param execution how long strategies are waited for, and how closely they are looked at
     * @throws IllegalArgumentException as {@link #run} does
     */
    public static ShardPlayer player(Experiment experiment, Execution execution) {
        return new ShardPlayer(experiment, execution, plans(experiment));
    }

    private static List<RoutePlan> plans(Experiment experiment) {
        World world = experiment.world();
        Budgets budgets = experiment.budgets();
        List<RoutePlan> plans = new ArrayList<>();
        for (ConfiguredStrategy strategy : experiment.strategies()) {
            Availability offer = offer(world, budgets, strategy, experiment.method());
            if (offer instanceof Availability.Made made) {
                plans.add(plan(world, budgets, strategy, made.route()));
            } else if (offer instanceof Availability.Refused refused) {
                throw new IllegalArgumentException(refused.reason());
            }
        }
        return plans;
    }

    /**
     * Limits are the strategy's, whatever the method: what an exact route knows of them goes with any other route, unless it
     * is for those who ask for it.
     */
    private static RoutePlan plan(World world, Budgets budgets, ConfiguredStrategy strategy, Route route) {
        Route.Exact law = null;
        if (route instanceof Route.Exact exact) {
            law = exact;
        } else if (!isOnRequest(world, strategy)
                && limits(world, budgets, strategy) instanceof Availability.Made made
                && made.route() instanceof Route.Exact exact
                && exact.endless()) {
            law = exact;
        }
        return new RoutePlan(route, law, (law == null || law.endless()) && !isSlow(world, MOST_CANDIDATES, strategy));
    }

    private static boolean isSlow(World world, long candidates, ConfiguredStrategy strategy) {
        boolean slow = strategy.law()
                .filter(law -> WorldLaws.of(world).exactIsSlow(law, candidates))
                .isPresent();
        return slow || isOnRequest(world, strategy);
    }

    private static boolean isOnRequest(World world, ConfiguredStrategy strategy) {
        return strategy.law().filter(WorldLaws.of(world)::exactIsOnRequest).isPresent();
    }

    /**
     * Why a method cannot be had for a strategy; empty when it can. What {@link #run} would refuse, known before anything
     * runs.
     */
    public static Optional<String> refusal(
            World world, Budgets budgets, ConfiguredStrategy strategy, MethodChoice choice) {
        return offer(world, budgets, strategy, choice) instanceof Availability.Refused refused
                ? Optional.of(refused.reason())
                : Optional.empty();
    }

    /** The method by which {@link #run} would find a strategy's numbers; empty when it would refuse. */
    public static Optional<Method> method(
            World world, Budgets budgets, ConfiguredStrategy strategy, MethodChoice choice) {
        return offer(world, budgets, strategy, choice) instanceof Availability.Made made
                ? Optional.of(made.route().method())
                : Optional.empty();
    }

    /** The methods besides trials by which the numbers of strategies of a law are found in some worlds. */
    public static Set<Method> methods(Law law) {
        return WorldLaws.methods(law);
    }

    private static Availability offer(World world, Budgets budgets, ConfiguredStrategy strategy, MethodChoice choice) {
        String name = strategy.name();
        return switch (choice) {
            case SIMULATED -> simulated(name, budgets, "");
            case EXACT -> named(name, "exact", exact(world, budgets, strategy));
            case AGGREGATED -> named(name, "aggregated", aggregated(world, budgets, strategy));
            case AUTO -> best(world, budgets, strategy);
        };
    }

    private static Availability best(World world, Budgets budgets, ConfiguredStrategy strategy) {
        Availability exact = exact(world, budgets, strategy);
        if (exact instanceof Availability.Made && !isSlow(world, mostCandidates(world, budgets), strategy)) {
            return exact;
        }
        Availability aggregated = aggregated(world, budgets, strategy);
        if (aggregated instanceof Availability.Made) {
            return isAggregatedOnRequest(world, strategy) ? simulated(strategy.name(), budgets, "") : aggregated;
        }
        if (exact instanceof Availability.Made) {
            Availability played = simulated(strategy.name(), budgets, "");
            return isOnRequest(world, strategy) && played instanceof Availability.Made ? played : exact;
        }
        String reasons = "; exact: %s; aggregated: %s"
                .formatted(((Availability.Refused) exact).reason(), ((Availability.Refused) aggregated).reason());
        return simulated(strategy.name(), budgets, reasons);
    }

    private static Availability simulated(String name, Budgets budgets, String otherReasons) {
        if (bySteps(budgets) && budgets.amount(budgets.size() - 1) > MOST_SIMULATED) {
            return new Availability.Refused("%s cannot be simulated under a budget of more than %d %s%s"
                    .formatted(name, MOST_SIMULATED, budgets.resource().label(), otherReasons));
        }
        return new Availability.Made(Route.PLAIN);
    }

    private static Availability named(String name, String method, Availability offer) {
        return offer instanceof Availability.Refused refused
                ? new Availability.Refused("%s has no %s method here: %s".formatted(name, method, refused.reason()))
                : offer;
    }

    private static Availability exact(World world, Budgets budgets, ConfiguredStrategy strategy) {
        Optional<Availability> obstacle = obstacle(world, budgets, strategy);
        return obstacle.orElseGet(() -> {
            SolvedLaws solved = WorldLaws.of(world);
            Law law = strategy.law().orElseThrow();
            Availability exact = solved.exact(law);
            for (int i = 0; exact instanceof Availability.Made && i < budgets.size(); i++) {
                Optional<String> end = solved.exactEnds(law, budgets.resource(), budgets.amount(i));
                exact = end.isPresent() ? new Availability.Refused(end.get()) : exact;
            }
            return exact;
        });
    }

    private static Availability limits(World world, Budgets budgets, ConfiguredStrategy strategy) {
        Optional<Availability> obstacle = obstacle(world, budgets, strategy);
        return obstacle.orElseGet(
                () -> WorldLaws.of(world).limits(strategy.law().orElseThrow()));
    }

    private static Availability aggregated(World world, Budgets budgets, ConfiguredStrategy strategy) {
        Optional<Availability> obstacle = obstacle(world, budgets, strategy)
                .or(() -> isAggregatedOnRequest(world, strategy) ? tooMany(strategy, budgets) : Optional.empty());
        return obstacle.orElseGet(
                () -> WorldLaws.of(world).aggregated(strategy.law().orElseThrow()));
    }

    private static boolean isAggregatedOnRequest(World world, ConfiguredStrategy strategy) {
        return strategy.law().filter(WorldLaws.of(world)::aggregatedIsOnRequest).isPresent();
    }

    /** What stands in the way of a sampler whose cost grows with the budget: no larger budget than trials have. */
    private static Optional<Availability> tooMany(ConfiguredStrategy strategy, Budgets budgets) {
        return simulated(strategy.name(), budgets, "") instanceof Availability.Made
                ? Optional.empty()
                : Optional.of(new Availability.Refused("its cost grows with the budget, which may be %d %s at most"
                        .formatted(MOST_SIMULATED, budgets.resource().label())));
    }

    /** What stands in the way of every shortcut. */
    private static Optional<Availability> obstacle(World world, Budgets budgets, ConfiguredStrategy strategy) {
        if (strategy.law().isEmpty()) {
            return Optional.of(new Availability.Refused("no shortcut to this strategy is known"));
        }
        if (!bySteps(budgets)) {
            return Optional.of(new Availability.Refused("budgets bound %s, and shortcuts are for generations and steps"
                    .formatted(budgets.resource().label())));
        }
        if (mostCandidates(world, budgets) > MOST_CANDIDATES) {
            return Optional.of(new Availability.Refused("a budget pays for more than 2^40 candidates"));
        }
        return Optional.empty();
    }

    private static long mostCandidates(World world, Budgets budgets) {
        long most = budgets.amount(budgets.size() - 1);
        return budgets.resource() == Resource.STEPS ? most / world.fewestSteps() : most;
    }

    private static boolean bySteps(Budgets budgets) {
        return budgets.resource() == Resource.GENERATIONS || budgets.resource() == Resource.STEPS;
    }
}
