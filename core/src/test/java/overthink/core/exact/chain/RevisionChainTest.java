package overthink.core.exact.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import overthink.core.exact.chain.RevisionChain.End;
import overthink.core.law.step.StepChain;

/** Chains of revisions and merging against hand arithmetic, linear systems, published figures and the step world. */
class RevisionChainTest {

    private static final RevisionChain CHAIN = RevisionChain.of(0.3, 0.5, 0.4);

    @Test
    void accuracy_ofAChain_goesFromPToFGeometrically() {
        // 0.4 + (0.3 - 0.4)·0.5^R
        assertEquals(0.3, CHAIN.accuracy(0), 1e-15);
        assertEquals(0.35, CHAIN.accuracy(1), 1e-15);
        assertEquals(0.3875, CHAIN.accuracy(3), 1e-15);
        assertEquals(0.4, CHAIN.accuracy(1000), 1e-15);
    }

    @Test
    void coverage_ofAChain_multipliesWhatIsNotMended() {
        // b = 0.5·0.4 = 0.2: 1 - 0.7·0.8^R
        assertEquals(0.3, CHAIN.coverage(0), 1e-15);
        assertEquals(1 - 0.7 * 0.8 * 0.8, CHAIN.coverage(2), 1e-15);
    }

    @Test
    void drift_none_isTheRecursion() {
        RevisionChain slow = new RevisionChain(0.3, 0.5, CHAIN.logOdds(), 1e-300);
        for (int revisions = 0; revisions < 12; revisions++) {
            assertEquals(CHAIN.accuracy(revisions), slow.accuracy(revisions), 1e-14);
            assertEquals(CHAIN.coverage(revisions), slow.coverage(revisions), 1e-14);
        }
    }

    /** With drift, accuracy rises with length while f is above it, and then falls: the best length is within. */
    @Test
    void drift_aboveZero_risesAndFalls() {
        RevisionChain tiring = new RevisionChain(0.3, 0.5, 1, 0.4);
        assertTrue(tiring.accuracy(3) > tiring.accuracy(0));
        assertTrue(tiring.accuracy(3) > tiring.accuracy(12));
        assertTrue(tiring.accuracy(30) < 0.001);
    }

    /**
     * p = .3, f = .4, φ = .5, τ = .6 and .2: with a = .3 and b = .2 the chances x of ending right from a right and from a wrong
     * segment solve x_R = .6 + .4(.7 x_R + .3 x_W), x_W = .8(.2 x_R + .8 x_W): .9 and .4, so .3·.9 + .7·.4 = .55; lengths
     * n_R = 1 + .4(.7 n_R + .3 n_W), n_W = 1 + .8(.2 n_R + .8 n_W) give 19/6.
     */
    @Test
    void untilFinished_workedExample_solvesTheLinearSystem() {
        End end = CHAIN.untilFinished(0.6, 0.2, Long.MAX_VALUE, 4);
        assertEquals(0.55, end.accuracy(), 1e-12);
        assertEquals(19 / 6.0, end.length(), 1e-12);
        assertNotEquals(0.55, CHAIN.untilFinished(0.2, 0.6, Long.MAX_VALUE, 4).accuracy(), 0.05, "stops exchanged");
    }

    /** Fresh samples until an imperfect verifier accepts: p·τr/(p·τr + (1 − p)·τw), the ceiling of resampling. */
    @Test
    void untilFinished_ofFreshSamples_isTheCeilingOfResampling() {
        RevisionChain fresh = RevisionChain.of(0.3, 0, 0.3);
        End end = fresh.untilFinished(0.6, 0.2, Long.MAX_VALUE, 4);
        assertEquals(0.3 * 0.6 / (0.3 * 0.6 + 0.7 * 0.2), end.accuracy(), 1e-12);
        assertEquals(1 / (0.3 * 0.6 + 0.7 * 0.2), end.length(), 1e-12);
    }

    @Test
    void untilFinished_bounded_answersTheLast() {
        End one = CHAIN.untilFinished(0.6, 0.2, 1, 4);
        assertEquals(0.3, one.accuracy());
        assertEquals(1, one.length());
        assertEquals(0.3, one.coverage(), 1e-15);
        // two: stops right at once .18, else the second candidate: right with .12·.7 + .56·.2
        End two = CHAIN.untilFinished(0.6, 0.2, 2, 4);
        assertEquals(0.18 + 0.12 * 0.7 + 0.56 * 0.2, two.accuracy(), 1e-15);
        assertEquals(1 + 0.12 + 0.56, two.length(), 1e-15);
        assertEquals(0.3 + 0.56 * 0.2, two.coverage(), 1e-15);
        assertEquals(0.3 + 0.12 * 0.7 + 0.56 * 0.2, two.correct(), 1e-15);
        assertEquals(0.12 + 0.56, two.read(), 1e-15);
        assertEquals(1 + 2 + 2, CHAIN.untilFinished(0, 0, 4, 2).read(), 1e-14);
        for (int most : new int[] {3, 9, 31, 1000}) {
            // whether the rest is summed at once or not
            End bySteps = CHAIN.untilFinished(0.02, 0.01, most, 1000);
            End atOnce = CHAIN.untilFinished(0.02, 0.01, most, 2);
            assertEquals(bySteps.accuracy(), atOnce.accuracy(), 1e-13);
            assertEquals(bySteps.length(), atOnce.length(), 1e-10);
            assertEquals(bySteps.correct(), atOnce.correct(), 1e-10);
            assertEquals(bySteps.coverage(), atOnce.coverage(), 1e-13);
        }
        assertEquals(CHAIN.accuracy(7), CHAIN.untilFinished(0, 0, 8, 4).accuracy(), 1e-14);
        assertEquals(
                CHAIN.accuracy(0) + CHAIN.accuracy(1) + CHAIN.accuracy(2),
                CHAIN.untilFinished(0, 0, 3, 4).correct(),
                1e-14);
        assertEquals(CHAIN.coverage(7), CHAIN.untilFinished(0, 0, 8, 4).coverage(), 1e-14);
    }

    /** Drawing of 1 right and A wrong lots without putting back: k of A + 1 are drawn with f = 1/(A + 1). */
    @Test
    void coverageWithoutReplacement_ofEqualLots_isLinear() {
        for (int draws = 0; draws <= 5; draws++) {
            assertEquals(draws / 5.0, RevisionChain.coverageWithoutReplacement(0.2, 4, draws), 1e-15);
        }
        assertEquals(1, RevisionChain.coverageWithoutReplacement(0.01, 4, 9));
        assertEquals(0, RevisionChain.coverageWithoutReplacement(0, 4, 9));
    }

    /** 38 % of right answers lost by a revision: φ = .5 at f = .24, as (1 − φ)(1 − f) = .38. MBPP's error halved in four turns: (1 − b)⁴ = ½. */
    @Test
    void rates_published_areThose() {
        RevisionChain snell = RevisionChain.of(1, 0.5, 0.24);
        assertEquals(0.38, 1 - snell.accuracy(1), 1e-12);
        double b = 1 - StrictMath.pow(0.5, 0.25);
        assertEquals(0.159, b, 5e-4);
        // nothing right is lost: φ = 1 - b, f = 1
        assertEquals(0.5, 1 - new RevisionChain(0, 1 - b, Double.POSITIVE_INFINITY, 0).accuracy(4), 1e-12);
    }

    /** R revisions are a solution of R + 1 steps: the first is survived with p, later ones with 1 − a, recovery is b/(1 − a). */
    @Test
    void accuracy_ofAChain_isThatOfTheStepWorldWithRecovery() {
        double a = 0.3;
        double b = 0.2;
        int revisions = 5;
        double[] weights = new double[revisions + 1];
        Arrays.fill(weights, 1);
        weights[0] = StrictMath.log(0.3) / StrictMath.log(1 - a);
        StepChain steps = StepChain.solve(CHAIN.accuracy(revisions), b / (1 - a), weights);
        assertEquals(0.3, steps.stays(1), 1e-9);
        assertEquals(1 - a, steps.stays(4), 1e-9);
        assertEquals(b, steps.recovers(4), 1e-9);
    }

    @Test
    void merging_worked_isThePublishedRecursion() {
        Merging merging = new Merging(0.419, 0.1, 1.5);
        assertEquals(0.486, merging.meanField(4, 0.419, 1), 5e-4);
        assertEquals(0.547, merging.meanField(4, 0.419, 2), 5e-4);
        assertEquals(0.601, merging.meanField(4, 0.419, 3), 5e-4);
        assertNotEquals(0.547, new Merging(0.419, 0.1, 1).meanField(4, 0.419, 2), 5e-3, "without discernment");
    }

    @Test
    void merging_withoutDiscernment_isAMartingale() {
        Merging merging = new Merging(0.3, 0, 1);
        for (int members = 1; members <= 9; members++) {
            assertEquals(0.3, merging.meanField(members, 0.3, 7), 1e-12);
        }
    }

    /** K = 1 is a chain with a = w(1 − p) and b = w·p. */
    @Test
    void merging_ofOne_isAChain() {
        Merging merging = new Merging(0.3, 0.6, 4);
        assertEquals(1 - 0.6 * 0.7, merging.accuracy(1, 1), 1e-15);
        assertEquals(0.6 * 0.3, merging.accuracy(1, 0), 1e-15);
        assertEquals(
                new RevisionChain(0.5, 0.4, StrictMath.log(3.0 / 7), 0).accuracy(4),
                merging.meanField(1, 0.5, 4),
                1e-12);
    }

    @Test
    void merging_ofAllRightWithoutAnyDiscernment_isRight() {
        assertEquals(1, new Merging(0.3, 0, 0).accuracy(3, 3));
        assertEquals(0, new Merging(0.3, 0, 0).accuracy(3, 2));
    }

    /** The binomial mean by its definition. */
    @Test
    void accuracyOfIndependent_ofManyMembers_isTheBinomialMean() {
        Merging merging = new Merging(0.3, 0.1, 1.5);
        double sum = 0;
        double weight = StrictMath.pow(0.7, 40);
        for (int k = 0; k <= 40; k++) {
            sum += weight * merging.accuracy(40, k);
            weight *= 0.3 / 0.7 * (40 - k) / (k + 1);
        }
        assertEquals(sum, merging.accuracyOfIndependent(40, 0.3), 1e-13);
        // where moments take the place of the sum nothing jumps: steps of order 1/n² differ by 2/n of themselves, 3e-9
        double before = merging.accuracyOfIndependent(394, 0.3);
        double after = merging.accuracyOfIndependent(395, 0.3);
        double later = merging.accuracyOfIndependent(396, 0.3);
        assertEquals(later - after, after - before, 4e-9);
        assertEquals(binomialMean(merging, 2000, 0.3), merging.accuracyOfIndependent(2000, 0.3), 1e-12);
        assertEquals(binomialMean(merging, 2000, 0.01), merging.accuracyOfIndependent(2000, 0.01), 1e-12);
        Merging wary = new Merging(0.3, 0, 0.25);
        assertEquals(binomialMean(wary, 2500, 0.8), wary.accuracyOfIndependent(2500, 0.8), 1e-12);
        // by the law of large numbers 1.5·0.3/(1.5·0.3 + 0.7)
        assertEquals(0.03 + 0.9 * 0.45 / 1.15, merging.accuracyOfIndependent(100_000_000, 0.3), 1e-7);
    }

    private static double binomialMean(Merging merging, int members, double x) {
        double sum = 0;
        double logWeight = members * StrictMath.log1p(-x);
        for (int k = 0; k <= members; k++) {
            sum += StrictMath.exp(logWeight) * merging.accuracy(members, k);
            logWeight += StrictMath.log(x / (1 - x) * (members - k) / (k + 1));
        }
        return sum;
    }

    /** Two of three candidates with one right: one right among them in two of three draws. */
    @Test
    void accuracyOfGroup_ofThree_isEnumerated() {
        Merging merging = new Merging(0.3, 0, 3);
        assertEquals(2 / 3.0 * 3 / 4, merging.accuracyOfGroup(3, 1, 2), 1e-15);
        assertEquals(1 / 3.0 + 2 / 3.0 * 3 / 4, merging.accuracyOfGroup(3, 2, 2), 1e-15);
        assertEquals(merging.accuracy(3, 2), merging.accuracyOfGroup(3, 2, 3), 1e-15);
    }

    /** Two agents, by enumeration of none, one or both right. */
    @Test
    void rounds_ofTwoAgents_areEnumerated() {
        MergingRounds rounds = new MergingRounds(new Merging(0.3, 0.2, 2), 2, 2);
        double none = 0.2 * 0.3;
        double one = none + 0.8 * 2 / 3;
        double both = none + 0.8;
        assertEquals(0.3, rounds.accuracy(), 1e-15);
        rounds.round();
        assertEquals(0.49 * none + 0.42 * one + 0.09 * both, rounds.accuracy(), 1e-15);
    }

    @Test
    void rounds_withoutDiscernment_areAMartingale() {
        for (int group = 1; group <= 4; group++) {
            MergingRounds rounds = new MergingRounds(new Merging(0.3, 0, 1), 6, group);
            for (int round = 0; round < 20; round++) {
                rounds.round();
                assertEquals(0.3, rounds.accuracy(), 1e-12);
            }
        }
    }

    /** Sixteen candidates lag behind the mean field, five hundred hardly. */
    @Test
    void rounds_ofLargePopulations_areTheMeanField() {
        Merging merging = new Merging(0.419, 0.1, 1.5);
        double gap = Math.abs(afterThree(merging, 16) - 0.601);
        assertEquals(0.601, afterThree(merging, 500), 1e-3);
        assertTrue(gap < 0.02 && gap > 5 * Math.abs(afterThree(merging, 500) - 0.6011607), "gap " + gap);
    }

    private static double afterThree(Merging merging, int population) {
        MergingRounds rounds = new MergingRounds(merging, population, 4);
        for (int round = 0; round < 3; round++) {
            rounds.round();
        }
        return rounds.accuracy();
    }

    /** The k-th candidate is made as often as a chain bounded at k is longer than one bounded at k − 1. */
    @Test
    void untilFinished_readFirst_isTheLastOfAGrowingContextAndAllOfOneThatMoves() {
        for (double drift : new double[] {0, 0.3}) {
            RevisionChain chain = new RevisionChain(0.3, 0.5, -0.4, drift);
            for (int context : new int[] {1, 3}) {
                double readFirst = 0;
                for (int k = 2; k <= 60; k++) {
                    double made = chain.untilFinished(0.4, 0.1, k, context).length()
                            - chain.untilFinished(0.4, 0.1, k - 1, context).length();
                    readFirst += made * (k - 1 <= context ? 1 : context);
                    assertEquals(
                            readFirst, chain.untilFinished(0.4, 0.1, k, context).readFirst(), 1e-12, "of " + k);
                }
            }
        }
        assertEquals(1 + 1 + 2, CHAIN.untilFinished(0, 0, 4, 2).readFirst(), 1e-14);
    }
}
