package overthink.strategies.voting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Point;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.core.trial.TrialRunner;
import overthink.core.trial.TrialRunner.Grade;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.VariantContract;

class WeightedVoteTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new WeightedVoteProvider();

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class ByMean extends VariantContract {

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
    class ByMax extends VariantContract {

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
    class ByLogitSum extends VariantContract {

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
    class ByProduct extends VariantContract {

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

    /** The record weighted-votes of conformance/values.json; the answers that never win there are left out. */
    @Test
    void selection_weightedVotesOfOtherTools_sameAnswer() {
        double[] scores = {0.32, 0.61, 0.55, 0.94, 0.25, 0.15};
        int[] answers = {'A', 'A', 'A', 'B', 'B', 'C'};
        assertEquals(0, selected(by("sum"), scores, answers));
        assertEquals(3, selected(by("mean"), scores, answers));
        assertEquals(3, selected(by("max"), scores, answers));
        assertEquals(3, selected(by("logit-sum"), scores, answers));
    }

    @Tag("slow")
    @Test
    void selection_everyListBySum_firstSeenOfTheHeaviest() {
        checkSelection(by("sum"), WeightedVoteTest::sum);
    }

    @Tag("slow")
    @Test
    void selection_everyListByMean_firstSeenOfTheHeaviest() {
        checkSelection(by("mean"), scores -> sum(scores) / scores.length);
    }

    @Tag("slow")
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

    @Tag("slow")
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

    /**
     * Lists of up to eight scores down to −3,000, where a probability is 0, against weights relative to the greatest score of
     * the list. Votes that cut scores off, or whose weights become 0, are noticed.
     */
    private static void checkLowScores(Strategy strategy, boolean mean) {
        SplittableRandom random = new SplittableRandom(5);
        for (int list = 0; list < 4_000; list++) {
            int length = 1 + random.nextInt(8);
            double[] scores = new double[length];
            int[] answers = new int[length];
            double base = -random.nextInt(3_000);
            for (int i = 0; i < length; i++) {
                scores[i] = base - 3 * random.nextDouble();
                answers[i] = random.nextInt(3);
            }
            double greatest = Arrays.stream(scores).max().orElseThrow();
            double[] relative = Arrays.stream(scores)
                    .map(s -> Math.exp(s - Math.log1p(Math.exp(s)) - greatest))
                    .toArray();
            int expected = heaviest(relative, answers, some -> mean ? sum(some) / some.length : sum(some));
            for (int portion : new int[] {1, 8}) {
                ScriptedSession session =
                        new ScriptedSession(Script.candidates(scores, answers), length).withPortions(portion);
                strategy.run(session);
                assertEquals(expected, session.committed(), () -> Arrays.toString(scores) + Arrays.toString(answers));
            }
        }
    }

    @Test
    void selection_scoresBelowAllProbabilities_heaviest() {
        checkLowScores(by("sum"), false);
        checkLowScores(by("mean"), true);
        assertThrows(AssertionError.class, () -> checkLowScores(new Planted(0, false), false));
    }

    /** One candidate that is not low outweighs any number that are. */
    @Test
    void selection_someScoresLow_othersDecide() {
        double[] scores = new double[60];
        int[] answers = new int[60];
        Arrays.fill(scores, -64.5);
        Arrays.fill(answers, 1);
        scores[59] = -60;
        answers[59] = 2;
        ScriptedSession session = new ScriptedSession(Script.candidates(scores, answers), 60).withPortions(7);
        by("sum").run(session);
        assertEquals(59, session.committed(), "e^−60 against 59 times e^−64.5, which is e^−60.4");
        scores[59] = -61;
        ScriptedSession more = new ScriptedSession(Script.candidates(scores, answers), 60).withPortions(7);
        by("sum").run(more);
        assertEquals(0, more.committed());
    }

    /** What {@code logit-sum} adds up stays finite where probabilities are 1 and 0, so that nothing is compared with NaN. */
    @Test
    void logitSum_ofAggregatedStepsBeyondProbabilities_heaviest() {
        double[] steps = {2_000, 1_500, -3_000, -2_500, 1_000, 1_200};
        Script script = Script.tree(2, steps).withAnswers(step -> step < 4 ? 1 : 2);
        for (String aggregation : List.of("mean", "product")) {
            ScriptedSession session = new ScriptedSession(script, 3).withLimit(Resource.STEPS, 6);
            PROVIDER.create(Parameters.of(
                            PROVIDER.parameters(), Map.of("weight", "logit-sum", "aggregation", aggregation)))
                    .run(session);
            assertEquals(2, session.committed(), aggregation + ": about 1,500 − 2,500 against 1,000");
        }
    }

    /**
     * p 0.3, 100 steps, 3 equally likely wrong answers, process d 0.3, N 16, by product: 0.8265 by 300,000 trials in NumPy with
     * sums in logarithms (standard error 0.0007); cut off at e^−64 it is 0.407. 3,000 trials, seed 3: the standard error is
     * 0.0069, and 0.04 is 5.7 of both together, a false alarm of 2·10⁻⁸.
     */
    @Tag("slow")
    @Test
    void accuracy_productOfHundredSteps_asComputedElsewhere() {
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new Point(0.3), 1),
                Policy.FLAT.withSteps(100).with(new UniformAnswers(3)),
                new Verifiers(null, Verifier.of(0.3), null, 0, Tariff.FREE));
        TrialRunner runner = new TrialRunner(world, Budgets.generations(16), 3);
        Strategy strategy = PROVIDER.create(Parameters.of(PROVIDER.parameters(), Map.of("aggregation", "product")));
        int correct = 0;
        for (int trial = 0; trial < 3_000; trial++) {
            correct += runner.run(strategy, 0, trial).get(0).grade() == Grade.CORRECT ? 1 : 0;
        }
        assertEquals(0.8265, correct / 3_000.0, 0.04);
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
