package overthink.core.law.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against an enumeration of all that may come next, with its chances. */
class GreedyStepTest {

    private static final double[][] SHARES = {{1}, {0.5, 0.5}, {0.6, 0.3, 0.1}, {0.25, 0.25, 0.25, 0.25}};
    private static final double[] SILENCES = {0, 0.2, 0.7, 1};

    /** What says whether the likeliest step below a node leads to a sound one. */
    private interface Rule {

        boolean sound(StepChain chain, int t, boolean fromSound, double rival);
    }

    /** The first of the list comes before others of equal chance: soundness, the answers, none. */
    private static boolean likeliestIsSound(StepChain chain, int t, boolean fromSound, double mu, double[] shares) {
        List<Double> chances = new ArrayList<>();
        if (fromSound) {
            chances.add(chain.stays(t));
            for (double share : shares) {
                chances.add((1 - chain.stays(t)) * ((1 - mu) * share));
            }
            chances.add((1 - chain.stays(t)) * mu);
        } else {
            chances.add(chain.recovers(t));
            chances.add(1 - chain.recovers(t));
        }
        return chances.indexOf(Collections.max(chances)) == 0;
    }

    private static double greatest(double[] shares) {
        double greatest = 0;
        for (double share : shares) {
            greatest = Math.max(greatest, share);
        }
        return greatest;
    }

    private static void expectLikeliest(Rule rule) {
        for (double p : new double[] {0.001, 0.03, 0.1, 0.2, 0.35, 0.5, 0.8, 1}) {
            for (double recovery : new double[] {0, 0.4, 0.9, 1}) {
                for (double[] weights : new double[][] {{1}, {1, 1}, {1, 5, 2, 1}}) {
                    StepChain chain = StepChain.solve(p, recovery, weights);
                    for (int t = 1; t <= weights.length; t++) {
                        expectLikeliest(rule, chain, t);
                    }
                }
            }
        }
    }

    private static void expectLikeliest(Rule rule, StepChain chain, int t) {
        for (double[] shares : SHARES) {
            for (double mu : SILENCES) {
                double rival = GreedyStep.rival(mu, greatest(shares));
                for (boolean fromSound : new boolean[] {true, false}) {
                    assertEquals(
                            likeliestIsSound(chain, t, fromSound, mu, shares),
                            rule.sound(chain, t, fromSound, rival),
                            () -> "step %d from %s at %s".formatted(t, fromSound ? "sound" : "flawed", rival));
                }
            }
        }
    }

    @Test
    void leavesSound_allThatMayComeNext_isWhetherTheLikeliestIsSound() {
        expectLikeliest(GreedyStep::leavesSound);
    }

    @Test
    void leavesSound_mistakesTakenAsOne_isNoticed() {
        assertThrows(
                AssertionError.class,
                () -> expectLikeliest((chain, t, fromSound, rival) ->
                        fromSound ? chain.stays(t) >= 0.5 : GreedyStep.leavesSound(chain, t, false, rival)),
                "wrong steps that lead to different answers are not one");
        assertThrows(
                AssertionError.class,
                () -> expectLikeliest((chain, t, fromSound, rival) -> {
                    double chance = fromSound ? chain.stays(t) : chain.recovers(t);
                    return chance > 0 && chance >= (1 - chance) * rival;
                }),
                "a flawed node's answer does not change from step to step");
    }

    /** s₁ = ½ meets its only rival: of equals the step to soundness; nothing of chance 0 is taken. */
    @Test
    void leavesSound_atTheEdges() {
        assertTrue(GreedyStep.leavesSound(StepChain.solve(0.5, 0, new double[] {1}), 1, true, 1));
        assertFalse(GreedyStep.leavesSound(StepChain.solve(Math.nextDown(0.5), 0, new double[] {1}), 1, true, 1));
        assertTrue(GreedyStep.leavesSound(StepChain.solve(1e-9, 0, new double[] {1}), 1, true, 0));
        assertFalse(GreedyStep.leavesSound(StepChain.solve(0, 0, new double[] {1}), 1, true, 0));
    }

    /** T steps alike: sound to the end iff p ≥ (g/(1 + g))ᵀ, either side of it. */
    @Test
    void leavesSound_stepsAlike_toTheEndForAllButTheHardest() {
        for (int steps : new int[] {1, 2, 5, 8}) {
            for (double rival : new double[] {0.1, 0.4, 1}) {
                double edge = StrictMath.pow(rival / (1 + rival), steps);
                for (double p : new double[] {0.99 * edge, 1.01 * edge}) {
                    StepChain chain = StepChain.solve(p, 0, StepProfile.UNIFORM.weights(steps));
                    boolean sound = true;
                    for (int t = 1; t <= steps; t++) {
                        sound = GreedyStep.leavesSound(chain, t, sound, rival);
                    }
                    assertEquals(p > edge, sound, "p = %s of %d steps at g = %s".formatted(p, steps, rival));
                }
            }
        }
    }
}
