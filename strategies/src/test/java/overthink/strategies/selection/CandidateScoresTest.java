package overthink.strategies.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import overthink.core.api.Law;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Strategy;
import overthink.core.experiment.Budgets;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Point;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.trial.TrialRunner;
import overthink.core.trial.TrialRunner.Outcome;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

class CandidateScoresTest {

    private static double score(Law.Score aggregation, double... stepProbabilities) {
        double[] logOdds = Arrays.stream(stepProbabilities).map(Script::logOdds).toArray();
        ScriptedSession session = new ScriptedSession(Script.tree(logOdds.length, logOdds), 1);
        CandidateScores scores = new CandidateScores(aggregation);
        scores.draw(session, 1);
        double[] into = new double[1];
        scores.ask(session, 0, 1, into);
        return into[0];
    }

    private static double probability(Law.Score aggregation, double... stepProbabilities) {
        return CandidateScores.probability(score(aggregation, stepProbabilities));
    }

    /** The fixture for process scores of mohsenhariri/scorio. */
    @Test
    void aggregates_otherToolsSteps_same() {
        double[] steps = {0.91, 0.42, 0.88, 0.73};
        assertEquals(0.73, probability(Law.Score.LAST, steps), 1e-14);
        assertEquals(0.42, probability(Law.Score.MIN, steps), 1e-14);
        assertEquals(0.735, probability(Law.Score.MEAN, steps), 1e-14);
        assertEquals(0.24552528, probability(Law.Score.PRODUCT, steps), 1e-14);
    }

    @Test
    void aggregates_nearTheEnds_keepApart() {
        for (Law.Score aggregation : List.of(Law.Score.MIN, Law.Score.MEAN, Law.Score.PRODUCT)) {
            assertEquals(Double.POSITIVE_INFINITY, score(aggregation, 1, 1), aggregation.toString());
            assertEquals(Double.NEGATIVE_INFINITY, score(aggregation, 0, 0), aggregation.toString());
        }
        assertEquals(Double.NEGATIVE_INFINITY, score(Law.Score.PRODUCT, 1, 0));
        assertEquals(0, score(Law.Score.MEAN, 1, 0));
        double[] many = new double[400];
        Arrays.fill(many, 1e-3);
        double low = score(Law.Score.PRODUCT, many);
        assertEquals(400 * Math.log(1e-3), low, 1e-9, "a product that no double holds");
        many[0] = 2e-3;
        assertTrue(score(Law.Score.PRODUCT, many) > low);
    }

    /** Scores beyond what a probability can hold, against their asymptotic forms: 1 − r is e^−s where s is large, r is e^s. */
    @Test
    void aggregates_stepsBeyondProbabilities_areFinite() {
        for (double s : new double[] {720, 1e3, 5e4, 1e12}) {
            double tolerance = 1e-15 * s;
            assertEquals(s - Math.log(2), ofLogOdds(Law.Score.PRODUCT, s, s), tolerance);
            assertEquals(s, ofLogOdds(Law.Score.MEAN, s, s), tolerance);
            assertEquals(-2 * s, ofLogOdds(Law.Score.PRODUCT, -s, -s), tolerance);
            assertEquals(-s, ofLogOdds(Law.Score.MEAN, -s, -s), tolerance);
            assertEquals(-s, ofLogOdds(Law.Score.PRODUCT, s, -s), tolerance);
            assertEquals(0, ofLogOdds(Law.Score.MEAN, s, -s), tolerance);
            assertEquals(s + Math.log(2), ofLogOdds(Law.Score.MEAN, s, s + 50), tolerance);
        }
    }

    private static double ofLogOdds(Law.Score aggregation, double... steps) {
        ScriptedSession session = new ScriptedSession(Script.tree(steps.length, steps), 1);
        CandidateScores scores = new CandidateScores(aggregation);
        scores.draw(session, 1);
        double[] into = new double[1];
        scores.ask(session, 0, 1, into);
        return into[0];
    }

    @Test
    void calls_eachAggregation_asMany() {
        for (Law.Score aggregation : Law.Score.values()) {
            ScriptedSession session =
                    new ScriptedSession(Script.tree(4, new double[12]), 3).withLimit(Resource.STEPS, 12);
            CandidateScores scores = new CandidateScores(aggregation);
            assertEquals(3, scores.draw(session, 3));
            scores.ask(session, 0, 3, new double[3]);
            boolean one = aggregation == Law.Score.OUTCOME || aggregation == Law.Score.LAST;
            assertEquals(one ? 3 : 12, session.spent(Resource.VERIFIER_CALLS), aggregation.toString());
        }
    }

    @Test
    void calls_runOut_fromThereOnNotANumber() {
        ScriptedSession session = new ScriptedSession(Script.tree(4, new double[12]), 3)
                .withLimit(Resource.STEPS, 12)
                .withLimit(Resource.VERIFIER_CALLS, 7);
        CandidateScores scores = new CandidateScores(Law.Score.MIN);
        scores.draw(session, 3);
        double[] into = new double[3];
        scores.ask(session, 0, 3, into);
        assertEquals(Arrays.toString(new double[] {0, Double.NaN, Double.NaN}), Arrays.toString(into));
    }

    /** Where verifier calls are what is bounded, no candidate is drawn that they do not pay for, at any of the budgets. */
    @Test
    void draw_verifierCallsBounded_asManyAsCanBeScored() {
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new Point(0.5), 1),
                Policy.FLAT.withSteps(4),
                new Verifiers(Verifier.of(1), Verifier.of(1), null, 0, Tariff.FREE));
        Budgets budgets = new Budgets(Resource.VERIFIER_CALLS, List.of(8.0, 40.0));
        for (String aggregation : List.of("outcome", "last", "min", "mean", "product")) {
            BestOfNProvider provider = new BestOfNProvider();
            Strategy strategy =
                    provider.create(Parameters.of(provider.parameters(), Map.of("aggregation", aggregation)));
            List<Outcome> outcomes = new TrialRunner(world, budgets, 42).run(strategy, 0, 0);
            int callsEach = aggregation.equals("outcome") || aggregation.equals("last") ? 1 : 4;
            for (int i = 0; i < 2; i++) {
                long[] spent = outcomes.get(i).spent();
                assertEquals(budgets.amount(i), spent[Resource.VERIFIER_CALLS.ordinal()], aggregation);
                assertEquals(budgets.amount(i) / callsEach, spent[Resource.GENERATIONS.ordinal()], aggregation);
            }
        }
    }
}
