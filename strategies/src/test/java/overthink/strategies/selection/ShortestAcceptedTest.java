package overthink.strategies.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.Distinct;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Point;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.FalseAlarm;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.core.testkit.StrategyContract;
import overthink.core.trial.TrialRunner;
import overthink.core.trial.TrialRunner.Grade;
import overthink.core.trial.TrialRunner.Outcome;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.VariantContract;

class ShortestAcceptedTest extends StrategyContract {

    private static final StrategyProvider PROVIDER = new ShortestAcceptedProvider();
    private static final int TRIALS = 4_000;
    private static final double FALSE_ALARM = 1e-9;

    @Override
    protected StrategyProvider provider() {
        return PROVIDER;
    }

    @Nested
    class Abstaining extends VariantContract {

        @Override
        protected StrategyProvider provider() {
            return PROVIDER;
        }

        @Override
        protected Map<String, ?> parameters() {
            return Map.of("fallback", "abstain");
        }

        @Override
        protected boolean mayAbstain() {
            return true;
        }
    }

    private static Strategy strategy(Map<String, ?> parameters) {
        return PROVIDER.create(Parameters.of(PROVIDER.parameters(), parameters));
    }

    @Test
    void fallback_noneAccepted_firstOrNothing() {
        for (String fallback : List.of("first", "abstain")) {
            ScriptedSession session = new ScriptedSession(Script.candidates(new double[] {-1, -2, -1}, new int[3]), 3);
            strategy(Map.of("fallback", fallback)).run(session);
            assertEquals(fallback.equals("first") ? 0 : Session.NONE, session.committed());
            assertEquals(3, session.spent(Resource.VERIFIER_CALLS));
        }
    }

    /**
     * p = .6, perfect tests, lengths of 1 to 10 tokens alike: of 8 candidates one is right with 1 − .4⁸ = .99934, and of j right
     * ones the shortest has Σ P(all longer) = Σ<sub>l=0..9</sub> ((10 − l)/10)<sup>j</sup> tokens. Seed 5, 4,000 trials; two
     * checks, each with a false alarm of 1e-9. The first accepted one, of 5.5 tokens, is rejected by the same check.
     */
    @Test
    void answer_ofEight_isRightAndShort() {
        double accuracy = 1 - Math.pow(0.4, 8);
        double tokens = 0;
        double square = 0;
        for (int j = 0; j <= 8; j++) {
            double chance = binomial(8, j) * Math.pow(0.6, j) * Math.pow(0.4, 8 - j);
            for (int length = 1; length <= 10; length++) {
                double own = j == 0 ? 0.1 : Math.pow((11 - length) / 10.0, j) - Math.pow((10 - length) / 10.0, j);
                tokens += chance * own * length;
                square += chance * own * length * length;
            }
        }
        double mean = tokens;
        double error = Math.sqrt((square - tokens * tokens) / TRIALS);
        Played shortest = play(strategy(Map.of()));
        FalseAlarm.assertProportion("right", accuracy, shortest.right(), TRIALS, FALSE_ALARM);
        FalseAlarm.assertMean("tokens", mean, shortest.tokens(), error, FALSE_ALARM);
        Played first = play(session -> {
            double[] scores = new double[8];
            session.generate(8);
            session.verify(0, 8, scores);
            int candidate = 0;
            while (candidate < 7 && scores[candidate] <= 0) {
                candidate++;
            }
            session.commit(candidate);
        });
        assertThrows(
                AssertionError.class, () -> FalseAlarm.assertMean("tokens", mean, first.tokens(), error, FALSE_ALARM));
    }

    private record Played(long right, double tokens) {}

    private static Played play(Strategy strategy) {
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new Point(0.6), 1),
                new Policy(
                        new CountLaw.Constant(1),
                        0,
                        StepProfile.UNIFORM,
                        new Distinct(),
                        new CountLaw.Constant(0),
                        new CountLaw.UniformCount(1, 10),
                        Tariff.FREE),
                Verifiers.outcome(Verifier.of(1.0, 0.0)));
        TrialRunner runner = new TrialRunner(world, Budgets.generations(8), 5);
        long tokens = 0;
        long right = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            int[] lengths = new int[8];
            Outcome outcome = runner.run(
                            session -> {
                                strategy.run(session);
                                for (int candidate = 0; candidate < 8; candidate++) {
                                    lengths[candidate] = session.tokens(candidate);
                                }
                            },
                            0,
                            trial)
                    .get(0);
            right += outcome.grade() == Grade.CORRECT ? 1 : 0;
            tokens += lengths[outcome.committed()];
        }
        return new Played(right, (double) tokens / TRIALS);
    }

    private static double binomial(int n, int k) {
        double ways = 1;
        for (int i = 0; i < k; i++) {
            ways = ways * (n - i) / (i + 1);
        }
        return ways;
    }
}
