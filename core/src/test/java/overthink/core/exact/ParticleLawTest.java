package overthink.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import overthink.core.law.step.StepChain;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Scoring;

class ParticleLawTest {

    /** Every path of soundness and verdicts of a tree, weighted by p·∏ odds^(1/τ) and normalised. */
    @ParameterizedTest
    @CsvSource({"1, 0, 1", "2, 0, 1", "4, 0, 1", "6, 0.3, 1", "6, 0.3, 2.5", "3, 1, 0.5"})
    void sound_onAnEnumerableTree_isTheNormalisedProduct(int steps, double recovery, double temperature) {
        Scoring.Verdict verdict = new Scoring.Verdict(0.85, 0.3);
        StepChain chain = StepChain.solve(0.3, recovery, new StepProfile.Linear(1, 3).weights(steps));
        double ratio = ParticleLaw.verdictRatio(0.85, 0.3, verdict.accepted(), verdict.rejected(), temperature);
        for (int weighted = 0; weighted <= steps; weighted++) {
            double total = 0;
            double sound = 0;
            double accepted = 0;
            double soundAccepted = 0;
            for (int path = 0; path < 1 << (2 * steps); path++) {
                double mass = 1;
                boolean parent = true;
                boolean isAccepted = false;
                for (int t = 1; t <= steps; t++) {
                    boolean node = (path >> (2 * t - 2) & 1) != 0;
                    isAccepted = (path >> (2 * t - 1) & 1) != 0;
                    double stays = parent ? chain.stays(t) : chain.recovers(t);
                    double rate = node ? 0.85 : 0.3;
                    mass *= (node ? stays : 1 - stays) * (isAccepted ? rate : 1 - rate);
                    if (t <= weighted) {
                        mass *= Math.exp((isAccepted ? verdict.accepted() : verdict.rejected()) / temperature);
                    }
                    parent = node;
                }
                total += mass;
                sound += parent ? mass : 0;
                accepted += isAccepted ? mass : 0;
                soundAccepted += parent && isAccepted ? mass : 0;
            }
            assertEquals(sound / total, ParticleLaw.sound(chain, ratio, weighted), 1e-13);
            if (weighted == steps - 1) {
                double expected = soundAccepted / accepted;
                assertEquals(expected, ParticleLaw.soundAmongAccepted(chain, 0.85, 0.3, ratio), 1e-13);
            }
        }
    }

    /** E[e^((d·x − d²/2)/τ)] by the trapezoidal rule, whose error on Gaussians with step 1/32 is below 1e−15. */
    @Test
    void gaussianRatio_ofEachTemperature_isTheRatioOfMeans() {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        for (double d : new double[] {0.5, 1.5}) {
            for (double temperature : new double[] {0.5, 1, 3}) {
                double sound = 0;
                double flawed = 0;
                for (double z = -15; z <= 15; z += 1.0 / 32) {
                    sound += normal.density(z) * Math.exp((d * (z + d) - d * d / 2) / temperature);
                    flawed += normal.density(z) * Math.exp((d * z - d * d / 2) / temperature);
                }
                double expected = sound / flawed;
                assertEquals(expected, ParticleLaw.gaussianRatio(d, temperature), 1e-12 * expected);
            }
        }
    }

    /** No weights leave the policy's own law; a verifier that never errs leaves only sound paths. */
    @Test
    void sound_atTheEnds_isThePolicyOrCertain() {
        StepChain chain = StepChain.solve(0.2, 0.1, StepProfile.UNIFORM.weights(8));
        assertEquals(0.2, ParticleLaw.sound(chain, 1, 8), 1e-14);
        assertEquals(0.2, ParticleLaw.sound(chain, 1e30, 0), 1e-14);
        assertEquals(1, ParticleLaw.sound(chain, 1e30, 8), 1e-14);
        assertEquals(0, ParticleLaw.sound(chain, 0, 8), 0);
        assertThrows(IllegalArgumentException.class, () -> ParticleLaw.sound(chain, -1, 8));
        assertThrows(IllegalArgumentException.class, () -> ParticleLaw.sound(chain, 1, 9));
    }
}
