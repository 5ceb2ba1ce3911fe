package overthink.core.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Law;
import overthink.core.api.Resource;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Cost;
import overthink.core.estimate.CostParts;
import overthink.core.estimate.CostShares;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.ExpectedUtility;
import overthink.core.estimate.Method;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;
import overthink.core.estimate.Spread;
import overthink.core.estimate.Utility;
import overthink.core.exact.Coverage;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.TrialPlan;
import overthink.core.model.DrawnWorld;
import overthink.core.model.Model;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.Route;
import overthink.core.trial.Tally;
import overthink.core.world.Gathering;

/** Makes rows of tallies and of outcomes. */
public final class RowMaker {

    private final Experiment experiment;
    private final DrawnWorld drawn;
    private final List<Bin> bins;
    private final CostMaker costs;
    private final DetailMaker details;
    private final ShareMaker shares;
    private final PartMaker parts;

    /**
     * A maker of rows.
     *
     * @param cells of the bins, by which tallies count what trials spend; null when those counts are of other problems,
     *     too
     */
    public RowMaker(
            Experiment experiment, DrawnWorld drawn, List<Bin> bins, CostMaker costs, @Nullable BinCells cells) {
        this.experiment = experiment;
        this.drawn = drawn;
        this.bins = bins;
        this.costs = costs;
        details = new DetailMaker(experiment, drawn, costs, cells);
        shares = new ShareMaker(experiment.world());
        parts = new PartMaker(experiment.world());
    }

    /**
     * A row, and what its means are made of.
     *
     * @param row the row
     * @param sample of its problems
     */
    public record Made(Row row, Sample sample) {}

    /**
     * The rows of one strategy that was played.
     *
     * @param trials on each problem, by budget
     */
    public List<Made> rows(ConfiguredStrategy strategy, Route route, Tally tally, IntToLongFunction trials) {
        List<Made> rows = new ArrayList<>();
        for (Bin bin : bins) {
            for (int budget = 0; budget < experiment.budgets().size(); budget++) {
                rows.add(row(strategy, route, tally, trials.applyAsLong(budget), bin, budget));
            }
        }
        return rows;
    }

    /** The larger side of the interval of the accuracy over all problems at a budget, or of the quality where none is right or wrong. */
    public double side(Tally tally, int budget, long trials) {
        if (!experiment.world().rightOrWrong()) {
            double error =
                    QualityMeans.of(0, tally, bins.get(0), budget, trials).stdError();
            return Double.isNaN(error) ? Double.POSITIVE_INFINITY : Estimate.Z95 * error;
        }
        return estimate(tally, bins.get(0).problems(), budget, trials).side();
    }

    /** Successes by problem at a budget. */
    public long[] correct(Tally tally, int budget) {
        return correct(tally, bins.get(0).problems(), budget);
    }

    /** Successes by problem where answers are right or wrong, whole ones where worth is graded. */
    private static long[] correct(Tally tally, int[] problems, int budget) {
        long[] counts = counts(tally, problems, budget, Tally.WORTH);
        for (int i = 0; i < counts.length; i++) {
            counts[i] /= Model.RIGHT;
        }
        return counts;
    }

    private static Estimate estimate(Tally tally, int[] problems, int budget, long trials) {
        if (tally.rightOrWrong(problems, budget)) {
            return Estimate.of(correct(tally, problems, budget), trials);
        }
        double[] sums = new double[problems.length];
        double[] squares = new double[problems.length];
        for (int i = 0; i < problems.length; i++) {
            sums[i] = (double) tally.sum(problems[i], budget, Tally.WORTH) / Model.RIGHT;
            squares[i] = (double) tally.sum(problems[i], budget, Tally.SQUARED_WORTH) / Model.RIGHT;
        }
        return Estimate.graded(sums, squares, trials);
    }

    private Made row(ConfiguredStrategy strategy, Route route, Tally tally, long trials, Bin bin, int budget) {
        int[] problems = bin.problems();
        long[] correct = correct(tally, problems, budget);
        Estimate estimate = estimate(tally, problems, budget, trials)
                .over(bin.gathering(), accuracies(tally, problems, budget, trials));
        double total = (double) trials * bin.size();
        double abstained = tally.sum(problems, budget, Tally.ABSTAINED);
        Cost cost = route instanceof Route.Aggregated aggregated
                ? costs.of(spending(aggregated, problems, budget), bin.size())
                : costs.of(tally, problems, budget, trials);
        CostShares divided = route instanceof Route.Aggregated aggregated
                ? shares.of(spending(aggregated, problems, budget), bin.size())
                : shares.of(tally, problems, budget, trials);
        CostParts went = route instanceof Route.Aggregated aggregated
                ? parts.of(spending(aggregated, problems, budget), bin.size())
                : parts.of(tally, problems, budget, trials);
        Cost[] spent = route instanceof Route.Aggregated aggregated ? spent(aggregated, problems, budget) : null;
        KnownDetails known = route instanceof Route.Aggregated aggregated
                ? details.known(aggregated, tally, trials, bin, budget)
                : null;
        TallySample sample = new TallySample(
                tally,
                budget,
                bin,
                steps(problems),
                spent,
                coverage(strategy, problems, budget),
                costs,
                experiment.utility(),
                known,
                details.tellsAnswers());
        double[] errors = Spread.of(sample);
        Row row = new Row(
                asked(strategy, bin, budget),
                new Row.Basis(
                        route.method(),
                        bin.size(),
                        trials * bin.size(),
                        limited(tally, budget, trials),
                        bin.gathering()),
                estimate,
                new Row.Shares(
                        sample.coverage(),
                        abstained / total,
                        (total - abstained - tally.sum(problems, budget, Tally.WORTH) / Model.RIGHT) / total),
                cost,
                spent == null ? Cost.of(errors) : Cost.NOTHING,
                experiment
                        .utility()
                        .map(utility -> worth(utility, tally, trials, sample, budget, correct, errors, spent != null)),
                details.perTrial(strategy, sample, errors, known, tally, bin, budget)
                        .with(divided, went));
        return new Made(told(row), sample);
    }

    private Row.Asked asked(ConfiguredStrategy strategy, Bin bin, int budget) {
        return new Row.Asked(
                strategy.name(),
                strategy.given(),
                strategy.parameters().asMap(),
                experiment.budgets().resource(),
                experiment.budgets().values().get(budget),
                bin.name());
    }

    /** A row without what means nothing where candidates are neither right nor wrong. */
    private Row told(Row row) {
        return experiment.world().rightOrWrong() ? row : row.withoutRightOrWrong();
    }

    private static double[] accuracies(Tally tally, int[] problems, int budget, long trials) {
        return Arrays.stream(problems)
                .mapToDouble(problem -> (double) tally.sum(problem, budget, Tally.WORTH) / Model.RIGHT / trials)
                .toArray();
    }

    /**
     * By problem the chance that some candidate is right, where that is known better than from trials, which draw from the
     * share of right ones among recorded candidates: of strategies that draw all that is paid for; else NaN.
     */
    private double[] coverage(ConfiguredStrategy strategy, int[] problems, int budget) {
        Resource resource = experiment.budgets().resource();
        boolean known = strategy.law().filter(Law::sideBySide).isPresent()
                && (resource == Resource.GENERATIONS || resource == Resource.STEPS);
        double[] coverage = new double[problems.length];
        Arrays.fill(coverage, Double.NaN);
        for (int i = 0; known && i < coverage.length; i++) {
            long counted = drawn.counted(problems[i]);
            long candidates = experiment.budgets().candidates(budget, drawn.steps(problems[i]));
            if (counted > 0) {
                coverage[i] = Coverage.measured(drawn.p(problems[i]), counted, candidates);
            }
        }
        return coverage;
    }

    /** Whether the trials are as many as they may be, and yet less precise than what was asked for. */
    private boolean limited(Tally tally, int budget, long trials) {
        return experiment.trials() instanceof TrialPlan.Precision precision
                && side(tally, budget, trials) > precision.halfWidth();
    }

    private ExpectedUtility worth(
            Utility utility,
            Tally tally,
            long trials,
            TallySample sample,
            int budget,
            long[] correct,
            double[] errors,
            boolean fixed) {
        int[] problems = sample.problems();
        double[] paid = new double[problems.length];
        double[] means = new double[Quantity.COUNT];
        for (int i = 0; i < paid.length && utility.priced(); i++) {
            sample.means(i, means);
            paid[i] = utility.paid(Cost.of(means));
        }
        long[] abstained = counts(tally, problems, budget, Tally.ABSTAINED);
        return ExpectedUtility.of(
                utility,
                correct,
                abstained,
                paid,
                trials,
                fixed || !utility.priced()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(errors[Quantity.UTILITY.ordinal()]),
                sample.gathering());
    }

    /**
     * The rows of one strategy whose outcomes are known, by problem and budget.
     *
     * @param expected what is known beside, likewise; none where nobody asks
     */
    public List<Made> rows(ConfiguredStrategy strategy, ExpectedOutcome[][] outcomes, ExpectedDetail[][] expected) {
        List<Made> rows = new ArrayList<>();
        for (Bin bin : bins) {
            for (int budget = 0; budget < experiment.budgets().size(); budget++) {
                KnownDetails known = details.known(expected, outcomes, bin, budget);
                KnownSample sample = new KnownSample(bin, outcomes, budget, costs, experiment.utility(), known);
                rows.add(new Made(told(row(strategy, outcomes, sample, known, bin, budget)), sample));
            }
        }
        return rows;
    }

    private Row row(
            ConfiguredStrategy strategy,
            ExpectedOutcome[][] outcomes,
            KnownSample sample,
            KnownDetails known,
            Bin bin,
            int budget) {
        int size = bin.size();
        double[] accuracies = new double[size];
        double[] abstentions = new double[size];
        double error = 0;
        double coverage = 0;
        double abstained = 0;
        int[] problems = bin.problems();
        // weights sum up to 1 but for rounding: from the first problem on, what all of them spend has none
        boolean whole = bin.gathering() == Gathering.POPULATION;
        ExpectedSpending base = whole ? outcomes[problems[0]][budget].spending() : ExpectedSpending.NOTHING;
        ExpectedSpending spending = ExpectedSpending.NOTHING;
        for (int i = 0; i < size; i++) {
            ExpectedOutcome outcome = outcomes[problems[i]][budget];
            accuracies[i] = outcome.accuracy();
            abstentions[i] = outcome.abstained();
            double weight = bin.weight(i);
            error += weight * outcome.error();
            coverage += weight * outcome.coverage();
            abstained += weight * outcome.abstained();
            spending = spending.plus(outcome.spending().less(base).times(weight));
        }
        double total = bin.total();
        double meanError = error / total;
        ExpectedSpending spent = whole ? base.plus(spending.times(1 / total)) : spending;
        double weight = whole ? 1 : total;
        Estimate estimate = Estimate.exact(accuracies, bin, meanError);
        return new Row(
                asked(strategy, bin, budget),
                new Row.Basis(Method.EXACT, size, 0, false, bin.gathering()),
                estimate,
                new Row.Shares(
                        Math.min(1, coverage / total),
                        Math.min(1, abstained / total),
                        Math.max(0, 1 - estimate.accuracy() - abstained / total)),
                costs.of(spent, weight),
                Cost.NOTHING,
                experiment.utility().map(utility -> {
                    double[] paid = new double[size];
                    for (int i = 0; i < size; i++) {
                        paid[i] = utility.paid(costs.of(outcomes[problems[i]][budget].spending(), 1));
                    }
                    return ExpectedUtility.exact(utility, accuracies, abstentions, paid, bin, meanError);
                }),
                details.perTrial(strategy, sample, new double[Quantity.COUNT], known, null, bin, budget)
                        .with(shares.of(spent, weight), parts.of(spent, weight)));
    }

    private ExpectedSpending spending(Route.Aggregated route, int[] problems, int budget) {
        ExpectedSpending spending = ExpectedSpending.NOTHING;
        for (int problem : problems) {
            spending = spending.plus(spending(route, problem, budget));
        }
        return spending;
    }

    private ExpectedSpending spending(Route.Aggregated route, int problem, int budget) {
        return route.spending(drawn, problem, experiment.budgets().candidates(budget, drawn.steps(problem)));
    }

    private Cost[] spent(Route.Aggregated route, int[] problems, int budget) {
        Cost[] spent = new Cost[problems.length];
        for (int i = 0; i < spent.length; i++) {
            spent[i] = costs.of(spending(route, problems[i], budget), 1);
        }
        return spent;
    }

    private int[] steps(int[] problems) {
        int[] steps = new int[problems.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = drawn.steps(problems[i]);
        }
        return steps;
    }

    private static long[] counts(Tally tally, int[] problems, int budget, int field) {
        long[] counts = new long[problems.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = tally.sum(problems[i], budget, field);
        }
        return counts;
    }
}
