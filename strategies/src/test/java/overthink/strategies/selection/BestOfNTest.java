package overthink.strategies.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class BestOfNTest extends StrategyContract {

    @Override
    protected StrategyProvider provider() {
        return new BestOfNProvider();
    }

    @Nested
    class ByLast extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new BestOfNProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("aggregation", "last");
        }
    }

    @Nested
    class ByMin extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new BestOfNProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("aggregation", "min");
        }
    }

    @Nested
    class ByMean extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new BestOfNProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("aggregation", "mean");
        }
    }

    @Nested
    class ByProduct extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return new BestOfNProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("aggregation", "product");
        }
    }

    /** The record best-of-n.ties of conformance/values.json. */
    @Test
    void selection_tiesOfOtherTools_sameCandidate() {
        assertEquals(1, selected(create(), 3, 0.5, 0.8, 0.3));
        assertEquals(0, selected(create(), 3, 0.8, 0.5, 0.8));
    }

    @Test
    void selection_everyListOfThreeScores_firstOfTheHighest() {
        checkSelection(create());
    }

    @Test
    void selection_lastOfEquals_isNoticed() {
        Planted lastOfEquals = new Planted(0, true);
        assertThrows(AssertionError.class, () -> checkSelection(lastOfEquals));
    }

    @Test
    void selection_oneCandidateTooFew_isNoticed() {
        Planted tooFew = new Planted(1, false);
        assertThrows(AssertionError.class, () -> checkSelection(tooFew));
    }

    /** All lists of up to four scores of 0.2, 0.5 and 0.8. */
    private static void checkSelection(Strategy strategy) {
        for (int length = 1; length <= 4; length++) {
            for (int code = 0; code < Math.pow(3, length); code++) {
                double[] scores = new double[length];
                int rest = code;
                int expected = 0;
                for (int i = 0; i < length; i++, rest /= 3) {
                    scores[i] = 0.2 + 0.3 * (rest % 3);
                    expected = scores[i] > scores[expected] ? i : expected;
                }
                assertEquals(expected, selected(strategy, length, scores), "list " + code + " of " + length);
            }
        }
    }

    private static int selected(Strategy strategy, int budget, double... scores) {
        ScriptedSession session = session(scores, budget);
        strategy.run(session);
        return session.committed();
    }

    private static ScriptedSession session(double[] scores, int budget) {
        double[] logOdds = IntStream.range(0, scores.length)
                .mapToDouble(i -> Script.logOdds(scores[i]))
                .toArray();
        return new ScriptedSession(Script.candidates(logOdds, new int[scores.length]), budget);
    }

    /** Best-of-n with mistakes. */
    private record Planted(int missing, boolean lastOfEquals) implements Strategy {

        @Override
        public void run(Session session) {
            int best = session.generate();
            double bestScore = session.verify(best);
            session.commit(best);
            for (long i = 1; i < session.limit(Resource.GENERATIONS) - missing; i++) {
                int candidate = session.generate();
                double score = session.verify(candidate);
                if (score > bestScore || (lastOfEquals && score == bestScore)) {
                    bestScore = score;
                    session.commit(candidate);
                }
            }
        }
    }

    @Test
    void portions_anySize_sameWinnerOneRoundEach() {
        double[] scores = {0.3, 0.6, 0.6, 0.2, 0.7, 0.1, 0.7};
        for (int portion = 1; portion <= 8; portion++) {
            ScriptedSession session = session(scores, 7).withPortions(portion);
            create().run(session);
            assertEquals(4, session.committed(), "portions of " + portion);
            assertEquals(7, session.spent(Resource.VERIFIER_CALLS), "portions of " + portion);
            assertEquals((6 + portion) / portion, session.batches().size(), "portions of " + portion);
        }
    }

    @Test
    void portions_beyondTheBuffer_everyCandidateVerified() {
        double[] scores =
                IntStream.range(0, 10_000).mapToDouble(i -> i / 20_000.0).toArray();
        for (int portion : new int[] {4095, 4096, 4097, 10_000}) {
            ScriptedSession session = session(scores, 10_000).withPortions(portion);
            create().run(session);
            assertEquals(9_999, session.committed(), "portions of " + portion);
            assertEquals(10_000, session.spent(Resource.VERIFIER_CALLS), "portions of " + portion);
        }
    }

    @Test
    void commitments_asItGoes_bestSoFar() {
        ScriptedSession session = session(new double[] {0.3, 0.6, 0.5, 0.9}, 4).withPortions(1);
        create().run(session);
        assertEquals(List.of(0, 1, 3), session.commitments());
    }

    @Test
    void verifierCalls_fewerThanCandidates_bestOfThoseScored() {
        ScriptedSession session = session(new double[] {0.3, 0.6, 0.5, 0.9}, 4).withLimit(Resource.VERIFIER_CALLS, 3);
        create().run(session);
        assertEquals(1, session.committed());
        ScriptedSession unverified =
                session(new double[] {0.3, 0.6, 0.5, 0.9}, 4).withPortions(2).withLimit(Resource.VERIFIER_CALLS, 0);
        create().run(unverified);
        assertEquals(List.of(0), unverified.commitments());
        assertEquals(2, unverified.size(), "it goes on drawing what it cannot score");
    }
}
