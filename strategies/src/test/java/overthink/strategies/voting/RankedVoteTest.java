package overthink.strategies.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.strategies.VariantContract;

/** The weights of weighted-vote that compare a candidate with all others. */
class RankedVoteTest {

    private static final StrategyProvider PROVIDER = new WeightedVoteProvider();

    @Nested
    class ByRank extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("weight", "rank");
        }
    }

    @Nested
    class ByPowerOfRank extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("weight", "rank", "power", 0.5, "aggregation", "min");
        }
    }

    @Nested
    class BySoftmax extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("weight", "softmax", "temperature", 0.2);
        }
    }

    private static Strategy by(Map<String, ?> parameters) {
        return PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters));
    }

    private static int selected(Strategy strategy, double[] scores, int[] answers) {
        ScriptedSession session = new ScriptedSession(Script.candidates(scores, answers), scores.length);
        strategy.run(session);
        return session.committed();
    }

    /** The votes of the conformance record of scorio: ranks 2, 3, 4 of A against 1 and 5 of B. */
    @Test
    void rank_votesOfAnotherTool_sameAnswer() {
        double[] scores = {0.32, 0.61, 0.55, 0.94, 0.25, 0.15};
        int[] answers = {'A', 'A', 'A', 'B', 'B', 'C'};
        assertEquals(0, selected(by(Map.of("weight", "rank")), scores, answers));
        assertEquals(0, selected(by(Map.of("weight", "rank", "power", 0)), scores, answers));
        assertEquals(3, selected(by(Map.of("weight", "rank", "power", 20)), scores, answers));
    }

    /** By definition: candidate by candidate, the number of those that rank at least as high. */
    private static int expected(double[] scores, int[] answers, ToDoubleBiFunction<Integer, double[]> weight) {
        double[] sums = new double[answers.length];
        int[] firsts = new int[answers.length];
        for (int i = answers.length - 1; i >= 0; i--) {
            sums[answers[i]] += weight.applyAsDouble(i, scores);
            firsts[answers[i]] = i;
        }
        int winner = answers[0];
        for (int i = 0; i < answers.length; i++) {
            winner = sums[answers[i]] > sums[winner] * (1 + 1e-9) ? answers[i] : winner;
        }
        return firsts[winner];
    }

    private static int rank(int candidate, double[] scores) {
        int rank = 1;
        for (int other = 0; other < scores.length; other++) {
            rank += scores[other] > scores[candidate] || (scores[other] == scores[candidate] && other < candidate)
                    ? 1
                    : 0;
        }
        return rank;
    }

    private static void checkEveryElection(Strategy strategy, ToDoubleBiFunction<Integer, double[]> weight) {
        int n = 5;
        for (int ballot = 0; ballot < 1 << 10; ballot++) {
            int[] answers = new int[n];
            for (int i = 1; i < n; i++) {
                answers[i] = (ballot >> 2 * (i - 1) & 3) % 3;
            }
            for (int order = 0; order < 243; order += 5) {
                double[] scores = new double[n];
                int rest = order;
                for (int i = 0; i < n; i++, rest /= 3) {
                    scores[i] = rest % 3 - 1;
                }
                assertEquals(
                        expected(scores, answers, weight), selected(strategy, scores, answers), ballot + " " + order);
            }
        }
    }

    /** Every election of five candidates, three answers and three scores, a fifth of the orders of scores. */
    @Tag("slow")
    @Test
    void everyElection_byDefinition_sameAnswer() {
        checkEveryElection(by(Map.of("weight", "rank")), (i, scores) -> scores.length - rank(i, scores) + 1);
        checkEveryElection(
                by(Map.of("weight", "rank", "power", 0.3)),
                (i, scores) -> Math.pow(scores.length - rank(i, scores) + 1, 0.3));
        checkEveryElection(
                by(Map.of("weight", "softmax", "temperature", 0.25)),
                (i, scores) -> Math.exp(Script.probability(scores[i]) / 0.25));
        assertThrows(
                AssertionError.class,
                () -> checkEveryElection(by(Map.of("weight", "rank")), (i, scores) -> scores.length - rank(i, scores)),
                "ranks from 0");
    }

    @Test
    void create_parameterOfAnotherWeight_isRefused() {
        assertEquals(
                "weighted-vote: power (2.0) has a meaning with weight: rank alone. Leave it out.",
                assertThrows(IllegalArgumentException.class, () -> by(Map.of("power", 2)))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> by(Map.of("weight", "rank", "temperature", 2)));
    }
}
