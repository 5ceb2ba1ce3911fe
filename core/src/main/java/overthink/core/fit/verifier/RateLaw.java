package overthink.core.fit.verifier;

import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.special.Gamma;

/**
 * A rate that differs from problem to problem: Beta of mean m and correlation r, r = 1/(α + β + 1) the correlation of two
 * verdicts of one problem, of which counts are seen (a Beta-binomial). Posterior on a grid: 61 values of m, even in its logit from
 * −7 to 7, and 40 of r, even in its logit from −7 to 4, each as likely as the other beforehand.
 *
 * @param mean the posterior mean of m, and its standard deviation
 * @param correlation the posterior mean of r, and its standard deviation
 */
public record RateLaw(Fitted mean, Fitted correlation) {

    private static final int MEANS = 61;
    private static final int CORRELATIONS = 40;
    private static final double FAR = 7;
    private static final double NEAR_ONE = 4;

    /** Nothing was seen. */
    static final RateLaw UNKNOWN = new RateLaw(Fitted.UNKNOWN, Fitted.UNKNOWN);

    /**
     * The law given counts by problem.
     *
     * @param trials by problem, at least 0
     * @param successes by problem
     */
    static RateLaw of(int[] trials, int[] successes) {
        Map<Long, Integer> groups = new TreeMap<>();
        for (int i = 0; i < trials.length; i++) {
            if (trials[i] > 0) {
                groups.merge(((long) trials[i] << 32) | successes[i], 1, Integer::sum);
            }
        }
        if (groups.isEmpty()) {
            return UNKNOWN;
        }
        double[][] logs = new double[MEANS][CORRELATIONS];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < MEANS; i++) {
            for (int j = 0; j < CORRELATIONS; j++) {
                double precision = 1 / correlation(j) - 1;
                logs[i][j] = log(groups, mean(i) * precision, (1 - mean(i)) * precision);
                most = Math.max(most, logs[i][j]);
            }
        }
        double[] sums = new double[5];
        for (int i = 0; i < MEANS; i++) {
            for (int j = 0; j < CORRELATIONS; j++) {
                double weight = StrictMath.exp(logs[i][j] - most);
                sums[0] += weight;
                sums[1] += weight * mean(i);
                sums[2] += weight * mean(i) * mean(i);
                sums[3] += weight * correlation(j);
                sums[4] += weight * correlation(j) * correlation(j);
            }
        }
        return new RateLaw(moments(sums[0], sums[1], sums[2]), moments(sums[0], sums[3], sums[4]));
    }

    private static Fitted moments(double all, double sum, double squares) {
        double mean = sum / all;
        return new Fitted(mean, StrictMath.sqrt(Math.max(0, squares / all - mean * mean)));
    }

    private static double log(Map<Long, Integer> groups, double a, double b) {
        double none = Gamma.logGamma(a + b) - Gamma.logGamma(a) - Gamma.logGamma(b);
        double sum = 0;
        for (Map.Entry<Long, Integer> group : groups.entrySet()) {
            int n = (int) (group.getKey() >>> 32);
            int c = (int) (long) group.getKey();
            sum += group.getValue()
                    * (none + Gamma.logGamma(a + c) + Gamma.logGamma(b + n - c) - Gamma.logGamma(a + b + n));
        }
        return sum;
    }

    private static double mean(int i) {
        return logistic(-FAR + 2 * FAR * i / (MEANS - 1));
    }

    private static double correlation(int j) {
        return logistic(-FAR + (FAR + NEAR_ONE) * j / (CORRELATIONS - 1));
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** α of the Beta law with the posterior means. */
    public double alpha() {
        return mean.value() * (1 / correlation.value() - 1);
    }

    /** β of the Beta law with the posterior means. */
    public double beta() {
        return (1 - mean.value()) * (1 / correlation.value() - 1);
    }
}
