package overthink.core.exact.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.exact.search.RankedTrees.Mistake;
import overthink.core.exact.selection.BestOfNAccuracy;
import overthink.core.law.step.StepChain;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.Verifier;

class BeamChainTest {

    private static final NoiseLaw GAUSSIAN = new NoiseLaw.Gaussian();
    private static final NoiseLaw HEAVY = new NoiseLaw.StudentT(3);
    private static final DoubleUnaryOperator NORMAL = x -> Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    private static final DoubleUnaryOperator BELOW_NORMAL = x -> 0.5 * Erf.erfc(-x / Math.sqrt(2));
    /** Student's t with ν = 3, whose variance is 3, in units of its deviation. */
    private static final DoubleUnaryOperator T3 = x -> 2 / Math.PI / Math.pow(1 + x * x, 2);

    private static final DoubleUnaryOperator BELOW_T3 = x -> 0.5 + (Math.atan(x) + x / (1 + x * x)) / Math.PI;

    private static StepChain chain(double p, double recovery, int steps) {
        return StepChain.solve(p, recovery, new StepProfile.Linear(1, 2).weights(steps));
    }

    private static RankedTrees tree(StepChain chain, boolean heavy, double d, int n, int kept, Mistake mistake) {
        return new RankedTrees(chain, heavy ? T3 : NORMAL, heavy ? BELOW_T3 : BELOW_NORMAL, d, n, kept, mistake);
    }

    /** Where the numbers come from: {@link RankedTrees}; no draws. Both are right to 1e−12 or so. */
    @Tag("slow")
    @Test
    void end_ofTinyTrees_isTheirEnumeration() {
        for (boolean heavy : new boolean[] {false, true}) {
            for (double d : new double[] {-0.7, 1.3}) {
                for (int n = 1; n <= 3; n++) {
                    for (int kept = 1; kept <= n; kept++) {
                        for (int steps = 1; steps <= 3; steps += 2) {
                            StepChain chain = chain(0.3, 0.2, steps);
                            RankedTrees tree = tree(chain, heavy, d, n, kept, Mistake.NONE);
                            SearchEnd end = new BeamChain(heavy ? HEAVY : GAUSSIAN, d, n, kept).end(chain);
                            String what = "%s, d %s, %d of %d, %d steps".formatted(heavy, d, kept, n, steps);
                            assertEquals(tree.accuracy(), end.accuracy(), 1e-10, what);
                            assertEquals(tree.coverage(), end.coverage(), 1e-12, what);
                        }
                    }
                }
            }
        }
    }

    /** A search that goes wrong differs by a thousand times what is allowed above, or more. */
    @Tag("slow")
    @Test
    void end_ofMistakenSearches_isNotTheirs() {
        StepChain chain = chain(0.3, 0.2, 3);
        double right = new BeamChain(GAUSSIAN, 1.3, 3, 2).end(chain).accuracy();
        for (Mistake mistake : Mistake.values()) {
            double other = tree(chain, false, 1.3, 3, 2, mistake).accuracy();
            assertEquals(mistake != Mistake.NONE, Math.abs(other - right) > 1e-4, mistake + " " + other);
        }
    }

    @Test
    void end_ofOneKept_isTheChainOfTwoStates() {
        for (double d : new double[] {-1, 0, 0.8, 3}) {
            StepChain chain = chain(0.4, 0.1, 5);
            BestOne best = BestOne.graded(BestOfNAccuracy.of(Verifier.of(d), d));
            for (int n : new int[] {1, 2, 7, 60}) {
                SearchEnd greedy = new GreedyChain(best).end(chain, n);
                SearchEnd beam = new BeamChain(GAUSSIAN, d, n, 1).end(chain);
                assertEquals(greedy.accuracy(), beam.accuracy(), 1e-11);
                assertEquals(greedy.coverage(), beam.coverage(), 1e-12);
                assertEquals(greedy.right(), beam.right(), 1e-10);
            }
        }
    }

    /** All are kept: best-of-n by the last score. d = 0: whichever wins is right with probability p. d = 100: coverage. */
    @Test
    void end_atTheEnds_isWhatItReducesTo() {
        StepChain chain = chain(0.23, 0.1, 6);
        double bestOf =
                BestOfNAccuracy.of(Verifier.of(1.1), 1.1).curve(0.23).at(24).value();
        assertEquals(bestOf, new BeamChain(GAUSSIAN, 1.1, 24, 24).end(chain).accuracy(), 1e-11);
        for (int n : new int[] {9, 24}) {
            assertEquals(0.23, new BeamChain(HEAVY, 0, n, n / 3).end(chain).accuracy(), 1e-12);
            SearchEnd sharp = new BeamChain(GAUSSIAN, 100, n, n / 3).end(chain);
            assertEquals(sharp.coverage(), sharp.accuracy(), 1e-12);
        }
        SearchEnd wide = new BeamChain(GAUSSIAN, 1.1, 24, 24).end(chain);
        assertEquals(1 - Math.pow(1 - 0.23, 24), wide.coverage(), 1e-13);
        assertEquals(24 * 0.23, wide.right(), 1e-12);
    }

    /** The odd children make the difference of 9 and 8 nodes continuous: with d = 0 nothing else is left. */
    @Tag("slow")
    @Test
    void end_whereKeptDoNotDivide_liesBetweenItsNeighbours() {
        StepChain chain = chain(0.15, 0, 5);
        double eight = new BeamChain(GAUSSIAN, 1, 8, 2).end(chain).accuracy();
        double nine = new BeamChain(GAUSSIAN, 1, 9, 2).end(chain).accuracy();
        double ten = new BeamChain(GAUSSIAN, 1, 10, 2).end(chain).accuracy();
        assertTrue(eight < nine && nine < ten, eight + " " + nine + " " + ten);
    }

    /** By the law of large numbers; the share of sound nodes differs from its limit by c/N + O(1/N²). */
    @Test
    void limit_isWhatLargeSearchesComeTo() {
        StepChain chain = chain(0.2, 0.1, 5);
        BestOne best = BestOne.graded(BestOfNAccuracy.of(Verifier.of(0).with(HEAVY), 1));
        double share = new BeamLimit(HEAVY, 1, 4, best).share(chain);
        double near = new BeamChain(HEAVY, 1, 64, 16).end(chain).right() / 64;
        double nearer = new BeamChain(HEAVY, 1, 256, 64).end(chain).right() / 256;
        assertEquals(share, nearer, 1e-3);
        assertEquals(4, (near - share) / (nearer - share), 0.3);
        assertEquals(share, nearer + (nearer - near) / 3, 0.1 * Math.abs(nearer - share));
    }

    @Test
    void arguments_outsideTheirRanges_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new BeamChain(GAUSSIAN, 1, 8, 9));
        assertThrows(IllegalArgumentException.class, () -> new BeamChain(GAUSSIAN, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new BeamChain(GAUSSIAN, 1, 1025, 205));
        assertThrows(IllegalArgumentException.class, () -> new BeamChain(GAUSSIAN, 1, 101, 25));
        assertThrows(IllegalArgumentException.class, () -> new BeamChain(GAUSSIAN, Double.NaN, 8, 2));
    }
}
