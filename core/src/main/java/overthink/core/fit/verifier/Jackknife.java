package overthink.core.fit.verifier;

import java.util.function.ToDoubleFunction;

/**
 * Sums over problems in ten groups, from which a function of the sums has its value and its error: the delete-a-group jackknife,
 * error² = (G − 1)/G·Σ<sub>g</sub> (f without g − their mean)². Problems go to the groups in turn.
 */
final class Jackknife {

    private static final int GROUPS = 10;

    private final double[][] sums;
    private final boolean[] used = new boolean[GROUPS];
    private final int size;

    /** Sums of {@code size} quantities. */
    Jackknife(int size) {
        this.size = size;
        sums = new double[GROUPS][size];
    }

    /** Adds to a quantity's sum what a problem contributes. */
    void add(int problem, int quantity, double value) {
        sums[problem % GROUPS][quantity] += value;
        used[problem % GROUPS] = true;
    }

    /** A quantity's sum. */
    double sum(int quantity) {
        double sum = 0;
        for (double[] group : sums) {
            sum += group[quantity];
        }
        return sum;
    }

    /** A function of the sums, which may give NaN where they do not tell it. */
    Fitted of(ToDoubleFunction<double[]> function) {
        double value = function.applyAsDouble(without(-1));
        if (Double.isNaN(value)) {
            return Fitted.UNKNOWN;
        }
        double mean = 0;
        double squares = 0;
        int told = 0;
        for (int g = 0; g < GROUPS; g++) {
            double one = used[g] ? function.applyAsDouble(without(g)) : Double.NaN;
            if (!Double.isNaN(one)) {
                told++;
                double change = one - mean;
                mean += change / told;
                squares += change * (one - mean);
            }
        }
        return new Fitted(value, told < 2 ? Double.NaN : StrictMath.sqrt(squares * (told - 1) / told));
    }

    private double[] without(int left) {
        double[] rest = new double[size];
        for (int g = 0; g < GROUPS; g++) {
            for (int i = 0; i < size && g != left; i++) {
                rest[i] += sums[g][i];
            }
        }
        return rest;
    }
}
