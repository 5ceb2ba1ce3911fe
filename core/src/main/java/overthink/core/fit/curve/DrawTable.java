package overthink.core.fit.curve;

import java.util.HashMap;
import java.util.Map;

/**
 * Chances that all k candidates drawn without replacement from n are among b given ones: C(b, k) ÷ C(n, k), for all b at once by
 * C(b − 1, k) ÷ C(b, k) = (b − k) ÷ b. Not for use by several threads.
 */
final class DrawTable {

    /** The most numbers kept. */
    private static final int ROOM = 1 << 22;

    private final Map<Long, double[]> kept = new HashMap<>();
    private int size;

    /**
     * The chances by b, from 0 to n.
     *
     * @param n at least 1
     * @param k from 1 to n
     */
    double[] of(int n, int k) {
        long key = (long) n << 32 | k;
        double[] found = kept.get(key);
        if (found != null) {
            return found;
        }
        double[] chances = new double[n + 1];
        chances[n] = 1;
        for (int b = n; b > k; b--) {
            chances[b - 1] = chances[b] * (b - k) / b;
        }
        if (size + chances.length > ROOM) {
            kept.clear();
            size = 0;
        }
        kept.put(key, chances);
        size += chances.length;
        return chances;
    }
}
