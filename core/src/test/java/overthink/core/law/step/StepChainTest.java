package overthink.core.law.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StepChainTest {

    private static final double[] ACCURACIES = {0, 1e-300, 1e-15, 1e-3, 0.2, 0.5, 0.9, 1 - 1e-12, 1};
    private static final double[] RECOVERIES = {0, 0.05, 0.5, 1};

    /** Profiles whose last weight is positive, so that every p can be had. */
    private static List<double[]> profiles(int steps) {
        List<double[]> profiles = new ArrayList<>(List.of(
                StepProfile.UNIFORM.weights(steps),
                new StepProfile.Linear(1, 3).weights(steps),
                new StepProfile.Linear(0, 1).weights(steps)));
        if (steps == 5) {
            profiles.add(new StepProfile.Listed(2, 0, 0, 1e-3, 5).weights(steps));
        }
        return profiles;
    }

    private interface Case {
        void check(StepChain chain, double p, double recovery);
    }

    private static void forAll(int longest, Case check) {
        for (int steps = 1; steps <= longest; steps++) {
            for (double[] weights : profiles(steps)) {
                for (double recovery : RECOVERIES) {
                    for (double p : ACCURACIES) {
                        check.check(StepChain.solve(p, recovery, weights), p, recovery);
                    }
                }
            }
        }
    }

    /** The probability that the chain goes from {@code from} at {@code depth} through the states in {@code path}. */
    private static double probability(StepChain chain, boolean from, int depth, int path) {
        double product = 1;
        boolean sound = from;
        for (int t = depth + 1; t <= chain.steps(); t++) {
            double chance = sound ? chain.stays(t) : chain.recovers(t);
            sound = (path >> (t - depth - 1) & 1) == 1;
            product *= sound ? chance : 1 - chance;
        }
        return product;
    }

    /** Every path of the 2ᵀ, added up. */
    @Test
    void value_everyNode_isTheSumOverPaths() {
        forAll(6, (chain, p, recovery) -> {
            for (int depth = 0; depth <= chain.steps(); depth++) {
                for (boolean sound : new boolean[] {true, false}) {
                    int left = chain.steps() - depth;
                    double sum = 0;
                    for (int path = 0; path < 1 << left; path++) {
                        boolean end = left == 0 ? sound : (path >> (left - 1) & 1) == 1;
                        sum += end ? probability(chain, sound, depth, path) : 0;
                    }
                    assertEquals(sum, chain.value(sound, depth), 1e-14, "p " + p + ", recovery " + recovery);
                }
            }
        });
    }

    @Tag("slow")
    @Test
    void solve_anyProfile_reachesTheAccuracy() {
        forAll(6, (chain, p, recovery) -> {
            assertEquals(p, chain.value(true, 0), 1e-12);
            assertEquals(p, chain.value(true, 0), 1e-10 * p);
        });
        for (int steps : new int[] {64, 1000, 4096}) {
            for (double[] weights : profiles(steps)) {
                for (double recovery : RECOVERIES) {
                    for (double p : ACCURACIES) {
                        StepChain chain = StepChain.solve(p, recovery, weights);
                        assertEquals(p, chain.value(true, 0), 1e-12, "T %d, recovery %s".formatted(steps, recovery));
                    }
                }
            }
        }
    }

    @Test
    void solve_weights_arePowersOfOneSoundness() {
        StepChain chain = StepChain.solve(0.3, 0.2, new double[] {1, 2, 4});
        double s = chain.stays(1);
        assertEquals(s * s, chain.stays(2), 1e-14);
        assertEquals(s * s * s * s, chain.stays(3), 1e-14);
        assertEquals(0.2 * chain.stays(3), chain.recovers(3), 1e-16);
        assertTrue(s > Math.pow(0.3, 1 / 7.0) - 0.3 && s < Math.pow(0.3, 1 / 7.0), "recovery lets s be less");
    }

    @Test
    void solve_withoutRecovery_isTheRoot() {
        StepChain chain = StepChain.solve(0.3, 0, StepProfile.UNIFORM.weights(8));
        for (int t = 1; t <= 8; t++) {
            assertEquals(Math.pow(0.3, 1 / 8.0), chain.stays(t), 1e-15);
            assertEquals(0, chain.recovers(t), 0.0);
        }
    }

    @Test
    void solve_flatWorld_isExact() {
        for (double p : ACCURACIES) {
            assertEquals(
                    p, StepChain.solve(p, 0.3, StepProfile.UNIFORM.weights(1)).stays(1), 0.0);
        }
    }

    @Test
    void solve_scaleOfWeights_isOfNoMatter() {
        StepChain one = StepChain.solve(0.4, 0.3, new double[] {1, 2, 3});
        StepChain other = StepChain.solve(0.4, 0.3, new double[] {2e5, 4e5, 6e5});
        for (int t = 1; t <= 3; t++) {
            assertEquals(one.stays(t), other.stays(t), 1e-15);
        }
    }

    @Test
    void solve_neverAndAlways_areDegenerate() {
        double[] weights = {1, 0, 1};
        StepChain never = StepChain.solve(0, 0.5, weights);
        assertEquals(List.of(0.0, 1.0, 0.0), List.of(never.stays(1), never.stays(2), never.stays(3)));
        assertEquals(0, never.value(true, 0), 0.0);
        StepChain always = StepChain.solve(1, 0.5, weights);
        assertEquals(List.of(1.0, 1.0, 1.0), List.of(always.stays(1), always.stays(2), always.stays(3)));
        assertEquals(1, always.value(true, 0), 0.0);
    }

    @Test
    void solve_fullRecovery_forgetsTheState() {
        StepChain chain = StepChain.solve(0.3, 1, new double[] {1, 2});
        assertEquals(0.3, chain.stays(2), 1e-15);
        assertEquals(chain.value(true, 1), chain.value(false, 1), 0.0);
    }

    /** Bayes' rule over the 2ᵀ paths; and the steps' conditionals multiply to the conditional of the path. */
    @Test
    void soundGiven_everyPath_isBayes() {
        forAll(5, (chain, p, recovery) -> {
            int steps = chain.steps();
            for (int path = 0; path < 1 << steps; path++) {
                boolean end = (path >> (steps - 1) & 1) == 1;
                double reach = end ? chain.value(true, 0) : 1 - chain.value(true, 0);
                double product = 1;
                boolean sound = true;
                for (int t = 1; t <= steps; t++) {
                    double chance = chain.soundGiven(t, sound, end);
                    sound = (path >> (t - 1) & 1) == 1;
                    product *= sound ? chance : 1 - chance;
                }
                // 1 − value cancels near 1, so the comparison is of joint probabilities
                assertEquals(
                        probability(chain, true, 0, path),
                        product * reach,
                        1e-14,
                        "p %s, recovery %s, path %d of %d steps".formatted(p, recovery, path, steps));
            }
        });
    }

    @Test
    void soundGiven_nearlyAlwaysSound_doesNotCancel() {
        // T = 2, ρ = 0, s = √(1 − ε): P(flawed at 1 | flawed at 2) = (1 − s)/(1 − s²) = 1/(1 + s), about ½
        StepChain chain = StepChain.solve(1 - 1e-12, 0, StepProfile.UNIFORM.weights(2));
        assertEquals(0.5, chain.soundGiven(1, true, false), 1e-3);
    }

    @Test
    void soundGiven_impossibleEnd_joinsTheEnd() {
        StepChain never = StepChain.solve(0, 0, StepProfile.UNIFORM.weights(3));
        StepChain always = StepChain.solve(1, 0, StepProfile.UNIFORM.weights(3));
        for (int t = 1; t <= 3; t++) {
            assertEquals(1, never.soundGiven(t, false, true), 0.0);
            assertEquals(1, never.soundGiven(t, true, true), 0.0);
            assertEquals(0, always.soundGiven(t, true, false), 0.0);
        }
    }

    @Test
    void soundGiven_lastStep_isTheEnd() {
        forAll(4, (chain, p, recovery) -> {
            for (boolean parent : new boolean[] {true, false}) {
                assertEquals(1, chain.soundGiven(chain.steps(), parent, true), 0.0);
                assertEquals(0, chain.soundGiven(chain.steps(), parent, false), 0.0);
            }
        });
    }

    @Test
    void solve_recoveryAfterTheLastRisk_hasALeastAccuracy() {
        // the last step loses nothing and repairs half of what is flawed
        double[] weights = {1, 1, 0};
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> StepChain.solve(0.4, 0.5, weights));
        assertEquals(
                "with recovery 0.5 and last steps of weight 0, p is at least 0.5, not 0.4. Maybe give the last step a"
                        + " weight above 0.",
                refused.getMessage());
        assertEquals(0.5, StepChain.solve(0.5, 0.5, weights).value(true, 0), 0.0);
        assertEquals(0.6, StepChain.solve(0.6, 0.5, weights).value(true, 0), 1e-15);
        assertEquals(0.4, StepChain.solve(0.4, 0, weights).value(true, 0), 1e-15);
    }

    @Test
    void solve_outOfRange_saysTheRule() {
        double[] one = {1};
        assertEquals(
                "p must be a number between 0 and 1, not 1.5",
                assertThrows(IllegalArgumentException.class, () -> StepChain.solve(1.5, 0, one))
                        .getMessage());
        assertEquals(
                "recovery must be a number between 0 and 1, not NaN",
                assertThrows(IllegalArgumentException.class, () -> StepChain.solve(0.5, Double.NaN, one))
                        .getMessage());
        assertEquals(
                "a weight must be a number between 0 and 1000000, not -1",
                assertThrows(IllegalArgumentException.class, () -> StepChain.solve(0.5, 0, new double[] {-1}))
                        .getMessage());
        assertEquals(
                "at least one weight must be positive",
                assertThrows(IllegalArgumentException.class, () -> StepChain.solve(0.5, 0, new double[] {0, 0}))
                        .getMessage());
    }

    @Test
    void value_beyondTheChain_isRefused() {
        StepChain chain = StepChain.solve(0.5, 0, new double[] {1, 1});
        assertEquals(2, chain.steps());
        assertThrows(IndexOutOfBoundsException.class, () -> chain.value(true, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> chain.soundGiven(3, true, true));
        assertThrows(IndexOutOfBoundsException.class, () -> chain.stays(0));
    }
}
