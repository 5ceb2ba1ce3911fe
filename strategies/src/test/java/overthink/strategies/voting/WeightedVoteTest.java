package overthink.strategies.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;

class WeightedVoteTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new WeightedVoteProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class ByMean extends StrategyContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("weight", "mean");
        }
    }

    @Nested
    class ByMax extends StrategyContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("weight", "max");
        }
    }

    @Nested
    class ByLogitSum extends StrategyContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("weight", "logit-sum");
        }
    }

    @Nested
    class ByProduct extends StrategyContract {

        @Override
        protected StrategyProvider provider() {
            return new WeightedVoteProvider();
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("aggregation", "product");
        }
    }

    private static Strategy by(String weight) {
        return PROVIDER.create(Parameters.of(PROVIDER.parameters(), Map.of("weight", weight)));
    }

    /** shared/conformance/values.json, weighted-votes; the answers that never win there are left out. */
    @Test
    void selection_weightedVotesOfOtherTools_sameAnswer() {
        double[] scores = {0.32, 0.61, 0.55, 0.94, 0.25, 0.15};
        int[] answers = {'A', 'A', 'A', 'B', 'B', 'C'};
        assertEquals(0, selected(by("sum"), scores, answers));
        assertEquals(3, selected(by("mean"), scores, answers));
        assertEquals(3, selected(by("max"), scores, answers));
        assertEquals(3, selected(by("logit-sum"), scores, answers));
    }

    @Test
    void selection_everyListBySum_firstSeenOfTheHeaviest() {
        checkSelection(by("sum"), WeightedVoteTest::sum);
    }

    @Test
    void selection_everyListByMean_firstSeenOfTheHeaviest() {
        checkSelection(by("mean"), scores -> sum(scores) / scores.length);
    }

    @Test
    void selection_everyListByMax_firstSeenOfTheHeaviest() {
        checkSelection(by("max"), scores -> Arrays.stream(scores).max().orElseThrow());
    }

    /** As probabilities scores of 40 and 50 are both next to 1; the greater one wins all the same. */
    @Test
    void selection_byMaxOfScoresNextToCertain_theGreatest() {
        double[] logOdds = {40, 50, 45};
        ScriptedSession session = new ScriptedSession(Script.candidates(logOdds, new int[] {0, 1, 2}), 3);
        by("max").run(session);
        assertEquals(1, session.committed());
    }

    @Test
    void selection_everyListByLogitSum_firstSeenOfTheHeaviest() {
        checkSelection(
                by("logit-sum"),
                scores -> sum(Arrays.stream(scores).map(Script::logOdds).toArray()));
    }

    @Test
    void selection_lastSeenOfEquals_isNoticed() {
        assertThrows(AssertionError.class, () -> checkSelection(new Planted(0, true), WeightedVoteTest::sum));
    }

    @Test
    void selection_oneCandidateTooFew_isNoticed() {
        assertThrows(AssertionError.class, () -> checkSelection(new Planted(1, false), WeightedVoteTest::sum));
    }

    @Test
    void selection_countsInsteadOfScores_isNoticed() {
        Strategy majority = new MajorityVote();
        assertThrows(AssertionError.class, () -> checkSelection(majority, WeightedVoteTest::sum));
    }

    private static double sum(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** All lists of up to four candidates with scores of ¼, ½ and ¾ and one of three answers. */
    private static void checkSelection(Strategy strategy, ToDoubleFunction<double[]> weight) {
        for (int length = 1; length <= 4; length++) {
            for (int code = 0; code < Math.pow(9, length); code++) {
                double[] scores = new double[length];
                int[] answers = new int[length];
                int rest = code;
                for (int i = 0; i < length; i++, rest /= 9) {
                    scores[i] = 0.25 + 0.25 * (rest % 3);
                    answers[i] = rest / 3 % 3;
                }
                for (int portion : new int[] {1, 4}) {
                    ScriptedSession session = session(scores, answers).withPortions(portion);
                    strategy.run(session);
                    assertEquals(
                            heaviest(scores, answers, weight),
                            session.committed(),
                            () -> Arrays.toString(scores) + Arrays.toString(answers));
                }
            }
        }
    }

    /** The first candidate whose answer no other outweighs, by weighing all for each. */
    private static int heaviest(double[] scores, int[] answers, ToDoubleFunction<double[]> weight) {
        int winner = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < answers.length; i++) {
            int answer = answers[i];
            double heavy = weight.applyAsDouble(IntStream.range(0, answers.length)
                    .filter(other -> answers[other] == answer)
                    .mapToDouble(other -> scores[other])
                    .toArray());
            if (heavy > most) {
                most = heavy;
                winner = i;
            }
        }
        return winner;
    }

    private static int selected(Strategy strategy, double[] scores, int[] answers) {
        ScriptedSession session = session(scores, answers);
        strategy.run(session);
        return session.committed();
    }

    private static ScriptedSession session(double[] scores, int[] answers) {
        double[] logOdds = Arrays.stream(scores).map(Script::logOdds).toArray();
        return new ScriptedSession(Script.candidates(logOdds, answers), answers.length);
    }

    /** A weighted vote by sum with mistakes. */
    private record Planted(int missing, boolean lastOfEquals) implements Strategy {

        @Override
        public void run(Session session) {
            double[] weights = new double[10];
            int[] firsts = new int[10];
            int best = 0;
            for (long i = 0; i < Math.max(1, session.limit(Resource.GENERATIONS) - missing); i++) {
                int candidate = session.generate();
                int answer = session.answer(candidate);
                firsts[answer] = weights[answer] == 0 ? candidate : firsts[answer];
                weights[answer] += Script.probability(session.verify(candidate));
                for (int other = 0; other < 10; other++) {
                    if (weights[other] > weights[best]
                            || (lastOfEquals && weights[other] == weights[best] && other > best)) {
                        best = other;
                    }
                }
            }
            session.commit(firsts[best]);
        }
    }

    @Test
    void mean_leaderFalls_nextHeaviestLeads() {
        double[] scores = {0.75, 0.5, 0.25, 0.25};
        int[] answers = {1, 2, 1, 1};
        ScriptedSession session = session(scores, answers).withPortions(1);
        by("mean").run(session);
        assertEquals(List.of(0, 1), session.commitments().stream().distinct().toList());
        assertEquals(1, session.committed());
    }

    @Test
    void verifierCalls_fewerThanCandidates_voteOfThoseScored() {
        double[] scores = {0.25, 0.5, 0.75, 0.75};
        int[] answers = {1, 2, 1, 1};
        ScriptedSession session = session(scores, answers).withLimit(Resource.VERIFIER_CALLS, 2);
        by("sum").run(session);
        assertEquals(1, session.committed());
        ScriptedSession unverified = session(scores, answers).withLimit(Resource.VERIFIER_CALLS, 0);
        by("sum").run(unverified);
        assertEquals(List.of(0), unverified.commitments());
    }

    @Test
    void classes_moreThanTheFirstRoom_allWeighed() {
        int[] answers = IntStream.range(0, 1_000).map(i -> i < 999 ? i : 998).toArray();
        double[] scores = new double[answers.length];
        Arrays.fill(scores, 0.5);
        assertEquals(998, selected(by("sum"), scores, answers));
    }
}
