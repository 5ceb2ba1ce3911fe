package overthink.core.law.verifier;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class VerifierTest {

    private static void refused(String message, Executable constructor) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, constructor).getMessage());
    }

    @Test
    void constructors_outOfRange_sayTheRule() {
        Sensitivity one = Sensitivity.of(1);
        refused("d must be a number between -100 and 100, not NaN", () -> Sensitivity.of(Double.NaN));
        refused("d must be a number between -100 and 100, not 1e+160", () -> new Sensitivity(1, 1e160));
        refused("auc must be a number between 1e-9 and 0.999999999, not 1", () -> Sensitivity.fromAuc(1));
        refused("auc must be a number between 1e-9 and 0.999999999, not 0", () -> Sensitivity.fromAuc(0));
        refused("prior must be a number between 1e-9 and 0.999999999, not 0", () -> new Scoring.Graded(one, 0, 1, 0));
        refused(
                "sharpness must be a number between 0.000001 and 1000000, not 1e+308",
                () -> new Scoring.Graded(one, 0.5, 1e308, 0));
        refused(
                "bias must be a number between -100 and 100, not NaN",
                () -> new Scoring.Graded(one, 0.5, 1, Double.NaN));
        refused("tpr must be a number between 0 and 1, not 1.5", () -> new Scoring.Verdict(1.5, 0.5));
        refused("fpr must be a number between 0 and 1, not NaN", () -> new Scoring.Verdict(0.5, Double.NaN));
        refused("the noise shares must sum to 1, not 0.5", () -> new NoiseShares(0, 0, 0.5, 0));
        refused(
                "the noise share answer must be a number between 0 and 1, not -0.5",
                () -> new NoiseShares(0.5, -0.5, 1, 0));
        refused(
                "student-t: degrees-of-freedom must be a number between 2.001 and 1000000, not 2",
                () -> new NoiseLaw.StudentT(2));
        refused("hack: share must be a number between 0 and 1, not 2", () -> new Hack(2, 0));
        refused(
                "hack: shift must be a number between -100 and 100, not Infinity",
                () -> new Hack(0, Double.POSITIVE_INFINITY));
        refused(
                "persistence must be a number between 0 and 1, not -0.1",
                () -> Verifier.of(1).withPersistence(-0.1));
        refused(
                "a Boolean verifier has gaussian noise: tpr and fpr are stated on it",
                () -> Verifier.of(0.9, 0.1).with(new NoiseLaw.StudentT(3)));
        refused(
                "a Boolean verifier has no hack: fpr says what it accepts",
                () -> Verifier.of(0.9, 0.1).with(new Hack(0.1, 3)));
        refused(
                "a judge compares graded latents: give d or auc, not tpr and fpr",
                () -> new Judge(Verifier.of(0.9, 0.1), 1, 0));
        refused("beta must be a number between 0 and 1000000, not -1", () -> new Judge(Verifier.of(1), -1, 0));
        refused(
                "position-bias must be a number between -100 and 100, not NaN",
                () -> new Judge(Verifier.of(1), 1, Double.NaN));
    }

    @Test
    void constructors_atTheEdge_accept() {
        assertDoesNotThrow(() -> Sensitivity.of(0));
        assertDoesNotThrow(() -> Sensitivity.of(-1));
        assertDoesNotThrow(() -> new Scoring.Verdict(1, 0));
        assertDoesNotThrow(() -> new Scoring.Verdict(0, 1));
        assertDoesNotThrow(() -> new NoiseShares(0.1, 0.2, 0.3, 0.4));
        assertDoesNotThrow(() -> Verifier.of(1).withPersistence(1));
    }

    @Test
    void fromAuc_isTheDistanceThatGivesIt() {
        // AUC = Φ(d/√2): Φ(1) = 0.8413447460685429 at d = √2
        assertEquals(Math.sqrt(2), Sensitivity.fromAuc(0.8413447460685429), 1e-12);
        assertEquals(0, Sensitivity.fromAuc(0.5), 0.0);
        assertEquals(-Sensitivity.fromAuc(0.7), Sensitivity.fromAuc(0.3), 1e-15);
    }

    @Test
    void sensitivity_betweenTheEnds_isLinear() {
        assertEquals(1.25, new Sensitivity(1, 2).at(0.25), 1e-15);
        assertEquals(0.7, Sensitivity.of(0.7).at(0.3), 0.0);
    }

    @Test
    void verdict_scores_areLogLikelihoodRatios() {
        Scoring.Verdict verdict = new Scoring.Verdict(0.9, 0.1);
        assertEquals(Math.log(9), verdict.accepted(), 1e-15);
        assertEquals(-Math.log(9), verdict.rejected(), 1e-15);
        Scoring.Verdict perfect = new Scoring.Verdict(1, 0);
        assertEquals(40, perfect.accepted(), 0.0);
        assertEquals(-40, perfect.rejected(), 0.0);
    }

    /** κ·(logit π₀ + |d|·x − d²/2) + bias, worked out here, d of either sign. */
    @Test
    void graded_score_isWhatItBelieves() {
        for (double d : new double[] {-1.2, 0.7, 3}) {
            Scoring.Graded graded = new Scoring.Graded(Sensitivity.of(d), 0.3, 0.5, 0.2);
            double x = 1.7;
            double score = graded.offset(0.4) + graded.slope(0.4) * x;
            double expected = 0.5 * (Math.log(3.0 / 7) + Math.abs(d) * x - d * d / 2) + 0.2;
            assertEquals(expected, score, 1e-15);
            assertEquals(x, graded.latent(0.4, d, score), 1e-14);
        }
    }

    /** Without information the score is the prior's, and still tells latents apart by no less than its own rounding lets it. */
    @Test
    void graded_scoreAtZero_ordersLatents() {
        for (double prior : new double[] {1e-9, 0.5, 0.9}) {
            for (double sharpness : new double[] {1e-6, 1, 1e6}) {
                for (double bias : new double[] {-100, 0, 40}) {
                    for (double d : new double[] {-1e-30, 0, 1e-30, 1e-12}) {
                        Scoring.Graded graded = new Scoring.Graded(Sensitivity.of(d), prior, sharpness, bias);
                        double low = graded.offset(0.3) + graded.slope(0.3) * 0.5;
                        double high = graded.offset(0.3) + graded.slope(0.3) * (0.5 + 1e-8);
                        assertTrue(high > low, graded::toString);
                        double unseen = sharpness * (Math.log(prior) - Math.log1p(-prior)) + bias;
                        assertEquals(unseen, low, 1e-6 * Math.max(1, Math.abs(unseen)));
                    }
                }
            }
        }
    }

    @Test
    void prior_ofTheProblem_isItsP() {
        Scoring.Graded graded = new Scoring.Graded(Sensitivity.of(1), new Prior.OfProblem(), 1, 0);
        assertEquals(Math.log(0.1 / 0.9) - 0.5, graded.offset(0.1), 1e-15);
        assertEquals(-40.5, graded.offset(0), 0.0);
        assertEquals(39.5, graded.offset(1), 0.0);
    }

    /** It does not know which of its rates is which: it believes as one with the rates the right way round. */
    @Test
    void verdict_belowChance_believesItself() {
        assertEquals(new Scoring.Verdict(0.9, 0.2).accepted(), new Scoring.Verdict(0.2, 0.9).accepted(), 0.0);
        assertEquals(new Scoring.Verdict(0.9, 0.2).rejected(), new Scoring.Verdict(0.2, 0.9).rejected(), 0.0);
        for (double[] rates : new double[][] {{0, 0}, {1, 1}, {0.3, 0.3}, {0, 1}, {0.3, 0.3 + 1e-16}, {1e-300, 0}}) {
            Scoring.Verdict verdict = new Scoring.Verdict(rates[0], rates[1]);
            assertTrue(verdict.accepted() > 0 && verdict.accepted() <= 40, verdict::toString);
            assertTrue(verdict.rejected() < 0 && verdict.rejected() >= -40, verdict::toString);
        }
    }

    @Test
    void belowChance_isSaidOfThoseThatPreferBadOnes() {
        assertTrue(Scoring.Graded.of(-0.1).belowChance());
        assertTrue(new Scoring.Graded(new Sensitivity(-0.1, 2), 0.5, 1, 0).belowChance());
        assertTrue(new Scoring.Verdict(0.2, 0.3).belowChance());
        assertFalse(Scoring.Graded.of(0).belowChance());
        assertFalse(new Scoring.Verdict(0.3, 0.3).belowChance());
    }
}
