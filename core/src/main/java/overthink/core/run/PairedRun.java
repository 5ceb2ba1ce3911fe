package overthink.core.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import overthink.core.estimate.Agreement;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Cost;
import overthink.core.estimate.PairedTrials;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.TrialPlan;
import overthink.core.fault.Fault;
import overthink.core.model.DrawnWorld;
import overthink.core.results.CostMaker;
import overthink.core.results.PairedResults;
import overthink.core.route.CallsByVerifier;
import overthink.core.route.ExpectedSpending;

/**
 * Plays two strategies on the same trials and compares them trial by trial. The k-th candidate of a trial is the same for both,
 * so what they come to differs by what they choose. The same on any number of threads.
 */
public final class PairedRun {

    /** The most trials, over all problems, that are kept one by one. */
    public static final long MOST_TRIALS = 20_000_000;

    private final Experiment experiment;
    private final DrawnWorld drawn;
    private final List<TrialSheet> sheets = new ArrayList<>();
    private final int trials;

    /**
     * One of the two.
     *
     * @param strategy with its parameters
     * @param budget in the resource's everyday unit
     */
    public record Side(ConfiguredStrategy strategy, double budget) {}

    private PairedRun(Experiment experiment, int trials) {
        this.experiment = experiment;
        this.trials = trials;
        drawn = experiment.world().draw(experiment.seed());
    }

    /**
     * Plays them.
     *
     * @param setting whose world, resource and seed are taken
     * @param trials of each problem, at least 2
     * @throws IllegalArgumentException when a strategy needs what the world lacks, the world has not so many candidates, or
     *     there would be more than {@value #MOST_TRIALS} trials over all problems
     */
    public static PairedResults play(Experiment setting, Side first, Side second, int trials, Execution execution) {
        int problems = setting.world().size();
        if (trials < 2 || (long) trials * problems > MOST_TRIALS) {
            throw new IllegalArgumentException("there must be 2 to %d trials of each of %d problems, not %d"
                    .formatted(MOST_TRIALS / problems, problems, trials));
        }
        TreeSet<Double> amounts = new TreeSet<>(List.of(first.budget()));
        amounts.add(second.budget());
        Budgets budgets = new Budgets(
                setting.budgets().resource(),
                List.copyOf(amounts),
                setting.budgets().generations());
        budgets.refusal(setting.world()).ifPresent(PairedRun::refuse);
        Stream.of(first, second)
                .flatMap(side -> side.strategy().refusal(setting.world()).stream())
                .findFirst()
                .ifPresent(PairedRun::refuse);
        Experiment experiment = new Experiment(
                setting.world(),
                budgets,
                List.of(first.strategy(), second.strategy()),
                new TrialPlan.Count(trials),
                new BinPlan.None(),
                setting.seed(),
                MethodChoice.SIMULATED);
        return new PairedRun(experiment, trials).play(List.of(first, second), execution);
    }

    private static void refuse(String reason) {
        throw new IllegalArgumentException(reason);
    }

    private PairedResults play(List<Side> sides, Execution execution) {
        List<StrategyRun> runs = new ArrayList<>();
        int budgets = experiment.budgets().size();
        for (Side side : sides) {
            TrialSheet sheet = new TrialSheet(
                    experiment.budgets().values().indexOf(side.budget()),
                    drawn.size(),
                    trials,
                    experiment.world().costs().told());
            StrategyRun run = new StrategyRun(side.strategy(), budgets, sheet);
            for (int budget = 0; budget < budgets; budget++) {
                long target = run.anytime() || budget == sheet.budget() ? trials : 0;
                run.plan(budget, target, target);
            }
            sheets.add(sheet);
            runs.add(run);
        }
        boolean whole;
        try (WorkerPool pool =
                new WorkerPool(experiment, drawn, runs, execution, sheets.get(0).groups())) {
            whole = pool.work() && !pool.cut();
        }
        List<Fault> faults =
                runs.stream().map(StrategyRun::fault).filter(Objects::nonNull).toList();
        return whole && faults.isEmpty()
                ? results()
                : new PairedResults(
                        Optional.empty(), Optional.empty(), Cost.NOTHING, Cost.NOTHING, Cost.NOTHING, faults);
    }

    private PairedResults results() {
        List<PairedTrials.Problem> problems = new ArrayList<>();
        Agreement agreement = Agreement.NOTHING;
        boolean graded = false;
        for (int problem = 0; problem < drawn.size(); problem++) {
            problems.add(moments(problem));
            Optional<Agreement> own = agreement(problem);
            graded |= own.isEmpty();
            agreement = agreement.plus(own.orElse(Agreement.NOTHING));
        }
        return new PairedResults(
                Optional.of(new PairedTrials(trials, drawn.gathering(), problems)),
                graded ? Optional.empty() : Optional.of(agreement),
                cost(sheets.subList(0, 1)),
                cost(sheets.subList(1, 2)),
                cost(sheets),
                List.of());
    }

    private PairedTrials.Problem moments(int problem) {
        TrialSheet one = sheets.get(0);
        TrialSheet other = sheets.get(1);
        double first = 0;
        double second = 0;
        for (int trial = 0; trial < trials; trial++) {
            first += one.worth(problem, trial);
            second += other.worth(problem, trial);
        }
        first /= trials;
        second /= trials;
        double firstSquares = 0;
        double secondSquares = 0;
        double products = 0;
        for (int trial = 0; trial < trials; trial++) {
            double x = one.worth(problem, trial) - first;
            double y = other.worth(problem, trial) - second;
            firstSquares += x * x;
            secondSquares += y * y;
            products += x * y;
        }
        double free = trials - 1.0;
        return new PairedTrials.Problem(first, second, firstSquares / free, secondSquares / free, products / free);
    }

    /** Of one problem; empty when something was neither right nor wrong. */
    private Optional<Agreement> agreement(int problem) {
        long[] counts = new long[4];
        for (int trial = 0; trial < trials; trial++) {
            double first = sheets.get(0).worth(problem, trial);
            double second = sheets.get(1).worth(problem, trial);
            if ((first != 0 && first != 1) || (second != 0 && second != 1)) {
                return Optional.empty();
            }
            counts[(int) (2 * first + second)]++;
        }
        return Optional.of(new Agreement(counts[3], counts[2], counts[1], counts[0]));
    }

    /** The mean of what a trial spends when all of some strategies choose from the same candidates. */
    private Cost cost(List<TrialSheet> of) {
        double generations = 0;
        double steps = 0;
        double tokens = 0;
        double promptTokens = 0;
        double cachedTokens = 0;
        double calls = 0;
        double[] told = new double[experiment.world().costs().told()];
        for (int problem = 0; problem < drawn.size(); problem++) {
            for (int trial = 0; trial < trials; trial++) {
                long mostSteps = 0;
                long mostTokens = 0;
                long mostPromptTokens = 0;
                long mostCachedTokens = 0;
                long mostCalls = 0;
                for (TrialSheet sheet : of) {
                    mostSteps = Math.max(mostSteps, sheet.steps(problem, trial));
                    mostTokens = Math.max(mostTokens, sheet.tokens(problem, trial));
                    mostPromptTokens = Math.max(mostPromptTokens, sheet.promptTokens(problem, trial));
                    mostCachedTokens = Math.max(mostCachedTokens, sheet.cachedTokens(problem, trial));
                    mostCalls = Math.max(mostCalls, sheet.verifierCalls(problem, trial));
                }
                generations += (double) mostSteps / drawn.steps(problem);
                steps += mostSteps;
                tokens += mostTokens;
                promptTokens += mostPromptTokens;
                cachedTokens += mostCachedTokens;
                calls += mostCalls;
                for (int i = 0; i < told.length; i++) {
                    told[i] += mostOf(of, i, problem, trial);
                }
            }
        }
        return new CostMaker(experiment.world().costs(), drawn)
                .of(
                        new ExpectedSpending(
                                generations,
                                steps,
                                tokens,
                                promptTokens,
                                cachedTokens,
                                calls,
                                0,
                                0,
                                CallsByVerifier.of(told)),
                        Math.multiplyExact(trials, drawn.size()));
    }

    private static long mostOf(List<TrialSheet> sheets, int amount, int problem, int trial) {
        long most = 0;
        for (TrialSheet sheet : sheets) {
            most = Math.max(most, sheet.told(amount, problem, trial));
        }
        return most;
    }
}
