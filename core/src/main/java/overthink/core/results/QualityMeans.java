package overthink.core.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Mean;
import overthink.core.estimate.PopulationError;
import overthink.core.trial.Tally;

/**
 * The mean quality of what was committed, over the trials that gave an answer: R = Σ S<sub>i</sub> ÷ Σ a<sub>i</sub>, with S<sub>i</sub>
 * the sum over the n trials of problem i and a<sub>i</sub> its answers. Problem i counts as R + d<sub>i</sub>/ā with d<sub>i</sub> =
 * (S<sub>i</sub> − R·a<sub>i</sub>)/n and ā the share of answers. The error over these problems is √(Σ v<sub>i</sub>)/(P·ā), v<sub>i</sub>
 * the variance of (q − R) of a trial, 0 without an answer, over n: ((Q<sub>i</sub> − 2·R·S<sub>i</sub> + R²·a<sub>i</sub>)/n −
 * d<sub>i</sub>²)/(n − 1), Q<sub>i</sub> the sum of squares. For one trial per problem it is that over the population, which is not
 * less in expectation.
 */
final class QualityMeans {

    private QualityMeans() {}

    /** Of what a tally has of one budget, by name. */
    static Map<String, Mean> of(List<String> names, Tally tally, Bin bin, int budget, long trials) {
        Map<String, Mean> means = new LinkedHashMap<>();
        for (int which = 0; which < names.size(); which++) {
            means.put(names.get(which), of(which, tally, bin, budget, trials));
        }
        return means;
    }

    /** The mean of the number at a place. */
    static Mean of(int which, Tally tally, Bin bin, int budget, long trials) {
        int[] problems = bin.problems();
        double n = trials;
        double sum = 0;
        double answers = 0;
        for (int problem : problems) {
            sum += tally.quality(problem, budget, which);
            answers += n - tally.sum(problem, budget, Tally.ABSTAINED);
        }
        if (answers == 0) {
            return Mean.UNKNOWN;
        }
        double mean = sum / answers;
        double answered = answers / (n * problems.length);
        double variance = 0;
        double[] values = new double[problems.length];
        for (int i = 0; i < problems.length; i++) {
            double own = tally.quality(problems[i], budget, which);
            double given = n - tally.sum(problems[i], budget, Tally.ABSTAINED);
            double deviation = (own - mean * given) / n;
            double square =
                    (tally.squaredQuality(problems[i], budget, which) - 2 * mean * own + mean * mean * given) / n;
            variance += trials > 1 ? Math.max(0, square - deviation * deviation) / (n - 1) : 0;
            values[i] = mean + deviation / answered;
        }
        double population = PopulationError.of(values, bin.gathering());
        double seen = trials > 1 ? Math.sqrt(variance) / problems.length / answered : population;
        return new Mean(mean, seen, population);
    }

    /**
     * Of means that are known, by problem of the bin.
     *
     * @param quality of what is committed given an answer
     * @param answered the chance of an answer
     */
    static Mean known(Bin bin, IntToDoubleFunction quality, IntToDoubleFunction answered) {
        double sum = 0;
        double answers = 0;
        for (int i = 0; i < bin.size(); i++) {
            double given = answered.applyAsDouble(i);
            sum += given == 0 ? 0 : bin.weight(i) * given * quality.applyAsDouble(i);
            answers += bin.weight(i) * given;
        }
        if (answers == 0) {
            return Mean.UNKNOWN;
        }
        double mean = sum / answers;
        double share = answers / bin.total();
        double[] values = new double[bin.size()];
        for (int i = 0; i < values.length; i++) {
            double given = answered.applyAsDouble(i);
            values[i] = mean + (given == 0 ? 0 : given * (quality.applyAsDouble(i) - mean) / share);
        }
        return new Mean(mean, 0, PopulationError.of(values, bin.gathering()));
    }
}
