package overthink.core.exact.selection;

/**
 * The law of a positive random variance, by which a sum of Student's t numbers is a Gaussian whose variance is drawn first:
 * weights on a grid of log-variances of step {@value #STEP}. What falls between grid points goes to the six around it by
 * Lagrange's weights, so that means of functions that are smooth in the log-variance keep nine digits or so. Immutable.
 */
final class VarianceMixture {

    private static final double STEP = 0.125;

    /** Densities below e to this are nothing. */
    private static final double NEGLIGIBLE = -42;

    /** At more degrees of freedom the variance is 1. */
    private static final double GAUSSIAN = 1e8;

    /** Grid points on the left of a value and on the right of it. */
    private static final int SIDE = 3;

    /** The log-variance of weights[0]. */
    private final double start;

    private final double[] weights;

    private VarianceMixture(double start, double[] weights) {
        this.start = start;
        this.weights = weights;
    }

    /** A function of a variance. */
    interface Of {
        double at(double variance);
    }

    /** A variance that is known. */
    static VarianceMixture known(double variance) {
        return new VarianceMixture(StrictMath.log(variance), new double[] {1});
    }

    /**
     * The variance of Student's t scaled to variance 1: (ν − 2)/(2·G), G gamma of shape ν/2. With w the log-variance above its
     * mode ln((ν − 2)/ν) the density is in proportion to exp(−ν/2·(w + e<sup>−w</sup> − 1)).
     */
    static VarianceMixture ofStudentT(double nu) {
        if (nu > GAUSSIAN) {
            return known(1);
        }
        double step = Math.min(STEP, 0.25 * StrictMath.sqrt(2 / nu));
        double low = end(nu, -step);
        double high = end(nu, step);
        double mode = StrictMath.log1p(-2 / nu);
        Heap heap = new Heap(mode + low, mode + high);
        double total = 0;
        for (double w = low; w <= high; w += step) {
            total += StrictMath.exp(logDensity(nu, w));
        }
        for (double w = low; w <= high; w += step) {
            heap.add(mode + w, StrictMath.exp(logDensity(nu, w)) / total);
        }
        return heap.mixture();
    }

    private static double end(double nu, double step) {
        double w = step;
        while (logDensity(nu, w) > NEGLIGIBLE) {
            w += step;
        }
        return w;
    }

    private static double logDensity(double nu, double w) {
        return -0.5 * nu * (w + StrictMath.expm1(-w));
    }

    /** This variance times a number above 0. */
    VarianceMixture times(double factor) {
        return new VarianceMixture(start + StrictMath.log(factor), weights);
    }

    /** This variance and another, drawn independently, added. */
    VarianceMixture plus(VarianceMixture other) {
        double low = logOfSum(start, other.start);
        double high = logOfSum(last(), other.last());
        Heap heap = new Heap(low, high);
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < other.weights.length; j++) {
                double weight = weights[i] * other.weights[j];
                if (weight != 0) {
                    heap.add(logOfSum(start + i * STEP, other.start + j * STEP), weight);
                }
            }
        }
        return heap.mixture();
    }

    private double last() {
        return start + (weights.length - 1) * STEP;
    }

    private static double logOfSum(double one, double other) {
        return Math.max(one, other) + StrictMath.log1p(StrictMath.exp(-Math.abs(one - other)));
    }

    /** The mean of a function of the variance. */
    double mean(Of function) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                sum += weights[i] * function.at(StrictMath.exp(start + i * STEP));
            }
        }
        return sum;
    }

    /** Weights as they are put on a grid. */
    private static final class Heap {

        private final double start;
        private final double[] weights;

        Heap(double low, double high) {
            start = low - SIDE * STEP;
            weights = new double[(int) Math.ceil((high - low) / STEP) + 2 * SIDE + 1];
        }

        void add(double log, double weight) {
            double place = (log - start) / STEP;
            int below = (int) place;
            double t = place - below;
            int first = below - SIDE + 1;
            // Lagrange's weights of the points -2, -1, 0, 1, 2, 3 at t in [0, 1)
            double a = t + 2;
            double b = t + 1;
            double c = t - 1;
            double d = t - 2;
            double e = t - 3;
            weights[first] -= weight * b * t * c * d * e / 120;
            weights[first + 1] += weight * a * t * c * d * e / 24;
            weights[first + 2] -= weight * a * b * c * d * e / 12;
            weights[first + 3] += weight * a * b * t * d * e / 12;
            weights[first + 4] -= weight * a * b * t * c * e / 24;
            weights[first + 5] += weight * a * b * t * c * d / 120;
        }

        VarianceMixture mixture() {
            return new VarianceMixture(start, weights);
        }
    }
}
