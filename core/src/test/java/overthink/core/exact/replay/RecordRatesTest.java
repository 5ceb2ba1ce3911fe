package overthink.core.exact.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** Rates of records against the accuracies that they lead to. */
class RecordRatesTest {

    private static final long SEED = 20261128;

    @Test
    void rates_ofAnyScores_areTheDifferencesOfBestOfK() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
        for (int round = 0; round < 40; round++) {
            int n = 1 + random.nextInt(130);
            int values = 1 + random.nextInt(2 * n);
            double[] scores = new double[n];
            boolean[] correct = new boolean[n];
            for (int i = 0; i < n; i++) {
                scores[i] = random.nextInt(values) - values / 2 == 0 && i % 2 == 0
                        ? -0.0
                        : random.nextInt(values) - values / 2;
                correct[i] = random.nextInt(3) == 0;
            }
            BestOfReplay replay = new BestOfReplay(scores, correct);
            RecordRates records = new RecordRates(
                    IntStream.range(0, n)
                            .filter(i -> correct[i])
                            .mapToDouble(i -> scores[i])
                            .toArray(),
                    IntStream.range(0, n)
                            .filter(i -> !correct[i])
                            .mapToDouble(i -> scores[i])
                            .toArray());
            double[] accuracy = new double[n + 1];
            double[] up = new double[n + 1];
            double[] down = new double[n + 1];
            records.rates(n, accuracy, up, down);
            for (int k = 1; k <= n; k++) {
                assertEquals(replay.accuracy(k), accuracy[k], 1e-12);
                if (k > 1) {
                    assertEquals(accuracy[k] - accuracy[k - 1], up[k] - down[k], 1e-13);
                }
            }
        }
    }

    @Test
    void rates_ofTwo_areCountedByHand() {
        // right 1, wrong 0: the second is a record half of the time, and then a gain; no record loses
        double[] accuracy = new double[3];
        double[] up = new double[3];
        double[] down = new double[3];
        new RecordRates(new double[] {1}, new double[] {0}).rates(2, accuracy, up, down);
        assertEquals(0.5, accuracy[1]);
        assertEquals(0.5, up[2]);
        assertEquals(0, down[2]);
        new RecordRates(new double[] {1}, new double[] {1}).rates(2, accuracy, up, down);
        assertEquals(0, up[2]);
        assertEquals(0, down[2]);
        assertThrows(IllegalArgumentException.class, () -> new RecordRates(new double[0], new double[0]));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RecordRates(new double[1], new double[0]).rates(2, accuracy, up, down));
    }
}
