package overthink.core.fit.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Baselines find the curve that the values lie on. */
class BaselineTest {

    private static final double[] KS =
            Arrays.stream(Baseline.places(100)).asDoubleStream().toArray();

    private static double at(Baseline baseline, DoubleUnaryOperator curve, double k) {
        return baseline.at(KS, Arrays.stream(KS).map(curve).toArray(), k).orElseThrow();
    }

    @Test
    void places_goByOneTwoThreeFiveSeven() {
        assertArrayEquals(new int[] {1, 2, 3, 5, 7, 10, 20, 30, 44}, Baseline.places(44));
        assertArrayEquals(new int[] {1}, Baseline.places(1));
        assertArrayEquals(new int[] {1, 2, 3, 4}, Baseline.places(4));
    }

    @ParameterizedTest
    @CsvSource({"0.8, 0.4", "3, 0.1", "6, 0.9", "0.01, 0.2", "20, 0.5"})
    void exponentiatedPowerLaw_ofItsOwnValues_isRecovered(double a, double b) {
        DoubleUnaryOperator curve = k -> StrictMath.exp(-a * StrictMath.pow(k, -b));
        assertEquals(curve.applyAsDouble(1e4), at(Baseline.EXPONENTIATED_POWER_LAW, curve, 1e4), 1e-7);
    }

    @ParameterizedTest
    @CsvSource({"0.6, 0.3, 0.7", "0.9, 0.8, 0.3", "0.3, -0.2, 1.5", "0.5, 0.1, 5"})
    void saturatingPowerLaw_ofItsOwnValues_isRecovered(double a, double b, double g) {
        DoubleUnaryOperator curve = k -> a - b * StrictMath.pow(k, -g);
        assertEquals(curve.applyAsDouble(1e4), at(Baseline.SATURATING_POWER_LAW, curve, 1e4), 1e-6);
    }

    /** Below the last decade the curve may be anything. */
    @Test
    void logLinear_ofItsOwnValuesInTheLastDecade_isRecovered() {
        DoubleUnaryOperator curve = k -> k < 10 ? 0.1 : 0.2 + 0.05 * StrictMath.log(k);
        assertEquals(curve.applyAsDouble(1e4), at(Baseline.LOG_LINEAR, curve, 1e4), 1e-12);
        assertEquals(1, at(Baseline.LOG_LINEAR, curve, 1e12));
        assertEquals(0, at(Baseline.LOG_LINEAR, k -> 0.5 - 0.1 * StrictMath.log(k) / 2, 1e12));
    }

    @Test
    void lastValue_isTheLast() {
        assertEquals(1e-2, at(Baseline.LAST_VALUE, k -> 1 / k, 1e4));
    }

    @Test
    void flatCurves_stayFlat() {
        for (Baseline baseline : Baseline.values()) {
            for (double level : new double[] {0, 0.3, 1}) {
                assertEquals(level, at(baseline, k -> level, 1e6), 1e-8, baseline + " at " + level);
            }
        }
    }

    /** No search ends in an error, whatever the values: here 500 curves that jump. */
    @Tag("slow")
    @Test
    void valuesThatJump_haveSomeCurve() {
        SplittableRandom random = new SplittableRandom(3);
        for (int time = 0; time < 500; time++) {
            double[] values = Arrays.stream(KS).map(k -> random.nextInt(4) / 3).toArray();
            for (Baseline baseline : Baseline.values()) {
                double value = baseline.at(KS, values, 1000).orElseThrow();
                assertTrue(value >= 0 && value <= 1, baseline + " " + value);
            }
        }
    }

    @Test
    void tooFewPlaces_haveNoCurve() {
        for (Baseline baseline : Baseline.values()) {
            assertEquals(
                    baseline != Baseline.LAST_VALUE,
                    baseline.at(new double[] {1}, new double[] {0.4}, 9).isEmpty());
            assertEquals(
                    baseline == Baseline.SATURATING_POWER_LAW,
                    baseline.at(new double[] {1, 2}, new double[] {0.4, 0.5}, 9).isEmpty());
        }
    }

    @Test
    void values_outsideTheirRange_areRefused() {
        for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Baseline.LAST_VALUE.at(new double[] {1}, new double[] {wrong}, 2));
        }
        String inside = assertThrows(
                        IllegalArgumentException.class,
                        () -> Baseline.LAST_VALUE.at(new double[] {1, 8}, new double[] {0, 1}, 7))
                .getMessage();
        assertTrue(inside.contains("at least 8"), inside);
        assertThrows(
                IllegalArgumentException.class,
                () -> Baseline.LAST_VALUE.at(new double[] {2, 2}, new double[] {0, 1}, 7));
    }
}
