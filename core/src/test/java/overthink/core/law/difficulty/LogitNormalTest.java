package overthink.core.law.difficulty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogitNormalTest {

    /** Computed with mpmath 1.3.0 by a trapezoid of step 1/64 in z, at 30 digits. */
    @ParameterizedTest
    @CsvSource({
        "-2, 3, 1000, 0.044423270016842442",
        "-2, 3, 1099511627776, 2.3678880293206091e-17",
        "0, 1, 2147483648, 2.7601826558884418e-84"
    })
    void failure_manyCandidates_isTheIntegral(double mu, double sigma, long n, double expected) {
        assertEquals(expected, new LogitNormal(mu, sigma).failure(n), 1e-11 * expected);
    }

    @Test
    void mean_anyParameters_isTheIntegral() {
        assertEquals(0.2825760141043236, new LogitNormal(-2, 3).mean(), 1e-13);
        assertEquals(0.5, new LogitNormal(0, 5).mean(), 1e-13);
    }

    @Test
    void quantile_throughTheDistribution_comesBack() {
        LogitNormal law = new LogitNormal(-1, 2);
        NormalDistribution logits = NormalDistribution.of(-1, 2);
        for (double u : new double[] {1e-200, 1e-12, 0.01, 0.5, 0.99, 1 - 1e-6}) {
            double p = law.quantile(u);
            double back = logits.cumulativeProbability(Math.log(p) - Math.log1p(-p));
            assertEquals(u, back, 1e-10 * u, "at " + u);
        }
    }

    @Test
    void constructor_outOfRange_saysTheRule() {
        assertEquals(
                "logit-normal: mu must be a number between -100 and 100, not NaN",
                assertThrows(IllegalArgumentException.class, () -> new LogitNormal(Double.NaN, 1))
                        .getMessage());
        assertEquals(
                "logit-normal: sigma must be a number between 1e-9 and 30, not 0",
                assertThrows(IllegalArgumentException.class, () -> new LogitNormal(0, 0))
                        .getMessage());
    }
}
