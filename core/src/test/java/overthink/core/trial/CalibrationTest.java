package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.LogOdds;
import overthink.core.experiment.Budgets;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Prior;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;

/**
 * When a score is the probability that it says: of the candidates whose scores lie in a band, as many are right as the scores
 * add up to. Seed 11, 40,000 candidates for each world; 50 bands are within 6.11 standard errors, √Σ s·(1 − s), but with
 * probability 5·10<sup>−8</sup> in all.
 */
class CalibrationTest {

    private static final int CANDIDATES = 40_000;
    private static final int BANDS = 5;
    private static final double ALLOWED = 6.11;
    private static final Sensitivity SENSITIVITY = Sensitivity.of(Sensitivity.fromAuc(0.8));

    private static Verifier verifier(Scoring.Graded scoring) {
        return new Verifier(scoring, NoiseShares.CANDIDATE, new NoiseLaw.Gaussian(), 0, Hack.NONE);
    }

    /** How many bands of scores miss what they say. */
    private static int misses(double p, Verifier verifier) {
        TrialRunner runner = new TrialRunner(Worlds.verified(p, verifier), Budgets.generations(1), 11);
        double[] expected = new double[BANDS];
        double[] variance = new double[BANDS];
        int[] right = new int[BANDS];
        double[] seen = new double[1];
        for (int trial = 0; trial < CANDIDATES; trial++) {
            TrialRunner.Outcome outcome = runner.run(
                            session -> {
                                int candidate = session.generate();
                                session.commit(candidate);
                                seen[0] = LogOdds.probability(session.verify(candidate));
                            },
                            0,
                            trial)
                    .get(0);
            int band = Math.min(BANDS - 1, (int) (seen[0] * BANDS));
            expected[band] += seen[0];
            variance[band] += seen[0] * (1 - seen[0]);
            right[band] += outcome.grade() == TrialRunner.Grade.CORRECT ? 1 : 0;
        }
        int misses = 0;
        for (int band = 0; band < BANDS; band++) {
            misses += Math.abs(right[band] - expected[band]) > ALLOWED * Math.sqrt(variance[band]) ? 1 : 0;
        }
        return misses;
    }

    @Tag("slow")
    @Test
    void scores_withTheProblemsPrior_areCalibrated() {
        Verifier calibrated = verifier(new Scoring.Graded(SENSITIVITY, new Prior.OfProblem(), 1, 0));
        for (double p : new double[] {0.02, 0.1, 0.5, 0.8}) {
            assertEquals(0, misses(p, calibrated), "p = " + p);
        }
    }

    @Test
    void scores_withAPriorOfAHalf_areCalibratedOnProblemsOfThatAlone() {
        Verifier half = verifier(new Scoring.Graded(SENSITIVITY, Prior.HALF, 1, 0));
        assertEquals(0, misses(0.5, half));
        assertTrue(misses(0.1, half) >= BANDS - 1, "at p = 0.1 scores are too high");
    }

    /** Overconfident, hacked, heavy-tailed or below chance: the prior does not mend it. */
    @Tag("slow")
    @Test
    void scores_ofOtherVerifiers_areNot() {
        Prior prior = new Prior.OfProblem();
        Verifier calibrated = verifier(new Scoring.Graded(SENSITIVITY, prior, 1, 0));
        assertTrue(misses(0.5, verifier(new Scoring.Graded(SENSITIVITY, prior, 2, 0))) > 0);
        assertTrue(misses(0.5, verifier(new Scoring.Graded(SENSITIVITY, prior, 1, 1))) > 0);
        assertTrue(misses(0.5, calibrated.with(new Hack(0.2, 2))) > 0);
        assertTrue(misses(0.5, calibrated.with(new NoiseLaw.StudentT(3))) > 0);
        assertTrue(misses(0.5, verifier(new Scoring.Graded(Sensitivity.of(-1.2), prior, 1, 0))) > 0);
    }
}
