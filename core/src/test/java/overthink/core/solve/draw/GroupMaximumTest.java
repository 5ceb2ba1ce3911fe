package overthink.core.solve.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.random.CounterStream;
import overthink.core.testkit.FalseAlarm;

/**
 * F(maximum)^m is uniform: its mean and mean square are tested. Chances of a false alarm: 2 for each of 21 cases, of 1e−8.
 */
class GroupMaximumTest {

    private static final double EACH = 1e-8;
    private static final int DRAWS = 100_000;
    private static final long[] SIZES = {1, 3, 12, 13, 1000, 1L << 20, 1L << 40};

    private static void assertMaximum(GroupMaximum maximum, DoubleUnaryOperator survival, String what) {
        for (long m : SIZES) {
            CounterStream stream = new CounterStream(m);
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < DRAWS; i++) {
                double u = StrictMath.exp(m * StrictMath.log1p(-survival.applyAsDouble(maximum.of(m, stream))));
                sum += u;
                squares += u * u;
            }
            FalseAlarm.assertMean(what + " mean, m = " + m, 0.5, sum / DRAWS, Math.sqrt(1.0 / 12 / DRAWS), EACH);
            FalseAlarm.assertMean(
                    what + " square, m = " + m, 1.0 / 3, squares / DRAWS, Math.sqrt(4.0 / 45 / DRAWS), EACH);
        }
    }

    @Tag("slow")
    @Test
    void normal_anySize_hasTheLawOfTheMaximum() {
        NormalDistribution law = NormalDistribution.of(0, 1);
        assertMaximum(GroupMaximum.of(new NoiseLaw.Gaussian()), law::survivalProbability, "normal");
    }

    @Tag("slow")
    @Test
    void studentT_anySize_hasTheLawOfTheMaximum() {
        for (double nu : new double[] {2.2, 5}) {
            TDistribution law = TDistribution.of(nu);
            double scale = Math.sqrt(nu / (nu - 2));
            assertMaximum(
                    GroupMaximum.of(new NoiseLaw.StudentT(nu)),
                    z -> law.survivalProbability(z * scale),
                    "student-t " + nu);
        }
    }

    @Test
    void studentTail_quantile_invertsTheSurvival() {
        for (double nu : new double[] {2.01, 2.2, 3.5, 5, 30, 1e4}) {
            StudentTail tail = new StudentTail(nu);
            TDistribution law = TDistribution.of(nu);
            double scale = Math.sqrt(nu / (nu - 2));
            for (double mass : new double[] {0.5, 0.4999, 0.3, 0.01, 1e-5, 1e-12, 1e-28}) {
                double z = tail.quantile(StrictMath.log(mass));
                assertEquals(1, law.survivalProbability(z * scale) / mass, 2e-6, nu + " " + mass);
            }
            assertEquals(0, tail.quantile(StrictMath.log(0.5)), 1e-12);
        }
    }

    @Test
    void of_largerGroups_areLargerOnAverage() {
        GroupMaximum maximum = GroupMaximum.of(new NoiseLaw.Gaussian());
        double last = Double.NEGATIVE_INFINITY;
        for (int power = 0; power <= 40; power += 4) {
            CounterStream stream = new CounterStream(5);
            double sum = 0;
            for (int i = 0; i < 2000; i++) {
                sum += maximum.of(1L << power, stream);
            }
            assertTrue(sum / 2000 > last, "2^" + power);
            last = sum / 2000;
        }
        // √(2·log N) − (log log N + log 4π − 2γ)/(2·√(2·log N)) at N = 2^40 is 7.15
        assertEquals(7.15, last, 0.05);
    }
}
