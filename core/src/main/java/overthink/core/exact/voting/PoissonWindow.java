package overthink.core.exact.voting;

import java.util.Arrays;

/**
 * The Poisson law where it has mass: P(X = i) for i from {@code low} to {@code high}; outside, the probabilities are below
 * a given share of the greatest one. From ratios of neighbours, normalised by their sum, so that no factorial is needed.
 */
final class PoissonWindow {

    private final double mean;
    private final int low;
    private final double[] mass;

    /**
     * The law of mean {@code mean}.
     *
     * @param mean at least 0
     * @param negligible share of the greatest probability below which nothing counts
     */
    PoissonWindow(double mean, double negligible) {
        this.mean = mean;
        int mode = (int) mean;
        double[] below = new double[32];
        int belows = 0;
        double term = 1;
        for (int i = mode; i > 0; i--) {
            term *= i / mean;
            if (term < negligible) {
                break;
            }
            below = room(below, belows);
            below[belows++] = term;
        }
        double[] above = new double[32];
        int aboves = 0;
        term = 1;
        for (int i = mode + 1; ; i++) {
            term *= mean / i;
            if (!(term >= negligible)) {
                break;
            }
            above = room(above, aboves);
            above[aboves++] = term;
        }
        low = mode - belows;
        mass = new double[belows + 1 + aboves];
        mass[belows] = 1;
        for (int i = 0; i < belows; i++) {
            mass[belows - 1 - i] = below[i];
        }
        System.arraycopy(above, 0, mass, belows + 1, aboves);
        double total = 0;
        for (double part : mass) {
            total += part;
        }
        for (int i = 0; i < mass.length; i++) {
            mass[i] /= total;
        }
    }

    private static double[] room(double[] array, int used) {
        return used < array.length ? array : Arrays.copyOf(array, 2 * used);
    }

    double mean() {
        return mean;
    }

    int low() {
        return low;
    }

    int high() {
        return low + mass.length - 1;
    }

    /** P(X = i), 0 outside the window. */
    double mass(int i) {
        int index = i - low;
        return index >= 0 && index < mass.length ? mass[index] : 0;
    }

    /** P(from ≤ X &lt; to). */
    double sum(int from, int to) {
        double sum = 0;
        for (int i = Math.max(from - low, 0); i < Math.min(to - low, mass.length); i++) {
            sum += mass[i];
        }
        return sum;
    }
}
