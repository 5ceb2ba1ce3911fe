package overthink.core.engine;

import java.util.ArrayList;
import java.util.List;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Cost;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;

/** Makes rows of tallies. Problems are added up in their order, so the last digit is the same on every run. */
final class RowMaker {

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
    List<Row> rows(Contestant contestant, Tally tally, long trials) {
        List<Row> rows = new ArrayList<>();
        for (Bin bin : bins) {
            for (int budget = 0; budget < experiment.budgets().size(); budget++) {
                rows.add(row(contestant, tally, trials, bin, budget));
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

    private Row row(Contestant contestant, Tally tally, long trials, Bin bin, int budget) {
        Estimate estimate = Estimate.of(correct(tally, bin, budget), trials);
        double total = (double) trials * bin.size();
        double abstained = sum(tally, bin, budget, Tally.ABSTAINED) / total;
        return new Row(
                contestant.name(),
                contestant.given(),
                experiment.budgets().resource(),
                experiment.budgets().values().get(budget),
                bin.name(),
                Method.SIMULATED,
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
                cost(tally, bin, budget, total));
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
