package overthink.core.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import overthink.core.estimate.BestBudget;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Binning;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Pilot;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.fault.Fault;
import overthink.core.model.DrawnWorld;
import overthink.core.results.BestBudgets;
import overthink.core.results.CostMaker;
import overthink.core.results.DifferenceMaker;
import overthink.core.results.LimitMaker;
import overthink.core.results.Results;
import overthink.core.results.RowMaker;
import overthink.core.route.Route;
import overthink.core.route.RoutePlan;
import overthink.core.trial.Tally;
import overthink.core.trial.TrialGroups;

/** Runs experiments on this machine's threads; the same experiment gives the same results on any number of them. */
public final class ExperimentRun {

    /** How long a strategy may go on without a call of its session, unless somebody says otherwise. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Trials with which a pilot begins, over all problems together. */
    private static final int PILOT = 2048;

    private static final int LEAST_OF_PILOT = 4;
    private static final int LEAST_PER_PROBLEM = 8;
    /** More than the estimate asks for, since the estimate itself errs. */
    private static final double HEADROOM = 1.05;

    /** At least. */
    private static final double BYTES_OF_A_STANDING = 120;

    private static final double GIGABYTE = 0x1p30;

    private final Experiment experiment;
    private final DrawnWorld drawn;
    private final List<Bin> bins;
    private final CostMaker costs;
    private final RowMaker rowMaker;
    private final LimitMaker limitMaker;

    private ExperimentRun(Experiment experiment) {
        this.experiment = experiment;
        drawn = experiment.world().draw(experiment.seed());
        bins = Binning.of(
                experiment.bins(),
                IntStream.range(0, drawn.size()).mapToDouble(drawn::p).toArray(),
                IntStream.range(0, drawn.size()).map(drawn::level).toArray(),
                drawn.levels());
        costs = new CostMaker(experiment.world().costs(), drawn);
        rowMaker = new RowMaker(experiment, drawn, bins, costs);
        limitMaker = new LimitMaker(bins, experiment.budgets().resource(), drawn.difficulty());
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
        return followRoutes(experiment, Collections.nCopies(experiment.strategies().size(), Route.PLAIN), threads, progress);
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
        return followPlans(experiment, routes.stream().map(RoutePlan::of).toList(), threads, PATIENCE, progress);
    }

    /**
     * Runs an experiment as planned: by the routes given, with what is known beside.
     *
     * @param experiment what to run
     * @param plans one for each strategy, in order
     * @param threads how many worker threads, at least 1
     * @param patience how long a strategy may neither call its session nor come back before it is stopped
     * @param progress hears how far it has come
     * @return rows for the strategies that finished, faults for those that were stopped, and what is known beside
     * @throws IllegalArgumentException when a strategy needs what the world lacks, a budget is too large, or
     *     {@code threads} is below 1
     */
    public static Results followPlans(
            Experiment experiment, List<RoutePlan> plans, int threads, Duration patience, Progress progress) {
        if (threads < 1) {
            throw new IllegalArgumentException("there must be at least 1 thread, not " + threads);
        }
        for (ConfiguredStrategy strategy : experiment.strategies()) {
            strategy.refusal(experiment.world()).ifPresent(reason -> {
                throw new IllegalArgumentException(reason);
            });
        }
        experiment.budgets().refusal(experiment.world()).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        checkMemory(experiment, plans);
        return new ExperimentRun(experiment).results(plans, threads, patience, progress);
    }

    /** Throws before anything is drawn when the sums cannot be held, as Java would after a while, and says of what they are. */
    private static void checkMemory(Experiment experiment, List<RoutePlan> plans) {
        int problems = experiment.world().size();
        int budgets = experiment.budgets().size();
        double needed = 0;
        for (RoutePlan plan : plans) {
            double each = plan.route() instanceof Route.Exact
                    ? BYTES_OF_A_STANDING
                    : (double) TrialGroups.of(problems).count() * Tally.BYTES;
            needed += each * problems * budgets;
        }
        long most = Runtime.getRuntime().maxMemory();
        if (needed > most) {
            throw new OutOfMemoryError(
                    "%,d problems times %,d budgets, of %,d strategies, take %,.1f GB to count in, and Java may use %,.1f GB"
                            .formatted(problems, budgets, plans.size(), needed / GIGABYTE, most / GIGABYTE));
        }
    }

    private Results results(List<RoutePlan> plans, int threads, Duration patience, Progress progress) {
        SolvingProgress solvingProgress = new SolvingProgress(progress);
        List<Known> known = new ArrayList<>();
        List<StrategyRun> runs = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            ConfiguredStrategy strategy = experiment.strategies().get(i);
            RoutePlan plan = plans.get(i);
            known.add(know(strategy, plan, threads, solvingProgress));
            if (!(plan.route() instanceof Route.Exact)) {
                runs.add(new StrategyRun(
                        strategy,
                        plan.route(),
                        new Tally(drawn.size(), experiment.budgets().size(), TrialGroups.of(drawn.size())),
                        experiment.budgets().size(),
                        experiment.trials() instanceof TrialPlan.Precision));
            }
        }
        play(runs, threads, patience, progress);
        return results(known, runs);
    }

    private Results results(List<Known> known, List<StrategyRun> runs) {
        List<Row> rows = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<Limit> limits = new ArrayList<>();
        List<BestBudget> bestBudgets = new ArrayList<>();
        List<List<RowMaker.Made>> made = new ArrayList<>();
        int next = 0;
        for (Known one : known) {
            List<RowMaker.Made> own = one.rows();
            if (own.isEmpty()) {
                StrategyRun run = runs.get(next++);
                Fault fault = run.fault();
                if (fault != null) {
                    faults.add(fault);
                    continue;
                }
                own = rowMaker.rows(run.strategy(), run.route(), run.tally(), run::trials);
            }
            made.add(own);
            List<Row> ownRows = own.stream().map(RowMaker.Made::row).toList();
            rows.addAll(ownRows);
            limits.addAll(one.limits());
            bestBudgets.addAll(BestBudgets.of(ownRows, one.overall()));
        }
        return new Results(
                rows,
                made.stream().flatMap(List::stream).map(RowMaker.Made::sample).toList(),
                faults,
                limits,
                bestBudgets,
                DifferenceMaker.of(made, experiment.budgets()));
    }

    /**
     * What mathematics says of one strategy.
     *
     * @param rows none when they are found by trials
     * @param limits by bin; none when they are not known
     * @param overall the best of all budgets by bin; none when they are not known
     */
    private record Known(List<RowMaker.Made> rows, List<Limit> limits, List<BestBudget.Overall> overall) {}

    private Known know(ConfiguredStrategy strategy, RoutePlan plan, int threads, SolvingProgress solvingProgress) {
        Route.Exact law = plan.law();
        if (law == null) {
            return new Known(List.of(), List.of(), List.of());
        }
        Budgets budgets = experiment.budgets();
        ExactRun solving = new ExactRun(experiment, drawn, law, threads, solvingProgress);
        boolean exact = plan.route() instanceof Route.Exact;
        int first = exact ? 0 : budgets.size();
        ExactRun.Solutions solutions = solving.solve(IntStream.range(first, budgets.size())
                .mapToLong(budgets::amount)
                .toArray());
        return new Known(
                exact ? rowMaker.rows(strategy, solutions.outcomes()) : List.of(),
                law.endless()
                        ? limitMaker.limits(
                                strategy,
                                solutions.limits(),
                                law.solver(drawn).independent())
                        : List.of(),
                plan.searchable()
                        ? experiment
                                .utility()
                                .map(utility -> new BudgetSearch(experiment, drawn, bins, costs, solving, utility)
                                        .run(solutions.limits()))
                                .orElse(List.of())
                        : List.of());
    }

    private void play(List<StrategyRun> runs, int threads, Duration patience, Progress progress) {
        if (runs.isEmpty()) {
            return;
        }
        try (WorkerPool pool = new WorkerPool(experiment, drawn, runs, threads, patience, progress)) {
            for (StrategyRun run : runs) {
                long first = firstTarget();
                double later = experiment.trials() instanceof TrialPlan.Count ? 0 : Double.NaN;
                plan(run, budget -> first, budget -> later);
            }
            while (pool.work()) {
                for (StrategyRun run : runs) {
                    run.finishRound();
                    if (!run.failed() && experiment.trials() instanceof TrialPlan.Precision precision) {
                        planNext(run, precision);
                    }
                }
            }
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
        List<Pilot> pilots = IntStream.range(0, experiment.budgets().size())
                .mapToObj(budget -> new Pilot(rowMaker.correct(run.tally(), budget), run.trials(budget)))
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
        double ratio = rowMaker.side(run.tally(), budget, trials) / precision.halfWidth();
        return ratio <= 1 ? trials : within(precision, Math.ceil(trials * ratio * ratio * HEADROOM));
    }
}
