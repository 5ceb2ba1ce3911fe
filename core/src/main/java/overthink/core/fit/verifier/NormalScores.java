package overthink.core.fit.verifier;

import java.util.Arrays;
import overthink.core.random.NormalQuantile;

/**
 * Normal scores: of n numbers the one of rank r, mean ranks for equal ones, becomes Φ⁻¹((r − ½)/n). What is left of scores is
 * their order, on the scale of the latent that a world's verifier sees.
 */
final class NormalScores {

    private NormalScores() {}

    static double[] of(double[] values) {
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            // the two zeros are one score
            sorted[i] += 0.0;
        }
        double[] plain = sorted.clone();
        Arrays.sort(sorted);
        double[] scores = new double[values.length];
        double[] byPlace = new double[values.length];
        int[] firstPlace = new int[values.length];
        int from = 0;
        while (from < sorted.length) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                firstPlace[to] = from;
                to++;
            }
            // ranks from + 1 to "to": their mean less one half
            byPlace[from] = NormalQuantile.of((from + to) / (2.0 * sorted.length));
            from = to;
        }
        for (int i = 0; i < plain.length; i++) {
            scores[i] = byPlace[firstPlace[Arrays.binarySearch(sorted, plain[i])]];
        }
        return scores;
    }
}
