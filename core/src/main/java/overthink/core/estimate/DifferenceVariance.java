package overthink.core.estimate;

import java.util.List;
import java.util.function.ToDoubleFunction;
import overthink.core.estimate.PairedTrials.Problem;

/**
 * Of what the variance of a mean difference between two strategies is made. On n problems drawn from the population, with m
 * samples of both strategies on each,
 * <pre>Var = (between + within/m)/n.</pre>
 * With D the difference of one sample: where problems are shared, <i>between</i> = Var(E[D | problem]); where they are not,
 * Var(E[A | problem]) + Var(E[B | problem]). Where candidates are shared, <i>within</i> = E[Var(D | problem)] = E[V<sub>A</sub>
 * + V<sub>B</sub> − 2C]; where they are not, E[V<sub>A</sub> + V<sub>B</sub>]. (The variance of a mean in two-stage sampling;
 * Cochran, Sampling Techniques, ch. 10. For benchmarks of language models: Miller 2024, arXiv:2411.00640.)
 *
 * @param pairing what is shared
 * @param between problems, at least 0
 * @param within a problem, of one sample, at least 0
 */
public record DifferenceVariance(Pairing pairing, double between, double within) {

    /**
     * What trials say of it, without bias, but that neither part is below 0: <i>within</i> is the mean of the problems'
     * variances, <i>between</i> the variance of the problems' means less <i>within</i>/trials, which trials add to it.
     */
    public static DifferenceVariance of(PairedTrials trials, Pairing pairing) {
        return switch (pairing) {
            case CANDIDATES ->
                new DifferenceVariance(
                        pairing,
                        between(trials, Problem::difference, Problem::differenceVariance),
                        mean(trials.problems(), Problem::differenceVariance));
            case PROBLEMS ->
                new DifferenceVariance(
                        pairing,
                        between(trials, Problem::difference, Problem::differenceVariance),
                        mean(trials.problems(), problem -> problem.firstVariance() + problem.secondVariance()));
            case NOTHING ->
                new DifferenceVariance(
                        pairing,
                        between(trials, Problem::first, Problem::firstVariance)
                                + between(trials, Problem::second, Problem::secondVariance),
                        mean(trials.problems(), problem -> problem.firstVariance() + problem.secondVariance()));
        };
    }

    /** The variance that each problem adds with m samples on it: between + within/m. */
    public double each(double samples) {
        return between + within / samples;
    }

    private static double between(
            PairedTrials trials, ToDoubleFunction<Problem> mean, ToDoubleFunction<Problem> variance) {
        List<Problem> problems = trials.problems();
        double centre = mean(problems, mean);
        double spread = 0;
        for (Problem problem : problems) {
            double deviation = mean.applyAsDouble(problem) - centre;
            spread += deviation * deviation;
        }
        return Math.max(0, spread / (problems.size() - 1) - mean(problems, variance) / trials.trials());
    }

    private static double mean(List<Problem> problems, ToDoubleFunction<Problem> of) {
        double sum = 0;
        for (Problem problem : problems) {
            sum += of.applyAsDouble(problem);
        }
        return sum / problems.size();
    }
}
