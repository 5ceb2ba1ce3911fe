package overthink.core.law.verifier;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
        refused("d must be at least 0 and finite, not -1.0", () -> Sensitivity.of(-1));
        refused("d must be at least 0 and finite, not Infinity", () -> new Sensitivity(1, Double.POSITIVE_INFINITY));
        refused("auc must be at least 0.5 and below 1, not 1.0", () -> Sensitivity.fromAuc(1));
        refused("auc must be at least 0.5 and below 1, not 0.4", () -> Sensitivity.fromAuc(0.4));
        refused("prior must be above 0 and below 1, not 0.0", () -> new Scoring.Graded(one, 0, 1, 0));
        refused("sharpness must be above 0, not 0.0", () -> new Scoring.Graded(one, 0.5, 0, 0));
        refused("bias must be finite, not NaN", () -> new Scoring.Graded(one, 0.5, 1, Double.NaN));
        refused(
                "a Boolean verifier needs 0 <= fpr < tpr <= 1, not tpr 0.5 and fpr 0.5",
                () -> new Scoring.Verdict(0.5, 0.5));
        refused("the noise shares must sum to 1, not 0.5", () -> new NoiseShares(0, 0, 0.5, 0));
        refused("the noise share answer must be between 0 and 1, not -0.5", () -> new NoiseShares(0.5, -0.5, 1, 0));
        refused("student-t: the degrees of freedom must be above 2, not 2.0", () -> new NoiseLaw.StudentT(2));
        refused("hack: share must be between 0 and 1, not 2.0", () -> new Hack(2, 0));
        refused("hack: shift must be finite, not Infinity", () -> new Hack(0, Double.POSITIVE_INFINITY));
        refused(
                "persistence must be between 0 and 1, not -0.1",
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
        refused("beta must be at least 0, not -1.0", () -> new Judge(Verifier.of(1), -1, 0));
        refused("position-bias must be finite, not NaN", () -> new Judge(Verifier.of(1), 1, Double.NaN));
    }

    @Test
    void constructors_atTheEdge_accept() {
        assertDoesNotThrow(() -> Sensitivity.of(0));
        assertDoesNotThrow(() -> new Scoring.Verdict(1, 0));
        assertDoesNotThrow(() -> new NoiseShares(0.1, 0.2, 0.3, 0.4));
        assertDoesNotThrow(() -> Verifier.of(1).withPersistence(1));
    }

    @Test
    void fromAuc_isTheDistanceThatGivesIt() {
        // AUC = Φ(d/√2): Φ(1) = 0.8413447460685429 at d = √2
        assertEquals(Math.sqrt(2), Sensitivity.fromAuc(0.8413447460685429), 1e-12);
        assertEquals(0, Sensitivity.fromAuc(0.5), 0.0);
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
}
