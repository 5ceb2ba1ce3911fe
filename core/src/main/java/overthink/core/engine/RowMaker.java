package overthink.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Cost;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.estimate.Utility;
import overthink.core.estimate.Worth;

/** Makes rows of tallies and of standings. */
final class RowMaker {

    private final Experiment experiment;
    private final List<Scene> scenes;
    private final List<Bin> bins;
    private final CostMaker costs;

    RowMaker(Experiment experiment, List<Scene> scenes, List<Bin> bins, CostMaker costs) {
        this.experiment = experiment;
        this.scenes = scenes;
        this.bins = bins;
        this.costs = costs;
    }

    /**
     * The rows of one strategy that was played.
     *
     * @param trials on each problem, by budget
     */
    List<Row> rows(Contestant contestant, Route route, Tally tally, IntToLongFunction trials) {
        List<Row> rows = new ArrayList<>();
        for (Bin bin : bins) {
            for (int budget = 0; budget < experiment.budgets().size(); budget++) {
                rows.add(row(contestant, route, tally, trials.applyAsLong(budget), bin, budget));
            }
        }
        return rows;
    }

    /** The half-interval of the accuracy over all problems at a budget. */
    double half(Tally tally, int budget, long trials) {
        return Estimate.of(counts(tally, bins.get(0).problems(), budget, Tally.CORRECT), trials)
                .halfWidth();
    }

    private Row row(Contestant contestant, Route route, Tally tally, long trials, Bin bin, int budget) {
        int[] problems = bin.problems();
        long[] correct = counts(tally, problems, budget, Tally.CORRECT);
        Estimate estimate = Estimate.of(correct, trials);
        double total = (double) trials * bin.size();
        double abstained = CostMaker.sum(tally, problems, budget, Tally.ABSTAINED);
        Cost cost = route instanceof Route.Aggregated aggregated
                ? costs.of(spending(aggregated, problems, budget), bin.size())
                : costs.of(tally, problems, budget, trials);
        return new Row(
                contestant.name(),
                contestant.given(),
                experiment.budgets().resource(),
                experiment.budgets().values().get(budget),
                bin.name(),
                route.method(),
                bin.size(),
                trials * bin.size(),
                estimate.accuracy(),
                estimate.stdError(),
                estimate.populationStdError(),
                estimate.lower(),
                estimate.upper(),
                CostMaker.sum(tally, problems, budget, Tally.COVERED) / total,
                abstained / total,
                (total - abstained - CostMaker.sum(tally, problems, budget, Tally.CORRECT)) / total,
                cost,
                experiment.utility().map(utility -> worth(utility, route, tally, trials, problems, budget, correct)));
    }

    private Worth worth(
            Utility utility, Route route, Tally tally, long trials, int[] problems, int budget, long[] correct) {
        double[] paid = new double[problems.length];
        for (int i = 0; i < paid.length && utility.priced(); i++) {
            int[] one = {problems[i]};
            paid[i] = utility.paid(
                    route instanceof Route.Aggregated aggregated
                            ? costs.of(spending(aggregated, one, budget), 1)
                            : costs.of(tally, one, budget, trials));
        }
        long[] abstained = counts(tally, problems, budget, Tally.ABSTAINED);
        return Worth.of(utility, correct, abstained, paid, trials, route instanceof Route.Aggregated);
    }

    /** The rows of one strategy whose standings are known, by problem and budget. */
    List<Row> rows(Contestant contestant, Route.Standing[][] standings) {
        List<Row> rows = new ArrayList<>();
        for (Bin bin : bins) {
            for (int budget = 0; budget < experiment.budgets().size(); budget++) {
                rows.add(row(contestant, standings, bin, budget));
            }
        }
        return rows;
    }

    private Row row(Contestant contestant, Route.Standing[][] standings, Bin bin, int budget) {
        int size = bin.size();
        double[] accuracies = new double[size];
        double[] abstentions = new double[size];
        double error = 0;
        double coverage = 0;
        double abstained = 0;
        Spending spending = Spending.NOTHING;
        int[] problems = bin.problems();
        for (int i = 0; i < size; i++) {
            Route.Standing standing = standings[problems[i]][budget];
            accuracies[i] = standing.accuracy();
            abstentions[i] = standing.abstained();
            error += standing.error();
            coverage += standing.coverage();
            abstained += standing.abstained();
            spending = spending.plus(standing.spending());
        }
        double meanError = error / size;
        Estimate estimate = Estimate.exact(accuracies, meanError);
        return new Row(
                contestant.name(),
                contestant.given(),
                experiment.budgets().resource(),
                experiment.budgets().values().get(budget),
                bin.name(),
                Method.EXACT,
                size,
                0,
                estimate.accuracy(),
                estimate.stdError(),
                estimate.populationStdError(),
                estimate.lower(),
                estimate.upper(),
                coverage / size,
                abstained / size,
                Math.max(0, 1 - estimate.accuracy() - abstained / size),
                costs.of(spending, size),
                experiment.utility().map(utility -> {
                    double[] paid = new double[size];
                    for (int i = 0; i < size; i++) {
                        paid[i] = utility.paid(costs.of(standings[problems[i]][budget].spending(), 1));
                    }
                    return Worth.exact(utility, accuracies, abstentions, paid, meanError);
                }));
    }

    private Spending spending(Route.Aggregated route, int[] problems, int budget) {
        Spending spending = Spending.NOTHING;
        for (int problem : problems) {
            Scene scene = scenes.get(problem);
            spending = spending.plus(
                    route.spending(scene.problem, ProblemView.candidates(experiment.budgets(), budget, scene.steps)));
        }
        return spending;
    }

    private static long[] counts(Tally tally, int[] problems, int budget, int field) {
        long[] counts = new long[problems.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = tally.sum(problems[i], budget, field);
        }
        return counts;
    }
}
