package overthink.core.fit.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import overthink.core.random.Binomial;
import overthink.core.random.CounterStream;
import overthink.core.random.GammaDraw;

class MissingAnswersTest {

    /** The same posterior by plain sums over the grid, with beta-binomial probabilities as products. */
    private static double plainMeanOfA(int[] notRight, int[] missing) {
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < 25; i++) {
            double a = 0.05 * StrictMath.pow(400, i / 24.0);
            for (int j = 0; j < 30; j++) {
                double b = 0.05 * StrictMath.pow(4000, j / 29.0);
                double logA = (StrictMath.log(a) + 1) / 1.5;
                double logB = (StrictMath.log(b) - 1) / 2;
                double weight = StrictMath.exp(-logA * logA / 2 - logB * logB / 2);
                for (int problem = 0; problem < notRight.length; problem++) {
                    for (int k = 0; k < notRight[problem]; k++) {
                        boolean none = k < missing[problem];
                        weight *= (none ? a + k : b + k - missing[problem]) / (a + b + k);
                    }
                }
                sum += weight;
                weighted += weight * a;
            }
        }
        return weighted / sum;
    }

    @Test
    void of_fewCounts_isThePlainSum() {
        int[] notRight = {5, 8, 3, 0};
        int[] missing = {1, 0, 3, 0};
        assertEquals(
                plainMeanOfA(notRight, missing),
                MissingAnswers.of(notRight, missing).a().mean(),
                1e-10);
    }

    @Test
    void of_countsDrawnFromALaw_findsIt() {
        // 500 problems of 40: the mean share .8/8.8 is known to ± .005, and (A, B) to about a tenth
        CounterStream stream = new CounterStream(20261128);
        int[] notRight = new int[500];
        int[] missing = new int[500];
        for (int problem = 0; problem < notRight.length; problem++) {
            double none = GammaDraw.of(0.8, stream);
            double some = GammaDraw.of(8, stream);
            notRight[problem] = 40;
            missing[problem] = (int) Binomial.draw(40, none / (none + some), stream);
        }
        MissingAnswers posterior = MissingAnswers.of(notRight, missing);
        assertEquals(0.8, posterior.a().mean(), 0.3);
        assertEquals(8, posterior.b().mean(), 3);
        assertTrue(posterior.someMissing());
        assertTrue(posterior.statements().isEmpty(), posterior.statements().toString());
    }

    @Test
    void of_nothingMissing_expectsHardlyAny() {
        MissingAnswers posterior = MissingAnswers.of(new int[] {80, 80, 80}, new int[3]);
        assertFalse(posterior.someMissing());
        CounterStream stream = new CounterStream(1);
        double sum = 0;
        for (int draw = 0; draw < 1000; draw++) {
            sum += posterior.draw(stream).share(80, 0, stream);
        }
        assertTrue(sum / 1000 < 0.01, "mean share " + sum / 1000);
    }

    @Test
    void of_moreMissingThanThereAre_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> MissingAnswers.of(new int[] {2}, new int[] {3}));
    }
}
