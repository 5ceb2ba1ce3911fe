package overthink.core.exact.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TieRuleTest {

    @Test
    void rule_ofEachDegree_givesEachTieItsShare() {
        for (long degree : new long[] {0, 1, 2, 7, 40, 150, 151, 1000, 1_000_000}) {
            TieRule rule = TieRule.of(degree);
            for (long k = 0; k <= degree; k += Math.max(1, degree / 7)) {
                double sum = 0;
                for (int i = 0; i < rule.size(); i++) {
                    sum += rule.weight(i) * Math.pow(rule.node(i), k);
                }
                assertEquals(1.0 / (1 + k), sum, 2e-14, "degree " + degree + ", k " + k);
            }
        }
    }

    /** ∏(b + s·t) of 20 factors: by the rule of the tolerance, against the one that is exact; with a node fewer it errs more. */
    @Test
    void rule_ofATolerance_keepsItWithFewNodes() {
        int factors = 20;
        double tooFew = 0;
        for (double share : new double[] {0.001, 0.01, 0.1, 0.3}) {
            for (double tolerance : new double[] {1e-8, 1e-12, 1e-15}) {
                TieRule rule = TieRule.of(factors, factors * share, tolerance);
                double exact = integral(TieRule.of(factors), factors, share);
                assertEquals(exact, integral(rule, factors, share), tolerance + 1e-16);
                assertTrue(rule.size() <= TieRule.of(factors).size());
                if (rule.size() > 1) {
                    TieRule less = TieRule.of(2L * rule.size() - 4);
                    assertEquals(rule.size() - 1, less.size());
                    tooFew = Math.max(tooFew, Math.abs(integral(less, factors, share) - exact) / tolerance);
                }
            }
        }
        assertTrue(tooFew > 1, "a node fewer would do: " + tooFew);
    }

    private static double integral(TieRule rule, int factors, double share) {
        double below = 1 / (1 + share);
        double sum = 0;
        for (int i = 0; i < rule.size(); i++) {
            sum += rule.weight(i) * Math.pow(below + rule.node(i) * share * below, factors);
        }
        return sum;
    }
}
