package overthink.strategies.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.strategies.VariantContract;

class MajorityOfBestTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new MajorityOfBestProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class One extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("k", 1);
        }
    }

    @Nested
    class Forty extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("k", 40);
        }
    }

    private static int selected(Strategy strategy, double[] scores, int[] answers, int portion) {
        ScriptedSession session =
                new ScriptedSession(Script.candidates(scores, answers), scores.length).withPortions(portion);
        strategy.run(session);
        return session.committed();
    }

    /** All lists of up to four candidates with three scores and three answers, in portions of every size. */
    private static void checkSelection(Strategy strategy, Oracle oracle) {
        for (int n = 1; n <= 4; n++) {
            for (int code = 0; code < Math.pow(9, n); code++) {
                double[] scores = new double[n];
                int[] answers = new int[n];
                int rest = code;
                for (int i = 0; i < n; i++, rest /= 9) {
                    scores[i] = rest % 3 - 1;
                    answers[i] = rest / 3 % 3;
                }
                int portion = 1 + code % n;
                assertEquals(
                        oracle.selects(scores, answers),
                        selected(strategy, scores, answers, portion),
                        () -> "scores %s, answers %s".formatted(Arrays.toString(scores), Arrays.toString(answers)));
            }
        }
    }

    @FunctionalInterface
    private interface Oracle {
        int selects(double[] scores, int[] answers);
    }

    private static Strategy by(int k) {
        return PROVIDER.create(Parameters.of(PROVIDER.parameters(), Map.of("k", k)));
    }

    private static Oracle majorityOf(int k) {
        return (scores, answers) -> {
            int[] best = IntStream.range(0, scores.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -scores[i]))
                    .limit(k)
                    .mapToInt(i -> i)
                    .toArray();
            long most = 0;
            int winner = Session.NONE;
            for (int i : best) {
                long votes = Arrays.stream(best)
                        .filter(j -> answers[j] == answers[i])
                        .count();
                if (votes > most) {
                    most = votes;
                    winner = i;
                }
            }
            return winner;
        };
    }

    @Tag("slow")
    @Test
    void selection_everyShortList_majorityOfTheBest() {
        for (int k = 1; k <= 5; k++) {
            checkSelection(by(k), majorityOf(k));
        }
        assertThrows(AssertionError.class, () -> checkSelection(by(2), majorityOf(3)), "another k is noticed");
    }

    @Test
    void scores_runOut_thoseScoredDecide() {
        ScriptedSession session = new ScriptedSession(
                        Script.candidates(new double[] {0, 1, 2, 3}, new int[] {7, 8, 8, 7}), 4)
                .withLimit(Resource.VERIFIER_CALLS, 2);
        by(3).run(session);
        assertEquals(List.of(0, 1), session.commitments());
    }
}
