package overthink.core.exact.allocation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import overthink.core.api.RealRange;
import overthink.core.api.WholeRange;

/**
 * What is known of problems' difficulty before anything is spent on them: a signal s = √r·z + √(1 − r)·ξ with z the normal score
 * of a problem's ease among all, Φ<sup>−1</sup>((rank − ½)/n), and ξ standard normal. So r is the share of the signal's variance
 * that tells of difficulty, √r its correlation with it. The signal is told as one of k classes of equal probability, class 0 the
 * hardest.
 *
 * <p>P(class c | problem i) = Φ((e<sub>c+1</sub> − √r·z<sub>i</sub>)/√(1 − r)) − Φ((e<sub>c</sub> − √r·z<sub>i</sub>)/√(1 − r)),
 * e<sub>c</sub> = Φ<sup>−1</sup>(c/k). What is known of a class is the posterior mean curve of its problems, Σ<sub>i</sub>
 * P(c | i)·A<sub>i</sub>(N)/Σ<sub>i</sub> P(c | i). A split of a budget by classes can be carried out, so its value is had; finer
 * classes never have less.
 */
public final class PredictedDifficulty {

    /** What r may be. */
    public static final RealRange CORRELATION = RealRange.PROBABILITY;

    /** How many classes there may be. */
    public static final WholeRange CLASSES = new WholeRange(1, 1024);

    /** So many classes lose next to nothing of a signal that is told as it is. */
    public static final int FINE = 128;

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private PredictedDifficulty() {}

    /**
     * P(class | problem), by class and problem.
     *
     * @param ease of the problems, such as p: greater is easier; equals share their mean rank
     * @param correlation r; at 0 every class is as likely, at 1 each problem is in the class of its rank
     * @param classes k
     * @throws IllegalArgumentException when r or k is out of range, or there is no problem
     */
    public static double[][] classes(double[] ease, double correlation, int classes) {
        CORRELATION.check("the correlation", correlation);
        CLASSES.check("classes", classes);
        if (ease.length == 0) {
            throw new IllegalArgumentException("there must be at least one problem");
        }
        double[] quantiles = quantiles(ease);
        double[][] weights = new double[classes][ease.length];
        for (int i = 0; i < ease.length; i++) {
            if (correlation == 1) {
                weights[Math.min(classes - 1, (int) (quantiles[i] * classes))][i] = 1;
            } else {
                double z = NORMAL.inverseCumulativeProbability(quantiles[i]);
                double below = 0;
                for (int one = 0; one < classes; one++) {
                    double upTo = one == classes - 1 ? 1 : below((one + 1.0) / classes, z, correlation);
                    weights[one][i] = Math.max(0, upTo - below);
                    below = upTo;
                }
            }
        }
        return weights;
    }

    /** P(signal below its quantile u | z). */
    private static double below(double u, double z, double correlation) {
        return correlation == 0
                ? u
                : NORMAL.cumulativeProbability((NORMAL.inverseCumulativeProbability(u) - Math.sqrt(correlation) * z)
                        / Math.sqrt(1 - correlation));
    }

    /** (mean rank − ½)/n of each. */
    private static double[] quantiles(double[] ease) {
        int[] order = IntStream.range(0, ease.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> ease[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] quantiles = new double[ease.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && ease[order[to]] == ease[order[from]]) {
                to++;
            }
            double quantile = (from + to) / 2.0 / ease.length;
            Arrays.stream(order, from, to).forEach(i -> quantiles[i] = quantile);
            from = to;
        }
        return quantiles;
    }
}
