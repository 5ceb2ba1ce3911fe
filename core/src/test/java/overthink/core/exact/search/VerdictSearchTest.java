package overthink.core.exact.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;
import overthink.core.exact.TinyTrees;
import overthink.core.exact.selection.BestOfNAccuracy;
import overthink.core.exact.selection.FirstAcceptedLaw;
import overthink.core.law.step.StepChain;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;

class VerdictSearchTest {

    private static final Scoring.Verdict VERDICT = new Scoring.Verdict(0.8, 0.3);
    private static final FirstAcceptedLaw RATES = new FirstAcceptedLaw(0.8, 0.3);
    private static final GreedyChain GREEDY = new GreedyChain(BestOne.verdicts(RATES));

    private static StepChain chain(int steps) {
        return StepChain.solve(0.35, 0.2, StepProfile.UNIFORM.weights(steps));
    }

    /** Where the numbers come from: {@link TinyTrees}, an enumeration of everything that can happen. */
    @Test
    void end_ofTinyTrees_isTheirEnumeration() {
        for (int n = 1; n <= 4; n++) {
            for (int steps = 1; steps <= 3; steps++) {
                for (int width = 1; width <= n; width++) {
                    double expected = new TinyTrees(chain(steps), VERDICT, n).beamSearch(width);
                    SearchEnd end = new VerdictBeam(RATES, n, Math.max(1, n / width)).end(chain(steps));
                    assertEquals(expected, end.accuracy(), 1e-13, n + " " + width + " " + steps);
                }
                assertEquals(
                        new TinyTrees(chain(steps), VERDICT, n).beamSearch(n),
                        GREEDY.end(chain(steps), n).accuracy(),
                        1e-13);
            }
        }
    }

    /** Were any of equals kept, how many are sound would be a chain by itself: another law, and the difference is seen. */
    @Test
    void end_whereTiesAreBrokenAtRandom_isAnother() {
        double byOrder = new VerdictBeam(RATES, 4, 2).end(chain(3)).accuracy();
        double atRandom = tiesAtRandom(chain(3));
        assertTrue(Math.abs(byOrder - atRandom) > 1e-4, byOrder + " " + atRandom);
        assertEquals(byOrder, atRandom, 0.05);
    }

    /** Four nodes a step, two kept. */
    private static double tiesAtRandom(StepChain chain) {
        double[] parents = {0, 0, 0, 0, 1};
        double accuracy = 0;
        for (int t = 1; t <= chain.steps(); t++) {
            double[] law = SoundChildren.of(parents, chain.stays(t), chain.recovers(t));
            parents = new double[5];
            for (int sound = 0; sound <= 4; sound++) {
                for (int right = 0; right <= sound; right++) {
                    for (int wrong = 0; wrong <= 4 - sound; wrong++) {
                        int accepted = right + wrong;
                        double chance = law[sound] * binomial(sound, right, 0.8) * binomial(4 - sound, wrong, 0.3);
                        int first = Math.min(2, accepted);
                        for (int m = 0; m <= 2; m++) {
                            parents[2 * m] += chance
                                    * (accepted >= 2
                                            ? drawn(accepted, right, 2, m)
                                            : drawn(4 - accepted, sound - right, 2 - first, m - right));
                        }
                        boolean last = t == chain.steps();
                        accuracy += last ? chance * (accepted > 0 ? (double) right / accepted : sound / 4.0) : 0;
                    }
                }
            }
        }
        return accuracy;
    }

    private static double binomial(int n, int k, double p) {
        return CombinatoricsUtils.binomialCoefficientDouble(n, k) * Math.pow(p, k) * Math.pow(1 - p, n - k);
    }

    /** The chance that k of those drawn without replacement are of the kind. */
    private static double drawn(int of, int kind, int draws, int k) {
        return k < 0 || k > kind || draws - k < 0 || draws - k > of - kind
                ? 0
                : CombinatoricsUtils.binomialCoefficientDouble(kind, k)
                        * CombinatoricsUtils.binomialCoefficientDouble(of - kind, draws - k)
                        / CombinatoricsUtils.binomialCoefficientDouble(of, draws);
    }

    @Test
    void trees_ofOne_areTheGreedySearch() {
        TreesChain trees = new TreesChain(GREEDY, new VerdictForest(RATES));
        for (int width = 1; width <= 5; width++) {
            SearchEnd greedy = GREEDY.end(chain(4), width);
            SearchEnd one = trees.end(chain(4), 1, width);
            assertEquals(greedy.accuracy(), one.accuracy(), 1e-13);
            assertEquals(greedy.coverage(), one.coverage(), 1e-13);
            assertEquals(greedy.right(), one.right(), 1e-13);
        }
    }

    /** Chains of one child each, one step: best-of-n. */
    @Test
    void trees_ofOneChild_areBestOfN() {
        NoiseLaw noise = new NoiseLaw.StudentT(4);
        BestOfNAccuracy accuracy = BestOfNAccuracy.of(Verifier.of(0).with(noise), 1.2);
        BestOne best = BestOne.graded(accuracy);
        TreesChain trees = new TreesChain(new GreedyChain(best), new GradedForest(noise, 1.2, best));
        for (long n : new long[] {1, 2, 50, 1_000_000}) {
            double expected = accuracy.curve(0.35).at(n).value();
            SearchEnd end = trees.end(chain(4), n, 1);
            assertEquals(expected, end.accuracy(), 1e-11);
            assertEquals(expected, trees.end(chain(1), 1, n).accuracy(), 1e-11);
            assertTrue(end.error() < 1e-10, () -> "error " + end.error());
        }
        SearchEnd limit = trees.limit(chain(4), 1);
        assertEquals(accuracy.curve(0.35).limit(), limit.accuracy(), 1e-13);
        assertEquals(1, limit.coverage());
    }

    /** Verdicts of a verifier that is always right find what there is. */
    @Test
    void end_ofAPerfectVerifier_isCoverage() {
        FirstAcceptedLaw perfect = new FirstAcceptedLaw(1, 0);
        SearchEnd beam = new VerdictBeam(perfect, 12, 3).end(chain(5));
        assertEquals(beam.coverage(), beam.accuracy(), 1e-12);
        GreedyChain greedy = new GreedyChain(BestOne.verdicts(perfect));
        SearchEnd trees = new TreesChain(greedy, new VerdictForest(perfect)).end(chain(5), 3, 4);
        assertEquals(trees.coverage(), trees.accuracy(), 1e-12);
    }
}
