package overthink.core.exact.adaptive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.exact.Approximation;
import overthink.core.exact.Coverage;
import overthink.core.exact.voting.Plurality;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Attractor;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;

@Tag("slow")
class AdaptiveVoteTest {

    private static final double[] PS = {0, 1e-15, 0.1, 0.35, 0.5, 0.8, 1};

    /** A law of answers, and the same spelled out: weights among the wrong ones, and which is never the same twice. */
    private record Laid(AnswerLaw law, int single, double... weights) {

        double[] probabilities(double p) {
            double[] all = new double[weights.length + 1];
            all[0] = p;
            for (int i = 0; i < weights.length; i++) {
                all[i + 1] = (1 - p) * weights[i];
            }
            return all;
        }
    }

    private static final List<Laid> LAWS = List.of(
            new Laid(new UniformAnswers(1), -1, 1),
            new Laid(new UniformAnswers(2), -1, 0.5, 0.5),
            new Laid(new UniformAnswers(3), -1, 1 / 3.0, 1 / 3.0, 1 / 3.0),
            new Laid(new Zipf(2, 1), -1, 2 / 3.0, 1 / 3.0),
            new Laid(new Attractor(0.6, 3), -1, 0.6, 0.2, 0.2),
            new Laid(new Distinct(), 1, 1));

    private static AllVotes.Rule rule(ToIntFunction<List<Integer>> batch, Predicate<List<Integer>> stops) {
        return new AllVotes.Rule() {

            @Override
            public int batch(List<Integer> votes) {
                return batch.applyAsInt(votes);
            }

            @Override
            public boolean stops(List<Integer> votes) {
                return stops.test(votes);
            }
        };
    }

    private static AllVotes.Rule plain(VoteStop.ByVotes stop, VoteBatches batches) {
        return rule(
                votes -> batches.doubling() && !votes.isEmpty() ? votes.size() : batches.first(),
                votes -> stop.stops(AllVotes.greatest(votes), votes.size()));
    }

    private static AllVotes.Rule windows(int window) {
        return rule(votes -> window, votes -> AllVotes.row(votes) >= window);
    }

    private static AllVotes.Rule sliding(int window) {
        return rule(votes -> window - AllVotes.row(votes), votes -> AllVotes.row(votes) >= window);
    }

    private static void compare(
            AdaptiveVote vote, Laid laid, AllVotes.Rule rule, AllVotes.Ties ties, int most, double[] ps) {
        for (double p : ps) {
            AdaptiveVoteCurve curve = vote.curve(p);
            for (int n = 1; n <= most + 1; n++) {
                int budget = Math.min(n, most);
                AllVotes expected = new AllVotes(laid.probabilities(p), laid.single, rule, ties, budget, 2);
                String where = "%s p %s n %d".formatted(laid.law, p, n);
                Approximation found = curve.accuracy(n);
                assertEquals(expected.accuracy, found.value(), 1e-13 * expected.accuracy, where);
                assertEquals(expected.coverage, curve.coverage(n), 1e-13 * expected.coverage, where);
                assertEquals(expected.candidates, curve.candidates(n), 1e-13 * n, where);
                assertEquals(expected.rounds, curve.rounds(n), 1e-13 * n, where);
                assertEquals(expected.waves, curve.waves(n, 2), 1e-13 * n, where);
                assertTrue(found.error() < 1e-13, where);
            }
        }
    }

    private static void compare(AdaptiveVote vote, Laid laid, AllVotes.Rule rule, int most) {
        compare(vote, laid, rule, AllVotes.Ties.FIRST_SEEN, most, PS);
    }

    /** Every sequence of up to 8 votes. */
    @Test
    void curve_byVotes_equalsEnumerationOfAllSequences() {
        for (Laid laid : LAWS) {
            int most = laid.weights.length > 2 ? 7 : 8;
            for (VoteBatches batches : List.of(new VoteBatches(1, false), new VoteBatches(3, false))) {
                for (VoteStop.ByVotes stop : List.of(
                        new VoteStop.PosteriorOfTwo(0.8),
                        new VoteStop.PosteriorOfTwo(0),
                        new VoteStop.PosteriorOfFive(0.8),
                        new VoteStop.LeaderShare(0.6),
                        new VoteStop.Decided(most))) {
                    compare(AdaptiveVote.of(laid.law, stop, batches, most), laid, plain(stop, batches), most);
                }
            }
        }
    }

    @Test
    void curve_doublingBatches_equalsEnumerationOfAllSequences() {
        VoteBatches batches = new VoteBatches(2, true);
        VoteStop.ByVotes stop = new VoteStop.LeaderShare(0.75);
        for (Laid laid : LAWS) {
            compare(AdaptiveVote.of(laid.law, stop, batches, 7), laid, plain(stop, batches), 7);
        }
    }

    @Test
    void curve_rowsThatAgree_equalsEnumerationOfAllSequences() {
        for (Laid laid : LAWS) {
            int most = laid.weights.length > 2 ? 7 : 8;
            for (int window : new int[] {1, 2, 3, 7, 9}) {
                AdaptiveVote whole = AdaptiveVote.of(laid.law, new VoteStop.Agreement(window, false), most);
                compare(whole, laid, windows(window), most);
                AdaptiveVote slides = AdaptiveVote.of(laid.law, new VoteStop.Agreement(window, true), most);
                compare(slides, laid, sliding(window), most);
            }
        }
    }

    /** Of 11 votes between two answers, where more of what no longer matters is forgotten. */
    @Test
    void curve_moreVotes_equalsEnumerationOfAllSequences() {
        double[] ps = {0.4, 0.7};
        for (Laid laid : List.of(LAWS.get(0), LAWS.get(5), LAWS.get(3))) {
            int most = laid.weights.length > 1 ? 9 : 11;
            VoteBatches one = new VoteBatches(1, false);
            for (VoteStop.ByVotes stop : List.of(new VoteStop.PosteriorOfTwo(0.8), new VoteStop.PosteriorOfFive(0.8))) {
                AdaptiveVote vote = AdaptiveVote.of(laid.law, stop, one, most);
                compare(vote, laid, plain(stop, one), AllVotes.Ties.FIRST_SEEN, most, ps);
            }
            AdaptiveVote slides = AdaptiveVote.of(laid.law, new VoteStop.Agreement(4, true), most);
            compare(slides, laid, sliding(4), AllVotes.Ties.FIRST_SEEN, most, ps);
        }
    }

    /** Planted: ties to class 0, a stop one vote late, a window off by one. The same comparison rejects each. */
    @Test
    void curve_ofWrongOnes_isRejectedByTheEnumeration() {
        Laid laid = LAWS.get(4);
        double[] ps = {0.35};
        VoteBatches one = new VoteBatches(1, false);
        VoteStop.PosteriorOfTwo beta = new VoteStop.PosteriorOfTwo(0.8);
        AdaptiveVote vote = AdaptiveVote.of(laid.law, beta, one, 7);
        AllVotes.Rule right = plain(beta, one);
        compare(vote, laid, right, AllVotes.Ties.FIRST_SEEN, 7, ps);
        assertThrows(AssertionError.class, () -> compare(vote, laid, right, AllVotes.Ties.TO_THE_TRUTH, 7, ps));
        AllVotes.Rule late = rule(
                votes -> 1,
                votes -> votes.size() > 1
                        && beta.stops(AllVotes.greatest(votes.subList(0, votes.size() - 1)), votes.size() - 1));
        assertThrows(AssertionError.class, () -> compare(vote, laid, late, AllVotes.Ties.FIRST_SEEN, 7, ps));
        AdaptiveVote agreed = AdaptiveVote.of(laid.law, new VoteStop.Agreement(3, false), 7);
        for (AllVotes.Rule wrong : List.of(windows(2), windows(4), sliding(3))) {
            assertThrows(AssertionError.class, () -> compare(agreed, laid, wrong, AllVotes.Ties.FIRST_SEEN, 7, ps));
        }
    }

    /** A rule that never stops leaves the majority vote, whose accuracy is had in another way. */
    @Test
    void accuracy_neverStopping_isThatOfTheMajorityVote() {
        VoteBatches one = new VoteBatches(1, false);
        for (AnswerLaw law : List.of(new Distinct(), new UniformAnswers(4), new Attractor(0.5, 3), new Zipf(3, 1.2))) {
            for (VoteStop.ByVotes never : List.of(new VoteStop.PosteriorOfTwo(1), new VoteStop.PosteriorOfFive(1))) {
                AdaptiveVote vote = AdaptiveVote.of(law, never, one, 30);
                for (double p : new double[] {1e-15, 0.02, 0.3, 0.9}) {
                    for (int n : new int[] {1, 2, 3, 10, 29, 30}) {
                        double expected = Plurality.of(law).accuracy(p, n).value();
                        AdaptiveVoteCurve curve = vote.curve(p);
                        assertEquals(expected, curve.accuracy(n).value(), 2e-13, law + " p " + p + " n " + n);
                        assertEquals(Coverage.of(p, n), curve.coverage(n), 1e-13 * Coverage.of(p, n));
                        assertEquals(n, curve.candidates(n), 1e-12);
                    }
                }
            }
        }
    }

    /** The answer of all votes: what is decided early is decided. */
    @Test
    void accuracy_decidedEarly_isThatOfTheMajorityVote() {
        for (AnswerLaw law : List.of(new Distinct(), new UniformAnswers(3), new Zipf(3, 1.2))) {
            AdaptiveVote vote = AdaptiveVote.of(law, new VoteStop.Decided(40), new VoteBatches(5, false), 40);
            for (double p : new double[] {0.05, 0.3, 0.6}) {
                double expected = Plurality.of(law).accuracy(p, 40).value();
                assertEquals(expected, vote.curve(p).accuracy(40).value(), 2e-13, law + " p " + p);
                assertTrue(vote.curve(p).candidates(40) < 40);
            }
        }
    }

    /**
     * Where wrong answers never agree, the Beta rule at 0.95 stops at 4 equal answers of 4, else at 6:
     * of four votes with probability p⁴, else as soon as the true answer has 6.
     */
    @Test
    void candidates_betaAgainstDistinctAnswers_closedForm() {
        double p = 0.6;
        AdaptiveVoteCurve curve = AdaptiveVote.of(
                        new Distinct(), new VoteStop.PosteriorOfTwo(0.95), new VoteBatches(1, false), 40)
                .curve(p);
        double drawn = 0;
        for (int n = 0; n < 40; n++) {
            // goes on after n votes: fewer than 6 are right, and the first four are not all so
            drawn += binomial(n, 6, p) - (n >= 4 ? StrictMath.pow(p, 4) * binomial(n - 4, 2, p) : 0);
        }
        double right = 1 - StrictMath.pow(1 - p, 40) - 40 * p * StrictMath.pow(1 - p, 39) * (39 / 40.0);
        assertEquals(drawn, curve.candidates(40), 1e-12);
        assertEquals(right, curve.accuracy(40).value(), 1e-12);
    }

    /** P(fewer than k of n are right). */
    private static double binomial(int n, int k, double p) {
        double sum = 0;
        double term = StrictMath.pow(1 - p, n);
        for (int i = 0; i < Math.min(k, n + 1); i++) {
            sum += term;
            term *= p / (1 - p) * (n - i) / (i + 1);
        }
        return sum;
    }

    /**
     * Windows of w stop with probability u = ∑ q<sup>w</sup> each, whatever came before: (1 − (1 − u)<sup>K</sup>)/u of K
     * are drawn on average. Sliding ones against one wrong answer end as the first row of w in tosses of a coin, of mean
     * 2<sup>w</sup> − 1 for a fair one where they may go on without end.
     */
    @Test
    void rounds_ofWindows_closedForms() {
        double p = 0.3;
        double[] each = {0.3, 0.7 * 2 / 3, 0.7 / 3};
        double agree = IntStream.range(0, 3)
                .mapToDouble(i -> StrictMath.pow(each[i], 5))
                .sum();
        AdaptiveVoteCurve whole = AdaptiveVote.of(new Zipf(2, 1), new VoteStop.Agreement(5, false), 40)
                .curve(p);
        assertEquals((1 - StrictMath.pow(1 - agree, 8)) / agree, whole.rounds(40), 1e-12);
        assertEquals(5 * whole.rounds(40), whole.candidates(40), 1e-12);
        AdaptiveVoteCurve coin = AdaptiveVote.of(new UniformAnswers(1), new VoteStop.Agreement(3, true), 600)
                .curve(0.5);
        assertEquals(7, coin.candidates(600), 1e-12);
        assertEquals(0.5, coin.accuracy(600).value(), 1e-12);
    }

    /** Answers of equal weight as one group, and as many of almost equal weight. */
    @Test
    void accuracy_ofEqualAnswers_isTheSameHoweverTheyAreGrouped() {
        VoteBatches one = new VoteBatches(1, false);
        AdaptiveVoteCurve together = AdaptiveVote.of(new UniformAnswers(3), new VoteStop.PosteriorOfTwo(0.9), one, 25)
                .curve(0.3);
        AdaptiveVoteCurve apart = AdaptiveVote.of(new Zipf(3, 1e-14), new VoteStop.PosteriorOfTwo(0.9), one, 25)
                .curve(0.3);
        AdaptiveVoteCurve many = AdaptiveVote.of(
                        new UniformAnswers(1_000_000), new VoteStop.PosteriorOfTwo(0.9), one, 25)
                .curve(0.3);
        AdaptiveVoteCurve distinct = AdaptiveVote.of(new Distinct(), new VoteStop.PosteriorOfTwo(0.9), one, 25)
                .curve(0.3);
        for (int n = 1; n <= 25; n++) {
            assertEquals(together.accuracy(n).value(), apart.accuracy(n).value(), 1e-12);
            assertEquals(together.candidates(n), apart.candidates(n), 1e-11);
            // 25 votes for 10^6 answers: some pair agrees with probability below 300/10^6
            assertEquals(distinct.accuracy(n).value(), many.accuracy(n).value(), 3e-4);
        }
    }

    /** The bound holds, is known without finding them, and is of use: at most twelve times what there are. */
    @Test
    void states_ofAnyVote_areAtMostWhatWasSaid() {
        for (AnswerLaw law : List.of(
                new Distinct(), new UniformAnswers(1), new UniformAnswers(5), new Attractor(0.4, 3), new Zipf(3, 1))) {
            for (VoteStop.ByVotes stop :
                    List.of(new VoteStop.PosteriorOfTwo(0.95), new VoteStop.PosteriorOfFive(0.95))) {
                VoteGraph graph = AdaptiveVote.of(law, stop, new VoteBatches(1, false), 30)
                        .graph();
                double bound = AdaptiveVote.states(law, stop, 30);
                // an end for each leader and number of ties belongs to each number of votes
                assertTrue(graph.states() <= bound + 30 * 32, law + " " + stop);
                assertTrue(graph.states() * 12 > bound, law + " " + stop);
            }
            for (VoteStop.Agreement stop : List.of(new VoteStop.Agreement(4, false), new VoteStop.Agreement(4, true))) {
                VoteGraph graph = AdaptiveVote.of(law, stop, 30).graph();
                double bound = AdaptiveVote.states(law, stop, 30);
                assertTrue(graph.states() <= bound + 30 * 32, law + " " + stop);
                assertTrue(graph.states() * 12 > bound, law + " " + stop);
            }
        }
        assertTrue(AdaptiveVote.states(new Zipf(12, 1.2), new VoteStop.PosteriorOfTwo(0.95), 40) > 1e11);
        assertTrue(AdaptiveVote.states(new Zipf(1_000_000, 1.2), new VoteStop.PosteriorOfTwo(0.95), 40) > 1e17);
    }

    @Test
    void of_badArguments_isRefused() {
        VoteBatches one = new VoteBatches(1, false);
        VoteStop.ByVotes beta = new VoteStop.PosteriorOfTwo(0.9);
        AnswerLaw law = new UniformAnswers(1);
        assertThrows(IllegalArgumentException.class, () -> AdaptiveVote.of(law, beta, one, 0));
        assertThrows(IllegalArgumentException.class, () -> AdaptiveVote.of(law, beta, one, 4096));
        assertThrows(IllegalArgumentException.class, () -> AdaptiveVote.of(new PitmanYor(0, 1), beta, one, 3));
        assertThrows(IllegalArgumentException.class, () -> new VoteStop.PosteriorOfTwo(1.1));
        assertThrows(IllegalArgumentException.class, () -> new VoteStop.Agreement(0, true));
        assertThrows(IllegalArgumentException.class, () -> new VoteBatches(0, false));
        AdaptiveVote vote = AdaptiveVote.of(law, beta, one, 3);
        assertThrows(IllegalArgumentException.class, () -> vote.curve(1.5));
        assertThrows(IllegalArgumentException.class, () -> vote.curve(0.5).accuracy(0));
    }
}
