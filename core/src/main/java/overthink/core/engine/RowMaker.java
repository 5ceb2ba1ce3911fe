package overthink.core.engine;

import java.util.ArrayList;
import java.util.List;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Cost;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;

/** Makes rows of tallies. Problems are added up in their order, so the last digit is the same on every run. */
final class RowMaker {

    /** What is missing to a limit must exceed this, the rounding of a mean of accuracies, to be told from nothing. */
    private static final double LEAST_MISSING = 1e-13;

    private final Experiment experiment;
    private final List<Scene> scenes;
    private final List<Bin> bins;
    private final Ledger prices;

    RowMaker(Experiment experiment, List<Scene> scenes, List<Bin> bins) {
        this.experiment = experiment;
        this.scenes = scenes;
        this.bins = bins;
        prices = new Ledger(experiment.world());
    }

    /** The rows of one strategy after {@code trials} trials on each problem. */
    List<Row> rows(Contestant contestant, Route route, Tally tally, long trials) {
        List<Row> rows = new ArrayList<>();
        for (Bin bin : bins) {
            for (int budget = 0; budget < experiment.budgets().size(); budget++) {
                rows.add(row(contestant, route, tally, trials, bin, budget));
            }
        }
        return rows;
    }

    /** The widest half-interval of the accuracies over all problems. */
    double widestHalf(Tally tally, long trials) {
        double widest = 0;
        for (int budget = 0; budget < experiment.budgets().size(); budget++) {
            widest = Math.max(
                    widest,
                    Estimate.of(correct(tally, bins.get(0), budget), trials).halfWidth());
        }
        return widest;
    }

    private Row row(Contestant contestant, Route route, Tally tally, long trials, Bin bin, int budget) {
        Estimate estimate = Estimate.of(correct(tally, bin, budget), trials);
        double total = (double) trials * bin.size();
        double abstained = sum(tally, bin, budget, Tally.ABSTAINED) / total;
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
                sum(tally, bin, budget, Tally.COVERED) / total,
                abstained,
                (total - sum(tally, bin, budget, Tally.ABSTAINED) - sum(tally, bin, budget, Tally.CORRECT)) / total,
                route instanceof Route.Aggregated aggregated
                        ? cost(spending(aggregated, bin, budget), bin.size())
                        : cost(tally, bin, budget, total));
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
        double error = 0;
        double coverage = 0;
        double abstained = 0;
        Spending spending = Spending.NOTHING;
        int[] problems = bin.problems();
        for (int i = 0; i < size; i++) {
            Route.Standing standing = standings[problems[i]][budget];
            accuracies[i] = standing.accuracy();
            error += standing.error();
            coverage += standing.coverage();
            abstained += standing.abstained();
            spending = spending.plus(standing.spending());
        }
        Estimate estimate = Estimate.exact(accuracies, error / size);
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
                cost(spending, size));
    }

    /** Where one strategy's curve ends, by bin. */
    List<Limit> limits(Contestant contestant, Route.Ceiling[] ceilings, List<Row> rows) {
        List<Limit> limits = new ArrayList<>();
        for (int i = 0; i < bins.size(); i++) {
            Bin bin = bins.get(i);
            double accuracy = 0;
            double coverage = 0;
            for (int problem : bin.problems()) {
                accuracy += ceilings[problem].accuracy();
                coverage += ceilings[problem].coverage();
            }
            accuracy /= bin.size();
            int budgets = experiment.budgets().size();
            limits.add(new Limit(
                    contestant.name(),
                    contestant.given(),
                    bin.name(),
                    accuracy,
                    coverage / bin.size(),
                    slope(accuracy, rows.subList(i * budgets, (i + 1) * budgets))));
        }
        return limits;
    }

    private static double slope(double limit, List<Row> curve) {
        if (curve.size() < 2) {
            return Double.NaN;
        }
        Row last = curve.get(curve.size() - 1);
        Row before = curve.get(curve.size() - 2);
        double missing = limit - last.accuracy();
        double missingBefore = limit - before.accuracy();
        double error = Math.max(last.upper() - last.lower(), before.upper() - before.lower());
        if (Math.abs(missing) <= LEAST_MISSING + 100 * error
                || Math.abs(missingBefore) <= LEAST_MISSING + 100 * error
                || missing > 0 != missingBefore > 0) {
            return Double.NaN;
        }
        return StrictMath.log(missingBefore / missing) / StrictMath.log(last.budget() / before.budget());
    }

    private Spending spending(Route.Aggregated route, Bin bin, int budget) {
        Spending spending = Spending.NOTHING;
        for (int problem : bin.problems()) {
            Scene scene = scenes.get(problem);
            spending = spending.plus(
                    route.spending(scene.problem, ProblemView.candidates(experiment.budgets(), budget, scene.steps)));
        }
        return spending;
    }

    private Cost cost(Spending total, int size) {
        double prompt = total.promptTokens() / size;
        double tokens = total.tokens() / size;
        double calls = total.verifierCalls() / size;
        return new Cost(
                total.generations() / size,
                total.steps() / size,
                tokens,
                calls,
                total.rounds() / size,
                total.nanos() / size / Timeline.NANOS,
                prices.flops(prompt, tokens, calls),
                prices.usd(prompt, tokens, calls));
    }

    private Cost cost(Tally tally, Bin bin, int budget, double total) {
        double generations = 0;
        for (int problem : bin.problems()) {
            generations += (double) tally.sum(problem, budget, Tally.STEPS) / scenes.get(problem).steps;
        }
        double prompt = sum(tally, bin, budget, Tally.PROMPT_TOKENS) / total;
        double tokens = sum(tally, bin, budget, Tally.TOKENS) / total;
        double calls = sum(tally, bin, budget, Tally.VERIFIER_CALLS) / total;
        return new Cost(
                generations / total,
                sum(tally, bin, budget, Tally.STEPS) / total,
                tokens,
                calls,
                sum(tally, bin, budget, Tally.ROUNDS) / total,
                sum(tally, bin, budget, Tally.NANOS) / total / Timeline.NANOS,
                prices.flops(prompt, tokens, calls),
                prices.usd(prompt, tokens, calls));
    }

    private static long[] correct(Tally tally, Bin bin, int budget) {
        int[] problems = bin.problems();
        long[] correct = new long[problems.length];
        for (int i = 0; i < correct.length; i++) {
            correct[i] = tally.sum(problems[i], budget, Tally.CORRECT);
        }
        return correct;
    }

    private static double sum(Tally tally, Bin bin, int budget, int field) {
        long sum = 0;
        for (int problem : bin.problems()) {
            sum += tally.sum(problem, budget, field);
        }
        return sum;
    }
}
