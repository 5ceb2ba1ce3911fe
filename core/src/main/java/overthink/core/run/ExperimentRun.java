package overthink.core.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import overthink.core.estimate.BestBudget;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Pilot;
import overthink.core.estimate.Row;
import overthink.core.estimate.TurningPoint;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Observation;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.fault.Fault;
import overthink.core.model.DrawnWorld;
import overthink.core.results.BestBudgets;
import overthink.core.results.DifferenceMaker;
import overthink.core.results.LeaderMaker;
import overthink.core.results.Partial;
import overthink.core.results.Results;
import overthink.core.results.RowMaker;
import overthink.core.results.TurnMaker;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.Route;
import overthink.core.route.RoutePlan;
import overthink.core.trial.SpendingCounts;
import overthink.core.trial.Tally;
import overthink.core.trial.TrialGroups;

/** Runs experiments on this machine's threads; the same experiment gives the same results on any number of them. */
public final class ExperimentRun {

    /** How long a strategy may go on without a call of its session, unless somebody says otherwise. */
    public static final Duration PATIENCE = Execution.PATIENCE;

    /** Trials with which a pilot begins, over all problems together. */
    private static final int PILOT = 2048;

    private static final int LEAST_OF_PILOT = 4;
    private static final int LEAST_PER_PROBLEM = 8;
    /** More than the estimate asks for, since the estimate itself errs. */
    private static final double HEADROOM = 1.05;

    /** At least. */
    private static final double BYTES_OF_A_STANDING = 120;

    /** At least. */
    private static final double BYTES_OF_A_DETAIL = 160;

    /** What is made of the sums comes beside them. Java ran out of memory at 1.1, and ran well at 1.3. */
    private static final double BESIDE = 1.25;

    private static final double GIGABYTE = 0x1p30;

    private final Experiment experiment;
    private final Execution execution;
    private final DrawnWorld drawn;
    /** The problems that are played; what is known exactly may be of the population instead. */
    private final Stage stage;

    private ExperimentRun(Experiment experiment, Execution execution) {
        this.experiment = experiment;
        this.execution = execution;
        drawn = experiment.world().draw(experiment.seed());
        stage = Stage.of(experiment, drawn);
    }

    /**
     * Runs an experiment by trials of the plain strategies, whatever method it asks for.
     *
     * @param experiment what to run
     * @param threads how many worker threads, at least 1
     * @param progress hears how far it has come
     * @return rows for the strategies that finished, faults for those that were stopped
     * @throws IllegalArgumentException when a strategy needs what the world lacks, or {@code threads} is below 1
     */
    public static Results simulate(Experiment experiment, int threads, Progress progress) {
        return followRoutes(
                experiment, Collections.nCopies(experiment.strategies().size(), Route.PLAIN), threads, progress);
    }

    /**
     * Runs an experiment by the routes given.
     *
     * @param experiment what to run
     * @param routes one for each strategy, in order
     * @param threads how many worker threads, at least 1
     * @param progress hears how far it has come
     * @return rows for the strategies that finished, faults for those that were stopped
     * @throws IllegalArgumentException when a strategy needs what the world lacks, a budget is too large, or
     *     {@code threads} is below 1
     */
    public static Results followRoutes(Experiment experiment, List<Route> routes, int threads, Progress progress) {
        return followPlans(
                experiment, routes.stream().map(RoutePlan::of).toList(), new Execution(threads, PATIENCE, progress));
    }

    /**
     * Runs an experiment as planned: by the routes given, with what is known beside.
     *
     * @param experiment what to run
     * @param plans one for each strategy, in order
     * @param execution on how many threads and so on
     * @return rows for the strategies that finished, faults for those that were stopped, and what is known beside
     * @throws IllegalArgumentException when a strategy needs what the world lacks, or a budget is too large
     * @throws InsufficientMemoryException when Java may not use as much as the sums take
     */
    public static Results followPlans(Experiment experiment, List<RoutePlan> plans, Execution execution) {
        check(experiment, plans);
        return new ExperimentRun(experiment, execution).run(plans, null);
    }

    /**
     * {@link #followPlans} with what mathematics says of the strategies, which was worked out before.
     *
     * @param solved as {@link #solve} gave it
     */
    static Results followPlans(Experiment experiment, List<RoutePlan> plans, Execution execution, long[] solved) {
        check(experiment, plans);
        return new ExperimentRun(experiment, execution).run(plans, solved);
    }

    /** What mathematics says of the strategies of an experiment that is run as planned, as numbers. */
    static long[] solve(Experiment experiment, List<RoutePlan> plans, Execution execution) {
        check(experiment, plans);
        Stage stage = Stage.of(experiment, experiment.world().draw(experiment.seed()));
        return KnownNumbers.numbers(new Mathematics(stage, execution).know(plans));
    }

    private static void check(Experiment experiment, List<RoutePlan> plans) {
        for (ConfiguredStrategy strategy : experiment.strategies()) {
            strategy.refusal(experiment.world()).ifPresent(reason -> {
                throw new IllegalArgumentException(reason);
            });
        }
        experiment.budgets().refusal(experiment.world()).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        checkMemory(experiment, plans);
    }

    /** Throws before anything is drawn when the sums cannot be held, as Java would after a while, and says of what they are. */
    private static void checkMemory(Experiment experiment, List<RoutePlan> plans) {
        int problems = experiment.world().size();
        int budgets = experiment.budgets().size();
        boolean counting = experiment.observes(Observation.CANDIDATES);
        double needed = 0;
        for (RoutePlan plan : plans) {
            double each = plan.route() instanceof Route.Exact
                    ? BYTES_OF_A_STANDING + (experiment.observations().isEmpty() ? 0 : BYTES_OF_A_DETAIL)
                    : (double) TrialGroups.of(problems).count()
                            * Tally.bytes(
                                    experiment.world().costs().told(),
                                    counting,
                                    experiment.world().qualities().size());
            needed += each * problems * budgets;
            if (plan.route() instanceof Route.Trials && experiment.observes(Observation.QUANTILES)) {
                needed += (double) SpendingCounts.bytes() * cells(experiment) * budgets;
            }
        }
        needed *= BESIDE;
        long most = Runtime.getRuntime().maxMemory();
        if (needed > most) {
            throw new InsufficientMemoryException(
                    "%,d problems times %,d budgets, of %d %s, take %,.1f GB to count in, and Java may use %,.1f GB"
                            .formatted(
                                    problems,
                                    budgets,
                                    plans.size(),
                                    plans.size() == 1 ? "strategy" : "strategies",
                                    needed / GIGABYTE,
                                    most / GIGABYTE),
                    needed);
        }
    }

    /** How many cells of bins there are at most. */
    private static int cells(Experiment experiment) {
        BinPlan plan = experiment.bins();
        return plan instanceof BinPlan.Quantiles quantiles
                ? quantiles.count()
                : plan instanceof BinPlan.Levels
                        ? experiment.world().levels().size()
                        : plan instanceof BinPlan.Thresholds ? 3 : 1;
    }

    private Results run(List<RoutePlan> plans, long @Nullable [] solved) {
        List<Known> known = solved == null
                ? new Mathematics(stage, execution).know(plans)
                : new KnownNumbers(stage).of(solved, experiment.strategies());
        List<StrategyRun> runs = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            RoutePlan plan = plans.get(i);
            if (!(plan.route() instanceof Route.Exact)) {
                runs.add(new StrategyRun(
                        experiment.strategies().get(i),
                        plan.route(),
                        tally(plan.route()),
                        experiment.budgets().size(),
                        experiment.trials() instanceof TrialPlan.Precision));
            }
        }
        return play(runs) ? results(plans, known, runs) : partialResults(plans, known, runs);
    }

    private Tally tally(Route route) {
        int budgets = experiment.budgets().size();
        boolean plain = route instanceof Route.Trials;
        return new Tally(
                drawn.size(),
                budgets,
                TrialGroups.of(drawn.size()),
                experiment.world().costs().told(),
                plain && experiment.observes(Observation.CANDIDATES),
                plain ? experiment.world().qualities().size() : 0,
                plain && experiment.observes(Observation.QUANTILES)
                        ? new SpendingCounts(budgets, stage.cells().cells())
                        : null);
    }

    private Results results(List<RoutePlan> plans, List<Known> known, List<StrategyRun> runs) {
        Delivery delivery = new Delivery(stage);
        int next = 0;
        for (int i = 0; i < plans.size(); i++) {
            if (plans.get(i).route() instanceof Route.Exact) {
                delivery.add(experiment.strategies().get(i), known.get(i));
            } else {
                StrategyRun run = runs.get(next++);
                delivery.add(known.get(i), run, run::trials);
            }
        }
        return delivery.results(Optional.empty());
    }

    /** What there is of a run that was stopped, on the problems that are done for all strategies of which there is anything. */
    private Results partialResults(List<RoutePlan> plans, List<Known> known, List<StrategyRun> runs) {
        List<StrategyRun> begun = runs.stream()
                .filter(run ->
                        run.fault() == null && IntStream.range(0, drawn.size()).anyMatch(run::complete))
                .toList();
        int[] done = IntStream.range(0, drawn.size())
                .filter(problem -> begun.stream().allMatch(run -> run.complete(problem)))
                .toArray();
        Delivery delivery = new Delivery(stage.part(done));
        List<String> without = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < plans.size(); i++) {
            boolean exact = plans.get(i).route() instanceof Route.Exact;
            StrategyRun run = exact ? null : runs.get(next++);
            if (run != null && (run.fault() != null || (begun.contains(run) && done.length > 0))) {
                delivery.add(known.get(i), run, run::target);
            } else if (exact
                    && known.get(i).outcomes() != null
                    && (done.length > 0 || !known.get(i).stage().equals(stage))) {
                delivery.add(experiment.strategies().get(i), known.get(i));
            } else {
                ConfiguredStrategy strategy = experiment.strategies().get(i);
                without.add(strategy.name() + (strategy.given().isEmpty() ? "" : " " + strategy.given()));
            }
        }
        return delivery.results(Optional.of(new Partial(done.length, drawn.size(), without)));
    }

    /** Puts results together, of the problems in some bins. */
    private final class Delivery {

        private final Stage played;
        private final List<Row> rows = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        private final List<Limit> limits = new ArrayList<>();
        private final List<BestBudget> bestBudgets = new ArrayList<>();
        private final List<TurningPoint> turningPoints = new ArrayList<>();
        private final TurnMaker turnMaker;
        private final List<List<RowMaker.Made>> made = new ArrayList<>();

        Delivery(Stage played) {
            this.played = played;
            turnMaker = new TurnMaker(
                    experiment.budgets().size(), experiment.strategies().size());
        }

        /** The problems of what is known of a strategy: those played, or others, all of them. */
        private Stage of(Known known) {
            return known.stage().equals(stage) ? played : known.stage();
        }

        /** Adds what mathematics knows of a strategy. */
        void add(ConfiguredStrategy strategy, Known known) {
            ExpectedOutcome[][] outcomes = known.outcomes();
            if (outcomes != null) {
                add(strategy, known, of(known).rowMaker().rows(strategy, outcomes, known.details()));
            }
        }

        /** Adds what trials say of a strategy, or how it failed. */
        void add(Known known, StrategyRun run, IntToLongFunction trials) {
            Fault fault = run.fault();
            if (fault != null) {
                faults.add(fault);
            } else {
                add(run.strategy(), known, played.rowMaker().rows(run.strategy(), run.route(), run.tally(), trials));
            }
        }

        private void add(ConfiguredStrategy strategy, Known known, List<RowMaker.Made> own) {
            made.add(own);
            List<Row> ownRows = own.stream().map(RowMaker.Made::row).toList();
            rows.addAll(ownRows);
            if (known.limits().length > 0) {
                limits.addAll(of(known).limitMaker().limits(strategy, known.limits(), known.independent()));
            }
            boolean whole = of(known).equals(known.stage());
            bestBudgets.addAll(BestBudgets.of(ownRows, whole ? known.overall() : List.of()));
            if (experiment.world().rightOrWrong()) {
                turningPoints.addAll(turnMaker.of(own, whole ? known.turns() : List.of()));
            }
        }

        Results results(Optional<Partial> partial) {
            return new Results(
                    rows,
                    made.stream()
                            .flatMap(List::stream)
                            .map(RowMaker.Made::sample)
                            .toList(),
                    faults,
                    limits,
                    bestBudgets,
                    DifferenceMaker.of(made, experiment.budgets()),
                    turningPoints,
                    LeaderMaker.of(made, experiment.budgets().size()),
                    partial);
        }
    }

    /** Whether all trials were played; not when the run was stopped. */
    private boolean play(List<StrategyRun> runs) {
        if (execution.stop().getAsBoolean()) {
            return false;
        }
        if (runs.isEmpty()) {
            return true;
        }
        try (WorkerPool pool = new WorkerPool(experiment, drawn, runs, execution)) {
            for (StrategyRun run : runs) {
                long first = firstTarget();
                double later = experiment.trials() instanceof TrialPlan.Count ? 0 : Double.NaN;
                plan(run, budget -> first, budget -> later);
            }
            while (pool.work()) {
                if (pool.cut()) {
                    return false;
                }
                for (StrategyRun run : runs) {
                    run.finishRound();
                    if (!run.failed() && experiment.trials() instanceof TrialPlan.Precision precision) {
                        planNext(run, precision);
                    }
                }
            }
            return true;
        }
    }

    private long firstTarget() {
        if (experiment.trials() instanceof TrialPlan.Precision precision) {
            return within(precision, Math.max(LEAST_OF_PILOT, (PILOT + drawn.size() - 1) / drawn.size()));
        }
        return ((TrialPlan.Count) experiment.trials()).perProblem();
    }

    /**
     * Plans a larger pilot, or as many trials as it asks for. What these then show decides nothing, but where it falls short of
     * the precision all the same: there are more then.
     */
    private void planNext(StrategyRun run, TrialPlan.Precision precision) {
        if (!run.pilot()) {
            plan(run, budget -> more(run, budget, precision), budget -> 0);
            return;
        }
        double side = precision.halfWidth();
        if (!experiment.world().rightOrWrong()) {
            IntToLongFunction wanted = budget -> more(run, budget, precision);
            long[] targets = IntStream.range(0, experiment.budgets().size())
                    .mapToLong(budget -> Math.max(LEAST_PER_PROBLEM, wanted.applyAsLong(budget)))
                    .toArray();
            run.begin();
            plan(run, budget -> targets[budget], budget -> 0);
            return;
        }
        List<Pilot> pilots = IntStream.range(0, experiment.budgets().size())
                .mapToObj(budget -> new Pilot(stage.rowMaker().correct(run.tally(), budget), run.trials(budget)))
                .toList();
        IntToLongFunction wanted = budget ->
                within(precision, Math.max(LEAST_PER_PROBLEM, pilots.get(budget).wanted(side)));
        plan(run, budget -> within(precision, pilots.get(budget).enough(side)), wanted::applyAsLong);
        if (!run.wantsMore()) {
            run.begin();
            plan(run, wanted, budget -> 0);
        }
    }

    private static long within(TrialPlan.Precision precision, double trials) {
        return (long) Math.min(precision.most(), trials);
    }

    /**
     * Sets the targets of all budgets, to the greatest of them where one pass serves all.
     *
     * @param later trials per problem that are foreseen beyond the target; NaN when that is not known
     */
    private void plan(StrategyRun run, IntToLongFunction targets, IntToDoubleFunction later) {
        int budgets = experiment.budgets().size();
        long[] each = IntStream.range(0, budgets).mapToLong(targets).toArray();
        long greatest = Arrays.stream(each).max().orElseThrow();
        for (int budget = 0; budget < budgets; budget++) {
            long target = run.anytime() ? greatest : each[budget];
            run.plan(budget, target, target + later.applyAsDouble(budget));
        }
    }

    /** Trials per problem that the estimate so far asks for at a budget: what there are when it is precise enough. */
    private long more(StrategyRun run, int budget, TrialPlan.Precision precision) {
        long trials = run.trials(budget);
        double ratio = stage.rowMaker().side(run.tally(), budget, trials) / precision.halfWidth();
        return ratio <= 1 ? trials : within(precision, Math.ceil(trials * ratio * ratio * HEADROOM));
    }
}
