package overthink.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import overthink.core.exact.TinyTrees.Resampling;
import overthink.core.exact.TinyTrees.Selection;
import overthink.core.exact.selection.FirstAcceptedLaw;
import overthink.core.exact.selection.FirstAcceptedLaw.Otherwise;
import overthink.core.law.step.StepChain;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Scoring;

class TinyTreesTest {

    private static final Scoring.Verdict VERDICT = new Scoring.Verdict(0.8, 0.3);
    private static final Scoring.Verdict PERFECT = new Scoring.Verdict(1, 0);

    @Test
    void tinyTrees_ofOneNode_areThePolicy() {
        for (int steps = 1; steps <= 3; steps++) {
            TinyTrees tree = new TinyTrees(chain(0.3, 0.2, steps), VERDICT, 1);
            assertEquals(0.3, tree.beamSearch(1), 1e-14);
            for (Resampling resampling : Resampling.values()) {
                for (Selection selection : Selection.values()) {
                    assertEquals(0.3, tree.particleFilter(resampling, selection, 1), 1e-14);
                }
            }
        }
    }

    /** With one step there is nothing to select before the end: best-of-N under a Boolean verifier. */
    @Test
    void tinyTrees_ofOneStep_areBestOfN() {
        for (int n = 1; n <= 4; n++) {
            TinyTrees tree = new TinyTrees(chain(0.3, 0, 1), VERDICT, n);
            double expected = new FirstAcceptedLaw(0.8, 0.3).accuracy(0.3, n, Otherwise.ANSWER);
            assertEquals(expected, tree.beamSearch(2), 1e-14);
            assertEquals(expected, tree.particleFilter(Resampling.SYSTEMATIC, Selection.ARGMAX, 1), 1e-14);
        }
    }

    /**
     * A perfect verifier and one beam: each step succeeds with 1 − (1 − s)^N. The filter's rejected weigh e^(−80), so it
     * does the same.
     */
    @Test
    void tinyTrees_ofAPerfectVerifier_succeedStepByStep() {
        StepChain chain = chain(0.3, 0, 3);
        double s = chain.stays(1);
        for (int n = 1; n <= 3; n++) {
            double expected = Math.pow(1 - Math.pow(1 - s, n), 3);
            TinyTrees tree = new TinyTrees(chain, PERFECT, n);
            assertEquals(expected, tree.beamSearch(n), 1e-14);
            assertEquals(expected, tree.particleFilter(Resampling.MULTINOMIAL, Selection.ARGMAX, 1), 1e-14);
            assertEquals(expected, tree.particleFilter(Resampling.SYSTEMATIC, Selection.SAMPLE, 1), 1e-14);
        }
    }

    /** Two nodes, two steps, one beam, by hand: x = P(sound | the kept one), then best of two from it. */
    @Test
    void beamSearch_ofTwoByTwo_isWhatHandsGive() {
        double s = Math.sqrt(0.3);
        double a = 0.8 * s + 0.3 * (1 - s);
        double kept = new FirstAcceptedLaw(0.8, 0.3).accuracy(s, 2, Otherwise.ANSWER);
        assertEquals(0.8 * s * (1 + (1 - a)) + (1 - a) * 0.2 * s, kept, 1e-14);
        double expected = kept * new FirstAcceptedLaw(0.8, 0.3).accuracy(s, 2, Otherwise.ANSWER);
        assertEquals(expected, new TinyTrees(chain(0.3, 0, 2), VERDICT, 2).beamSearch(2), 1e-14);
    }

    /**
     * Two particles, two steps, systematic, by hand: with one accepted and one rejected of relative weight w = r/(1 + r) the
     * points u/2 and (1 + u)/2 both fall on the accepted one with probability 1 − 2·w (r &lt; 1), else on one each.
     */
    @Test
    void particleFilter_ofTwoByTwo_isWhatHandsGive() {
        StepChain chain = chain(0.3, 0, 2);
        double s = chain.stays(1);
        double r = Math.exp(VERDICT.rejected() - VERDICT.accepted());
        double w = r / (1 + r);
        double expected = 0;
        for (int outcome = 0; outcome < 16; outcome++) {
            boolean[] sound = {(outcome & 1) != 0, (outcome & 4) != 0};
            boolean[] accepted = {(outcome & 2) != 0, (outcome & 8) != 0};
            double chance = 1;
            for (int i = 0; i < 2; i++) {
                double rate = sound[i] ? 0.8 : 0.3;
                chance *= (sound[i] ? s : 1 - s) * (accepted[i] ? rate : 1 - rate);
            }
            double each = last(sound[0], sound[1], s);
            if (accepted[0] == accepted[1]) {
                expected += chance * each;
            } else {
                boolean better = accepted[0] ? sound[0] : sound[1];
                expected += chance * (2 * w * each + (1 - 2 * w) * last(better, better, s));
            }
        }
        TinyTrees tree = new TinyTrees(chain, VERDICT, 2);
        assertEquals(expected, tree.particleFilter(Resampling.SYSTEMATIC, Selection.ARGMAX, 1), 1e-14);
        assertTrue(Math.abs(expected - tree.particleFilter(Resampling.MULTINOMIAL, Selection.ARGMAX, 1)) > 1e-3);
    }

    /** P(correct) of the last step from two parents: the first accepted, else the first. */
    private static double last(boolean first, boolean second, double s) {
        double one = first ? s : 0;
        double two = second ? s : 0;
        double rejected = one * 0.2 + (1 - one) * 0.7;
        // Accepted and sound; or rejected, then the second accepted and sound; or both rejected and the first sound.
        return one * 0.8 + rejected * two * 0.8 + one * 0.2 * (two * 0.2 + (1 - two) * 0.7);
    }

    private static StepChain chain(double p, double recovery, int steps) {
        return StepChain.solve(p, recovery, StepProfile.UNIFORM.weights(steps));
    }
}
