package overthink.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoSidedTestTest {

    private static final TwoSidedTest USUAL = new TwoSidedTest(0.05, 0.8);

    /** A variance of 1, all of it within problems. */
    private static DifferenceVariance unit(Pairing pairing) {
        return new DifferenceVariance(pairing, 0, pairing == Pairing.NOTHING ? 2 : 1);
    }

    /** Sizes for the t test at α = .05 in Cohen, Statistical Power Analysis (2nd ed., 1988), and in every program since. */
    @ParameterizedTest
    @CsvSource({"0.2, 0.8, 199, 394", "0.5, 0.8, 34, 64", "0.8, 0.8, 15, 26", "0.5, 0.9, 44, 86", "0.2, 0.9, 265, 527"})
    void problems_ofKnownEffects_areThoseOfTheTables(double effect, double power, double paired, double unpaired) {
        TwoSidedTest test = new TwoSidedTest(0.05, power);
        assertEquals(paired, test.problems(unit(Pairing.CANDIDATES), effect, 1));
        assertEquals(unpaired, test.problems(unit(Pairing.NOTHING), effect, 1));
        // the plain normal formula, without the correction for few problems, falls short
        double z = (1.959964 + (power == 0.8 ? 0.841621 : 1.281552)) / effect;
        assertNotEquals(paired, Math.ceil(z * z));
    }

    @Test
    void problems_halfTheSign_areTheSame() {
        assertEquals(199, USUAL.problems(unit(Pairing.CANDIDATES), -0.2, 1));
    }

    @Test
    void problems_moreSamples_dividesWhatIsWithinAlone() {
        DifferenceVariance variance = new DifferenceVariance(Pairing.CANDIDATES, 0.25, 0.75);
        assertEquals(199, USUAL.problems(variance, 0.2, 1));
        // (1.959964 + 0.841621)² = 7.848880; ·(.25 + .75/3)/.04 = 98.111, + 1.920729 = 100.03
        assertEquals(101, USUAL.problems(variance, 0.2, 3));
        // 7.848880·.25/.04 + 1.920729 = 50.98
        assertEquals(51, USUAL.problems(variance, 0.2, Double.POSITIVE_INFINITY));
    }

    @Test
    void chance_onTheProblemsAskedFor_isJustThePowerAskedFor() {
        for (Pairing pairing : Pairing.values()) {
            DifferenceVariance variance = new DifferenceVariance(pairing, 0.02, 0.11);
            for (double difference : new double[] {0.01, -0.03, 0.2}) {
                double problems = USUAL.problems(variance, difference, 4);
                assertTrue(USUAL.chance(variance, difference, problems, 4) >= 0.8);
                assertTrue(USUAL.chance(variance, difference, problems - 1, 4) < 0.8);
                assertTrue(USUAL.detectable(variance, problems, 4) <= Math.abs(difference));
                assertTrue(USUAL.detectable(variance, problems - 1, 4) > Math.abs(difference));
            }
        }
    }

    @Test
    void chance_withoutDifference_isTheLevel() {
        assertEquals(0.05, USUAL.chance(unit(Pairing.CANDIDATES), 0, 100, 1), 1e-12);
        assertEquals(0.05, USUAL.chance(new DifferenceVariance(Pairing.CANDIDATES, 0, 0), 0, 100, 1), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, USUAL.problems(unit(Pairing.CANDIDATES), 0, 1));
        assertEquals(Double.POSITIVE_INFINITY, USUAL.mcNemar(0.3, 0));
    }

    @Test
    void chance_tooFewProblemsForAVariance_isTheLevel() {
        assertEquals(0.05, USUAL.chance(unit(Pairing.CANDIDATES), 5, 1, 1), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, USUAL.detectable(unit(Pairing.CANDIDATES), 1, 1));
    }

    @Test
    void mcNemar_followsConnor() {
        // P(only one) .2 and .1: (1.959964·√.3 + .841621·√.29)²/.01 = (1.073516 + .453222)²/.01 = 233.09
        assertEquals(234, USUAL.mcNemar(0.3, 0.1));
        // one t test on the same differences: 7.848880·.29/.01 + 1.92 = 229.5
        assertEquals(230, USUAL.problems(new DifferenceVariance(Pairing.CANDIDATES, 0, 0.29), 0.1, 1));
    }

    @Test
    void construction_outOfRange_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new TwoSidedTest(0, 0.8));
        assertThrows(IllegalArgumentException.class, () -> new TwoSidedTest(0.05, 1));
        assertThrows(IllegalArgumentException.class, () -> new TwoSidedTest(0.05, 0.3));
        assertThrows(IllegalArgumentException.class, () -> new TwoSidedTest(Double.NaN, 0.8));
    }
}
