package overthink.strategies.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

class BestOfMajorityTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new BestOfMajorityProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class Half extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("share", 0.5);
        }
    }

    @Nested
    class ByMeanStep extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("aggregation", "mean");
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

    private static Strategy by(double share) {
        return PROVIDER.create(Parameters.of(PROVIDER.parameters(), Map.of("share", share)));
    }

    private static Oracle bestOfFrequent(double share) {
        return (scores, answers) -> {
            long[] votes = new long[answers.length];
            long most = 0;
            for (int i = 0; i < answers.length; i++) {
                int answer = answers[i];
                votes[i] =
                        Arrays.stream(answers).filter(other -> other == answer).count();
                most = Math.max(most, votes[i]);
            }
            int best = Session.NONE;
            for (int i = 0; i < answers.length; i++) {
                if (votes[i] >= share * most && (best == Session.NONE || scores[i] > scores[best])) {
                    best = i;
                }
            }
            return best;
        };
    }

    @Tag("slow")
    @Test
    void selection_everyShortList_bestOfTheFrequent() {
        for (double share : new double[] {0, 0.4, 0.5, 1}) {
            checkSelection(by(share), bestOfFrequent(share));
        }
        assertThrows(AssertionError.class, () -> checkSelection(by(1), bestOfFrequent(0.5)), "the share is noticed");
    }

    @Test
    void scores_runOut_thoseScoredDecide() {
        ScriptedSession session = new ScriptedSession(
                        Script.candidates(new double[] {0, 1, 2, 3}, new int[] {7, 8, 8, 7}), 4)
                .withLimit(Resource.VERIFIER_CALLS, 3);
        by(1).run(session);
        assertEquals(List.of(0, 2), session.commitments());
    }
}
