package overthink.core.exact.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.random.StudentT;
import overthink.core.testkit.FalseAlarm;

/** One stochastic assertion, with a chance of a false alarm of 10<sup>−7</sup>. */
class WithinProblemAucTest {

    private static final double D = Sensitivity.fromAuc(0.8);
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private static double area(Verifier verifier) {
        return new WithinProblemAuc(verifier, 1).at(0.3);
    }

    /** Φ(d/√(2·(1 − a))), a the problem's share: .8 as stated, .883 with half of the noise the problem's. */
    @ParameterizedTest
    @CsvSource({"0, 0, 1, 0, 0.8", "0, 0.3, 0.3, 0.4, 0.8", "0.5, 0, 0.5, 0, 0.88302", "0.5, 0.2, 0.1, 0.2, 0.88302"})
    void area_ofGaussianNoise_leavesTheProblemsPartOut(
            double problem, double answer, double candidate, double call, double expected) {
        NoiseShares shares = new NoiseShares(problem, answer, candidate, call);
        assertEquals(expected, area(Verifier.of(D).with(shares)), 5e-6);
        assertEquals(
                NORMAL.cumulativeProbability(D / Math.sqrt(2 * (1 - problem))),
                area(Verifier.of(D).with(shares)),
                1e-13);
    }

    @Test
    void area_ofNoNoiseWithinTheProblem_isASign() {
        NoiseShares problem = new NoiseShares(1, 0, 0, 0);
        assertEquals(1, area(Verifier.of(1e-9).with(problem)), 0.0);
        assertEquals(0.5, area(Verifier.of(0).with(problem)), 0.0);
        assertEquals(0, area(Verifier.of(-1e-9).with(problem)), 0.0);
    }

    /** A share h of wrong answers counts with d − shift. */
    @Test
    void area_ofAHackedVerifier_isAMixture() {
        double expected = 0.8 * 0.8 + 0.2 * NORMAL.cumulativeProbability((D - 2) / Math.sqrt(2));
        assertEquals(expected, area(Verifier.of(D).with(new Hack(0.2, 2))), 1e-13);
        assertEquals(0.698, area(Verifier.of(D).with(new Hack(0.2, 2))), 0.002);
        assertEquals(0.5, area(Verifier.of(D).with(new Hack(1, D))), 1e-13);
    }

    /** ∫ f(e)·F(d + e) de by the trapezoid rule in asinh(e), with Commons' Student t. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(doubles = {2.01, 3, 4, 9, 50, 1000})
    void area_ofOneStudentsT_isTheIntegral(double nu) {
        ContinuousDistribution t = TDistribution.of(nu);
        double scale = Math.sqrt((nu - 2) / nu);
        for (double d : new double[] {-0.5, 0.3, D, 6}) {
            double sum = 0;
            double step = 1.0 / 64;
            for (double u = -25; u <= 25; u += step) {
                double e = Math.sinh(u);
                sum += step * Math.cosh(u) * t.density(e) * t.cumulativeProbability(d / scale + e);
            }
            double area = area(Verifier.of(d).with(new NoiseLaw.StudentT(nu)));
            assertEquals(sum, area, 2e-8, "d " + d);
        }
    }

    /** .862 at ν = 3, by the integral above. */
    @Test
    void area_ofHeavyTails_isGreater() {
        assertEquals(0.8624, area(Verifier.of(D).with(new NoiseLaw.StudentT(3))), 5e-5);
    }

    /**
     * A sum of three parts, and of a path over three steps, drawn: 400,000 pairs, seed 1, standard error below 8e-4 each. The
     * area of a single part, which is .862, lies many of them away, so that taking the sum for one is rejected.
     */
    @Tag("slow")
    @Test
    void area_ofSumsOfStudentsT_isAsDrawn() {
        int pairs = 400_000;
        StudentT t = new StudentT(3);
        SplittableRandom random = new SplittableRandom(1);
        double phi = 0.8;
        long shared = 0;
        long persistent = 0;
        for (int i = 0; i < pairs; i++) {
            double parts = 0;
            double path = 0;
            for (int side = -1; side <= 1; side += 2) {
                parts += side
                        * (Math.sqrt(0.2) * t.of(random.nextLong())
                                + Math.sqrt(0.3) * t.of(random.nextLong())
                                + Math.sqrt(0.5) * t.of(random.nextLong()));
                double noise = t.of(random.nextLong());
                for (int step = 2; step <= 3; step++) {
                    noise = phi * noise + Math.sqrt(1 - phi * phi) * t.of(random.nextLong());
                }
                path += side * noise;
            }
            shared += D + parts > 0 ? 1 : 0;
            persistent += D + path > 0 ? 1 : 0;
        }
        Verifier heavy = Verifier.of(D).with(new NoiseLaw.StudentT(3));
        long drawn = shared;
        double ofParts = area(heavy.with(new NoiseShares(0, 0.2, 0.3, 0.5)));
        double ofPath = new WithinProblemAuc(heavy.withPersistence(phi), 3).at(0.3);
        FalseAlarm.assertProportion("parts", ofParts, shared, pairs, 5e-8);
        FalseAlarm.assertProportion("path", ofPath, persistent, pairs, 5e-8);
        assertThrows(AssertionError.class, () -> FalseAlarm.assertProportion("parts", area(heavy), drawn, pairs, 5e-8));
    }

    /** A sum of many steps' noise is next to Gaussian; φ of 0 and 1 leave one step's. */
    @Tag("slow")
    @Test
    void area_ofALongPath_isThatOfItsLaw() {
        Verifier heavy = Verifier.of(D).with(new NoiseLaw.StudentT(5));
        assertEquals(0.8, new WithinProblemAuc(heavy.withPersistence(0.9995), 100_000).at(0.3), 1e-3);
        double one = area(heavy);
        assertEquals(one, new WithinProblemAuc(heavy.withPersistence(0), 40).at(0.3), 0.0);
        assertEquals(one, new WithinProblemAuc(heavy.withPersistence(1), 40).at(0.3), 0.0);
        assertEquals(one, new WithinProblemAuc(heavy.withPersistence(1e-200), 40).at(0.3), 1e-7);
    }

    @Test
    void area_ofDifficulties_followsD() {
        Scoring.Graded graded = new Scoring.Graded(new Sensitivity(-1, 2), 0.5, 1, 0);
        Verifier verifier = new Verifier(graded, NoiseShares.CANDIDATE, new NoiseLaw.Gaussian(), 0, Hack.NONE);
        WithinProblemAuc within = new WithinProblemAuc(verifier, 1);
        assertEquals(NORMAL.cumulativeProbability(-1 / Math.sqrt(2)), within.at(0), 1e-13);
        assertEquals(NORMAL.cumulativeProbability(0.5 / Math.sqrt(2)), within.at(0.5), 1e-13);
        assertEquals(NORMAL.cumulativeProbability(2 / Math.sqrt(2)), within.at(1), 1e-13);
    }

    @Test
    void area_ofVerdicts_isHalfOfOneAndTheRates() {
        assertEquals(0.85, area(Verifier.of(0.9, 0.2)), 1e-15);
        assertEquals(0.15, area(Verifier.of(0.2, 0.9)), 1e-15);
        assertEquals(0.85, area(Verifier.of(0.9, 0.2).with(new NoiseShares(0.4, 0.2, 0.2, 0.2))), 1e-15);
    }

    @Tag("slow")
    @Test
    void distance_ofAnArea_isTheInverse() {
        Verifier verifier = Verifier.of(1)
                .with(new NoiseLaw.StudentT(3))
                .with(new NoiseShares(0.1, 0.2, 0.3, 0.4))
                .with(new Hack(0.1, 2));
        WithinProblemAuc within = new WithinProblemAuc(verifier, 1);
        for (double auc : new double[] {0.05, 0.8}) {
            assertEquals(auc, within.ofDistance(within.distance(auc)), 1e-12);
        }
        assertEquals(D, new WithinProblemAuc(Verifier.of(0), 1).distance(0.8), 1e-12);
        IllegalArgumentException far = assertThrows(
                IllegalArgumentException.class,
                () -> new WithinProblemAuc(Verifier.of(0).with(new Hack(1, 100)), 1).distance(0.8));
        assertEquals("no d between -100 and 100 has an auc-within of 0.8", far.getMessage());
        IllegalArgumentException none = assertThrows(
                IllegalArgumentException.class,
                () -> new WithinProblemAuc(Verifier.of(0).with(new NoiseShares(1, 0, 0, 0)), 1).distance(0.8));
        assertEquals("auc-within says nothing of d where all noise is the problem's: give d or auc", none.getMessage());
    }
}
