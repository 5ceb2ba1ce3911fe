package overthink.core.shortcut;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import overthink.core.api.Resource;
import overthink.core.engine.Budgets;
import overthink.core.engine.Contestant;
import overthink.core.engine.Engine;
import overthink.core.engine.Experiment;
import overthink.core.engine.MethodChoice;
import overthink.core.engine.Progress;
import overthink.core.engine.Results;
import overthink.core.engine.Route;
import overthink.core.engine.RoutePlan;
import overthink.core.estimate.Method;
import overthink.core.world.World;

/** Runs experiments by the methods that they ask for. */
public final class Experiments {

    /** The most candidates of a trial that a shortcut knows the numbers of. */
    public static final long MOST_CANDIDATES = Route.Exact.MOST_CANDIDATES;

    /** Handles are whole numbers of 32 bits. */
    private static final long MOST_SIMULATED = Integer.MAX_VALUE;

    private static final String PACKAGE = "overthink.strategies.";

    private static final List<Shortcut> SHORTCUTS = List.of(
            new SingleShortcut(),
            new BestOfNShortcut(),
            new FirstAcceptedShortcut(),
            new MajorityVoteShortcut(),
            new WeightedVoteShortcut(),
            new AdaptiveConsistencyShortcut(),
            new EarlyStoppingVoteShortcut(),
            new ConfidenceStopShortcut());

    private Experiments() {}

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
        return run(experiment, threads, Engine.PATIENCE, progress);
    }

    /**
     * {@link #run(Experiment, int, Progress)} that waits for a strategy as long as it is told.
     *
     * @param patience how long a strategy may neither call its session nor come back before it is stopped
     */
    public static Results run(Experiment experiment, int threads, Duration patience, Progress progress) {
        World world = experiment.world();
        Budgets budgets = experiment.budgets();
        List<RoutePlan> plans = new ArrayList<>();
        for (Contestant contestant : experiment.contestants()) {
            Offer offer = offer(world, budgets, contestant, experiment.method());
            if (offer instanceof Offer.Made made) {
                plans.add(plan(world, budgets, contestant, made.route()));
            } else if (offer instanceof Offer.Refused refused) {
                throw new IllegalArgumentException(refused.reason());
            }
        }
        return Engine.follow(experiment, plans, threads, patience, progress);
    }

    /**
     * Limits are the strategy's, whatever the method: what an exact route knows of them goes with any other route, unless it
     * is for those who ask for it.
     */
    private static RoutePlan plan(World world, Budgets budgets, Contestant contestant, Route route) {
        Route.Exact law = null;
        if (route instanceof Route.Exact exact) {
            law = exact;
        } else if (!isOnRequest(world, contestant)
                && exact(world, budgets, contestant) instanceof Offer.Made made
                && made.route() instanceof Route.Exact exact) {
            law = exact;
        }
        return new RoutePlan(route, law, !isSlow(world, MOST_CANDIDATES, contestant));
    }

    private static boolean isSlow(World world, long candidates, Contestant contestant) {
        return shortcut(contestant)
                        .filter(shortcut -> shortcut.exactIsSlow(world, candidates))
                        .isPresent()
                || isOnRequest(world, contestant);
    }

    private static boolean isOnRequest(World world, Contestant contestant) {
        return shortcut(contestant)
                .filter(shortcut -> shortcut.exactIsOnRequest(world, contestant.parameters()))
                .isPresent();
    }

    /**
     * Why a method cannot be had for a strategy; empty when it can. What {@link #run} would refuse, known before anything
     * runs.
     */
    public static Optional<String> refusal(World world, Budgets budgets, Contestant contestant, MethodChoice choice) {
        return offer(world, budgets, contestant, choice) instanceof Offer.Refused refused
                ? Optional.of(refused.reason())
                : Optional.empty();
    }

    /** The method by which {@link #run} would find a strategy's numbers; empty when it would refuse. */
    public static Optional<Method> method(World world, Budgets budgets, Contestant contestant, MethodChoice choice) {
        return offer(world, budgets, contestant, choice) instanceof Offer.Made made
                ? Optional.of(made.route().method())
                : Optional.empty();
    }

    private static Offer offer(World world, Budgets budgets, Contestant contestant, MethodChoice choice) {
        String name = contestant.name();
        return switch (choice) {
            case SIMULATED -> simulated(name, budgets, "");
            case EXACT -> named(name, "exact", exact(world, budgets, contestant));
            case AGGREGATED -> named(name, "aggregated", aggregated(world, budgets, contestant));
            case AUTO -> best(world, budgets, contestant);
        };
    }

    private static Offer best(World world, Budgets budgets, Contestant contestant) {
        Offer exact = exact(world, budgets, contestant);
        if (exact instanceof Offer.Made && !isSlow(world, mostCandidates(world, budgets), contestant)) {
            return exact;
        }
        Offer aggregated = aggregated(world, budgets, contestant);
        if (aggregated instanceof Offer.Made) {
            return aggregated;
        }
        if (exact instanceof Offer.Made) {
            Offer played = simulated(contestant.name(), budgets, "");
            return isOnRequest(world, contestant) && played instanceof Offer.Made ? played : exact;
        }
        String reasons = "; exact: %s; aggregated: %s"
                .formatted(((Offer.Refused) exact).reason(), ((Offer.Refused) aggregated).reason());
        return simulated(contestant.name(), budgets, reasons);
    }

    private static Offer simulated(String name, Budgets budgets, String otherReasons) {
        if (bySteps(budgets) && budgets.amount(budgets.size() - 1) > MOST_SIMULATED) {
            return new Offer.Refused("%s cannot be simulated under a budget of more than %d %s%s"
                    .formatted(name, MOST_SIMULATED, budgets.resource().label(), otherReasons));
        }
        return new Offer.Made(Route.PLAIN);
    }

    private static Offer named(String name, String method, Offer offer) {
        return offer instanceof Offer.Refused refused
                ? new Offer.Refused("%s has no %s method here: %s".formatted(name, method, refused.reason()))
                : offer;
    }

    private static Offer exact(World world, Budgets budgets, Contestant contestant) {
        Optional<Offer> obstacle = obstacle(world, budgets, contestant);
        return obstacle.orElseGet(() -> shortcut(contestant).orElseThrow().exact(world, contestant.parameters()));
    }

    private static Offer aggregated(World world, Budgets budgets, Contestant contestant) {
        Optional<Offer> obstacle = obstacle(world, budgets, contestant);
        return obstacle.orElseGet(() -> shortcut(contestant).orElseThrow().aggregated(world, contestant.parameters()));
    }

    /** What stands in the way of every shortcut. */
    private static Optional<Offer> obstacle(World world, Budgets budgets, Contestant contestant) {
        if (shortcut(contestant).isEmpty()) {
            return Optional.of(new Offer.Refused("no shortcut to this strategy is known"));
        }
        if (!bySteps(budgets)) {
            return Optional.of(new Offer.Refused("budgets bound %s, and shortcuts are for generations and steps"
                    .formatted(budgets.resource().label())));
        }
        if (mostCandidates(world, budgets) > MOST_CANDIDATES) {
            return Optional.of(new Offer.Refused("a budget pays for more than 2^40 candidates"));
        }
        return Optional.empty();
    }

    private static Optional<Shortcut> shortcut(Contestant contestant) {
        if (!contestant.provider().getClass().getName().startsWith(PACKAGE)) {
            return Optional.empty();
        }
        return SHORTCUTS.stream()
                .filter(shortcut -> shortcut.strategy().equals(contestant.name()))
                .findFirst();
    }

    private static long mostCandidates(World world, Budgets budgets) {
        long most = budgets.amount(budgets.size() - 1);
        return budgets.resource() == Resource.STEPS
                ? most / world.policy().steps().min()
                : most;
    }

    private static boolean bySteps(Budgets budgets) {
        return budgets.resource() == Resource.GENERATIONS || budgets.resource() == Resource.STEPS;
    }
}
