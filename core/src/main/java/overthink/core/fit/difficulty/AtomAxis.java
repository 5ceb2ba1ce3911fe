package overthink.core.fit.difficulty;

/** Values of π₀, the share of problems with p = 0, and their prior: π₀ = 0 with probability .8, else density 4(1 − π₀)³. */
final class AtomAxis {

    private static final double LOG_NONE = StrictMath.log(0.8);
    private static final double SOME = 0.2;
    private static final double LEAST = 1e-5;
    private static final double MOST = 0.9999;
    private static final int FINE = 40;

    private static final double[] COARSE = {
        0, .002, .005, .01, .02, .03, .05, .07, .1, .13, .17, .21, .26, .32, .38, .45, .52, .6, .68, .76, .84, .9, .95,
        .98
    };

    private final double[] values;
    private final double[] logPrior;

    private AtomAxis(double[] values) {
        this.values = values;
        logPrior = new double[values.length];
        logPrior[0] = LOG_NONE;
        for (int j = 1; j < values.length; j++) {
            double rest = 1 - values[j];
            logPrior[j] = StrictMath.log(SOME * 4 * rest * rest * rest * spacing(j));
        }
    }

    /** The values that cover [0, 1). */
    static AtomAxis coarse() {
        return new AtomAxis(COARSE);
    }

    /** No atom, and 40 values over five standard deviations on both sides of a mean. */
    static AtomAxis around(double mean, double sd) {
        double low = Math.max(LEAST, mean - 5 * sd);
        double high = Math.min(MOST, mean + 5 * sd);
        double[] values = new double[FINE + 1];
        for (int j = 1; j <= FINE; j++) {
            values[j] = low + (high - low) * (j - 0.5) / FINE;
        }
        return new AtomAxis(values);
    }

    /** The length of the axis that stands for a value. */
    private double spacing(int j) {
        if (j == 1) {
            // the fine axis need not begin at 0
            double half = (values[2] - values[1]) / 2;
            return half + Math.min(half, values[1]);
        }
        double up = j + 1 < values.length ? values[j + 1] : Math.min(1, 2 * values[j] - values[j - 1]);
        return (up - values[j - 1]) / 2;
    }

    /** The spacing at the value nearest to {@code atom}, of those above 0. */
    double spacingAt(double atom) {
        int nearest = 1;
        for (int j = 2; j < values.length; j++) {
            if (Math.abs(values[j] - atom) < Math.abs(values[nearest] - atom)) {
                nearest = j;
            }
        }
        return spacing(nearest);
    }

    int size() {
        return values.length;
    }

    double value(int j) {
        return values[j];
    }

    double logPrior(int j) {
        return logPrior[j];
    }
}
