package overthink.core.exact.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.exact.TinyTrees;
import overthink.core.law.step.StepChain;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Scoring;

class ParticleLimitTest {

    private static final Scoring.Verdict VERDICT = new Scoring.Verdict(0.8, 0.3);
    private static final double LOG_ODDS = VERDICT.accepted() - VERDICT.rejected();
    private static final StepChain CHAIN = StepChain.solve(0.3, 0.2, StepProfile.UNIFORM.weights(3));
    private static final Tilt TILT = Tilt.verdicts(0.8, 0.3, LOG_ODDS);
    private static final ParticleLimit LIMIT = new ParticleLimit(TILT);

    /**
     * P(right) of N particles that are resampled multinomially, one drawn by weight: the share of weight of sound ones is a Markov
     * chain, as given it the next particles are independent. By sums over how many are of each of four kinds.
     */
    private static double ofParticles(int n, double... powers) {
        double[] shares = {1};
        double[] law = {1};
        int states = (n + 1) * (n + 2) * (n + 3) / 6;
        for (int t = 1; t <= CHAIN.steps(); t++) {
            double rejected = Math.exp(-LOG_ODDS * powers[t - 1]);
            double[] next = new double[states];
            double[] nextShares = new double[states];
            int state = 0;
            for (int sound = 0; sound <= n; sound++) {
                for (int a = 0; a <= sound; a++) {
                    for (int b = 0; b <= n - sound; b++) {
                        double right = a + (sound - a) * rejected;
                        nextShares[state] = right / (right + b + (n - sound - b) * rejected);
                        double kinds = binomial(sound, a, 0.8) * binomial(n - sound, b, 0.3);
                        for (int i = 0; i < law.length; i++) {
                            double x = shares[i] * CHAIN.stays(t) + (1 - shares[i]) * CHAIN.recovers(t);
                            next[state] += law[i] * kinds * binomial(n, sound, x);
                        }
                        state++;
                    }
                }
            }
            law = next;
            shares = nextShares;
        }
        double mean = 0;
        for (int i = 0; i < law.length; i++) {
            mean += law[i] * shares[i];
        }
        return mean;
    }

    private static double binomial(int n, int k, double p) {
        return CombinatoricsUtils.binomialCoefficientDouble(n, k) * Math.pow(p, k) * Math.pow(1 - p, n - k);
    }

    /** The sums are those of an enumeration of everything that can happen. */
    @Test
    void sums_ofFewParticles_areTheirEnumeration() {
        for (int n = 1; n <= 3; n++) {
            double expected = new TinyTrees(CHAIN, VERDICT, n)
                    .particleFilter(TinyTrees.Resampling.MULTINOMIAL, TinyTrees.Selection.SAMPLE, 1);
            assertEquals(expected, ofParticles(n, 1, 1, 1), 1e-13);
        }
    }

    /**
     * π + c/N + c₂/N² + c₃/N³: from N = 4, 8 and 16 c is extrapolated to a part in N³ or so. The bias of the last step alone, without
     * what the steps before pass on, is another number.
     */
    @Tag("slow")
    @Test
    void limitAndCorrection_areWhatManyParticlesComeTo() {
        double correction = LIMIT.correction(CHAIN);
        assertEquals(-0.18, correction, 0.01);
        assertEquals(extrapolated(LIMIT, 1, 1, 1), correction, 0.03 * Math.abs(correction));
        double biasAlone = TILT.bias(LIMIT.unweighted(CHAIN));
        assertTrue(Math.abs(biasAlone - correction) > 0.1 * Math.abs(correction), "the last bias is " + biasAlone);
    }

    /** Weights of another power at every step; those of the steps in another order come to other numbers. */
    @Tag("slow")
    @Test
    void limitAndCorrection_annealed_areWhatManyParticlesComeTo() {
        ParticleLimit annealed = new ParticleLimit(t -> Tilt.verdicts(0.8, 0.3, LOG_ODDS * t / 2));
        double correction = annealed.correction(CHAIN);
        assertEquals(extrapolated(annealed, 0.5, 1, 1.5), correction, 0.03 * Math.abs(correction));
        double other = new ParticleLimit(t -> Tilt.verdicts(0.8, 0.3, LOG_ODDS * (4 - t) / 2)).correction(CHAIN);
        assertTrue(Math.abs(other - correction) > 0.08 * Math.abs(correction), correction + " and " + other);
    }

    private static double extrapolated(ParticleLimit limit, double... powers) {
        double value = limit.weighted(CHAIN);
        double four = 4 * (ofParticles(4, powers) - value);
        double eight = 8 * (ofParticles(8, powers) - value);
        double sixteen = 16 * (ofParticles(16, powers) - value);
        return (8 * sixteen - 6 * eight + four) / 3;
    }

    /** A weight that is greater for rejected ones is that of verdicts turned round. */
    @Test
    void verdicts_ofNegativeOdds_areTurnedRound() {
        double sound = 0.8 * Math.exp(-2) + 0.2;
        double flawed = 0.3 * Math.exp(-2) + 0.7;
        assertEquals(
                0.4 * sound / (0.4 * sound + 0.6 * flawed),
                Tilt.verdicts(0.8, 0.3, -2).of(0.4),
                1e-15);
    }

    @Test
    void limit_atTheEnds_isWhatItReducesTo() {
        ParticleLimit blind = new ParticleLimit(Tilt.graded(0, 0.4));
        assertEquals(0.3, blind.weighted(CHAIN), 1e-14);
        assertEquals(0.3, blind.unweighted(CHAIN), 1e-14);
        assertEquals(1, new ParticleLimit(Tilt.graded(400, 3)).weighted(CHAIN), 1e-12);
        StepChain one = StepChain.solve(0.3, 0, StepProfile.UNIFORM.weights(1));
        // by Bayes: odds 3/7 times e
        assertEquals(3 * Math.E / (3 * Math.E + 7), new ParticleLimit(Tilt.graded(1, 0.5)).weighted(one), 1e-14);
        // an accepted one weighs all: what a verdict says of one
        assertEquals(
                0.3 * 0.8 / (0.3 * 0.8 + 0.7 * 0.3),
                new ParticleLimit(Tilt.verdicts(0.8, 0.3, 60)).weighted(one),
                1e-12);
    }
}
