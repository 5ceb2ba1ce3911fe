package overthink.core.law.difficulty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KumaraswamyTest {

    /** Computed with mpmath 1.3.0 by a trapezoid of step 1/16 in logit pᵃ, at 30 digits. */
    @ParameterizedTest
    @CsvSource({
        "2, 5, 1000, 9.9698322418434667e-6",
        "2, 5, 1099511627776, 8.2718061255077073e-24",
        "0.2, 1, 1099511627776, 0.0035865966499986669",
        "1000, 1000, 64, 1.6554000107096763e-101"
    })
    void failure_manyCandidates_isTheIntegral(double a, double b, long n, double expected) {
        assertEquals(expected, new Kumaraswamy(a, b).failure(n), 1e-11 * expected);
    }

    @Test
    void failure_firstShapeOne_isClosed() {
        // for a = 1 the law is Beta(1, b), and E[(1 − p)ⁿ] = b/(b + n)
        for (long n : new long[] {1, 100, 1L << 31, 1L << 40}) {
            assertEquals(3.5 / (3.5 + n), new Kumaraswamy(1, 3.5).failure(n), 1e-11 * 3.5 / (3.5 + n));
        }
    }

    @Test
    void mean_anyShape_isTheBetaFunction() {
        // 5·B(3/2, 5), by mpmath; for b = 1, a/(a + 1)
        assertEquals(0.36940836940836941, new Kumaraswamy(2, 5).mean(), 1e-13);
        assertEquals(0.2 / 1.2, new Kumaraswamy(0.2, 1).mean(), 1e-13);
    }

    @Test
    void quantile_throughTheDistribution_comesBack() {
        for (double a : new double[] {0.05, 1, 7}) {
            for (double b : new double[] {0.3, 1, 40}) {
                Kumaraswamy law = new Kumaraswamy(a, b);
                for (double u : new double[] {1e-12, 1e-3, 0.5, 0.9}) {
                    // F(p) = 1 − (1 − pᵃ)ᵇ
                    double p = law.quantile(u);
                    double back = -Math.expm1(b * Math.log1p(-Math.pow(p, a)));
                    assertEquals(u, back, 1e-11 * u, law + " at " + u);
                }
            }
        }
    }

    @Test
    void constructor_outOfRange_saysTheRule() {
        assertEquals(
                "kumaraswamy: a must be a number between 0.000001 and 1000000, not -1",
                assertThrows(IllegalArgumentException.class, () -> new Kumaraswamy(-1, 1))
                        .getMessage());
        assertEquals(
                "kumaraswamy: b must be a number between 0.000001 and 1000000, not Infinity",
                assertThrows(IllegalArgumentException.class, () -> new Kumaraswamy(1, Double.POSITIVE_INFINITY))
                        .getMessage());
    }
}
