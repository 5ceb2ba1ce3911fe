package overthink.core.exact.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import overthink.core.exact.Approximation;

class DuelTest {

    private static final double[][] PAIRS = {
        {0.3, 0.7},
        {0.5, 0.5},
        {0.49, 0.51},
        {0.3, 0.3},
        {0.2, 0.25},
        {0.01, 0.012},
        {1e-15, 1e-15},
        {0.9, 1e-9},
        {0.6, 0}
    };

    /** The lead's law, one step after the other: sums of positive terms. */
    @Test
    void accuracy_ofUpToSomeHundredVotes_equalsTheLeadsLaw() {
        for (double[] pair : PAIRS) {
            double p = pair[0];
            double q = pair[1];
            double neither = p + q == 1 ? 0 : 1 - p - q;
            double[] lead = {1};
            for (int n = 1; n <= 300; n++) {
                double[] next = new double[2 * n + 1];
                for (int i = 0; i < lead.length; i++) {
                    next[i] += q * lead[i];
                    next[i + 1] += neither * lead[i];
                    next[i + 2] += p * lead[i];
                }
                lead = next;
                double expected = 0.5 * lead[n];
                for (int i = n + 1; i < lead.length; i++) {
                    expected += lead[i];
                }
                Approximation found = new Duel(p, q, neither, n).accuracy();
                assertEquals(expected, found.value(), found.error(), "p " + p + ", q " + q + ", n " + n);
            }
        }
    }

    /** Of 2k + 1 votes for either, P = I_p(k + 1, k + 1), the incomplete beta function. */
    @Test
    void accuracy_withoutOthers_equalsTheIncompleteBetaFunction() {
        for (long n : new long[] {4095, 65535}) {
            for (double z : new double[] {-6, -1, 0, 0.5, 3, 7}) {
                double p = 0.5 + 0.5 * z / Math.sqrt(n);
                double half = 0.5 * (n + 1);
                double expected = RegularizedBeta.value(p, half, half);
                Approximation odd = new Duel(p, 1 - p, 0, n).accuracy();
                // Of which the last is the function's own error, measured with 40 digits: 6e-13 at 65,535.
                assertEquals(expected, odd.value(), odd.error() + 1e-14 * Math.sqrt(n), "n " + n + ", z " + z);
                assertEquals(
                        odd.value(), new Duel(p, 1 - p, 0, n + 1).accuracy().value(), 2 * odd.error());
            }
        }
    }

    /** The sum of very many steps is normal, but for terms of its skew and of its lattice, of order 1/n each when p ≈ q. */
    @Test
    void accuracy_ofVeryManyVotes_isNormal() {
        for (long n : new long[] {1L << 31, 1L << 40}) {
            for (double z : new double[] {-5, -1, 0, 0.5, 2, 6}) {
                double q = 0.2;
                double p = q + z * Math.sqrt(2 * q / n);
                double mean = n * (p - q);
                double deviation = Math.sqrt(n * (p + q - (p - q) * (p - q)));
                double expected = NormalDistribution.of(0, 1).cumulativeProbability(mean / deviation);
                // 100/n.
                Approximation found = new Duel(p, q, 1 - p - q, n).accuracy();
                assertEquals(expected, found.value(), found.error() + 100.0 / n, "n " + n + ", z " + z);
            }
        }
    }

    @Test
    void accuracy_ofEqualChances_isAHalf() {
        for (long n = 1; n <= Plurality.LARGEST; n *= 3) {
            assertEquals(0.5, new Duel(0.3, 0.3, 0.4, n).accuracy().value(), 0);
            assertEquals(0.5, new Duel(0.5, 0.5, 0, n).accuracy().value(), 0);
        }
        assertTrue(new Duel(0.3, 0.3, 0.4, Plurality.LARGEST).accuracy().error() < 1e-9);
    }
}
