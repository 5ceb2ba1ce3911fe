package overthink.core.fit.answer;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;

/** How often each number occurs, for sums over very many that are mostly equal. */
final class Frequencies {

    private int[] seen = new int[16];
    private int count;
    /** The numbers counted so far, ascending, and how often each occurred. */
    private int[] distinct = new int[0];

    private long[] times = new long[0];

    void add(int number) {
        if (count == seen.length) {
            seen = Arrays.copyOf(seen, 2 * count);
        }
        seen[count++] = number;
        if (count == 1 << 20) {
            // few distinct numbers stay few
            compact();
        }
    }

    private void compact() {
        Arrays.sort(seen, 0, count);
        int[] all = new int[distinct.length + count];
        long[] weights = new long[all.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < distinct.length || j < count) {
            boolean old = j == count || (i < distinct.length && distinct[i] <= seen[j]);
            int number = old ? distinct[i] : seen[j];
            long weight = old ? times[i++] : 1;
            j += old ? 0 : 1;
            if (size > 0 && all[size - 1] == number) {
                weights[size - 1] += weight;
            } else {
                all[size] = number;
                weights[size++] = weight;
            }
        }
        distinct = Arrays.copyOf(all, size);
        times = Arrays.copyOf(weights, size);
        count = 0;
    }

    /** Σ log (x·(x + step)·…·(x + (number − 1)·step)) over the numbers, x above 0 and step at least 0. */
    double logRising(double x, double step) {
        if (count > 0) {
            compact();
        }
        double sum = 0;
        double logStep = step > 0 ? StrictMath.log(step) : 0;
        double logX = StrictMath.log(x);
        double start = step > 0 ? Gamma.logGamma(x / step) : 0;
        for (int i = 0; i < distinct.length; i++) {
            int number = distinct[i];
            if (number > 0) {
                sum += times[i]
                        * (step > 0 ? number * logStep + Gamma.logGamma(x / step + number) - start : number * logX);
            }
        }
        return sum;
    }
}
