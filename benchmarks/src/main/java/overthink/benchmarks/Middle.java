package overthink.benchmarks;

import java.util.Arrays;

/** The middle one of several measurements. */
final class Middle {

    private Middle() {}

    /** The median; of an even number the mean of the two in the middle. */
    static double of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
