package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.chain.ByDifficulty;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.MergeLaw;
import overthink.core.law.chain.Revision;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Point;
import overthink.core.law.difficulty.SignalLaw;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.FalseAlarm;
import overthink.core.trial.TrialRunner.Grade;
import overthink.core.trial.TrialRunner.Outcome;
import overthink.core.world.Ensemble;
import overthink.core.world.NamedPolicy;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Skill;
import overthink.core.world.Verifiers;

/**
 * Several policies as trials play them, against closed forms. Seed 11, 20,000 trials; each proportion has a false alarm of 1e-9 by
 * the exact binomial law, and there are fewer than 50 of them: below 1e-6 in all.
 */
class PoliciesTest {

    private static final double FALSE_ALARM = 1e-9;
    private static final int TRIALS = 20_000;
    private static final double P_SMALL = 0.3;
    private static final double P_LARGE = 0.6;
    private static final double TPR = 0.9;
    private static final double FPR = 0.2;

    private static final Policy SMALL = policy(100, new Tariff(1e9, new Price(1, 2), new Latency(1, 0.5, 8)));
    private static final Policy LARGE = policy(50, new Tariff(1e10, new Price(10, 20), new Latency(2, 0.1, 8)));

    private static Policy policy(int tokens, Tariff tariff) {
        return new Policy(
                new CountLaw.Constant(2),
                0,
                StepProfile.UNIFORM,
                new UniformAnswers(4),
                new CountLaw.Constant(10),
                new CountLaw.Constant(tokens),
                tariff);
    }

    private static SyntheticWorld world(Policy small, NamedPolicy... others) {
        return new SyntheticWorld(new Problems(new Point(P_SMALL), 1), small, Verifiers.outcome(Verifier.of(TPR, FPR)))
                .with(Ensemble.of("small", others));
    }

    private static NamedPolicy large(Policy policy) {
        return new NamedPolicy("large", policy, new Skill.Own(new Point(P_LARGE)));
    }

    private static final SyntheticWorld BOTH = world(SMALL, large(LARGE));

    private static long right(SyntheticWorld world, Strategy strategy, int budget) {
        TrialRunner runner = new TrialRunner(world, Budgets.generations(budget), 11);
        long right = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            right += runner.run(strategy, 0, trial).get(0).grade() == Grade.CORRECT ? 1 : 0;
        }
        return right;
    }

    private static void expectRight(double expected, SyntheticWorld world, Strategy strategy, int budget) {
        FalseAlarm.assertProportion("right", expected, right(world, strategy, budget), TRIALS, FALSE_ALARM);
    }

    @Test
    void generate_firstOfSeveral_isBitForBitTheOnlyOne() {
        Strategy strategy = session -> {
            session.generate(3);
            int step = session.extend(Session.NONE);
            if (step != Session.NONE) {
                session.extend(step);
            }
            for (int node = 0; node < session.size(); node++) {
                if (session.complete(node) && session.verify(node) > 0) {
                    session.commit(node);
                }
            }
        };
        for (Resource resource : List.of(Resource.GENERATIONS, Resource.USD, Resource.LATENCY)) {
            Budgets budgets = new Budgets(resource, List.of(1.0, 8.0, 100.0), 64);
            TrialRunner alone = new TrialRunner(world(SMALL), budgets, 5);
            TrialRunner among = new TrialRunner(BOTH, budgets, 5);
            for (int trial = 0; trial < 200; trial++) {
                assertEquals(shown(alone.run(strategy, 0, trial)), shown(among.run(strategy, 0, trial)));
            }
        }
    }

    private static String shown(List<Outcome> outcomes) {
        StringBuilder shown = new StringBuilder();
        outcomes.forEach(outcome ->
                shown.append(outcome.grade()).append(outcome.committed()).append(Arrays.toString(outcome.spent())));
        return shown.toString();
    }

    @Test
    void policy_chosenAtRandom_isTheChord() {
        Strategy mixed = session ->
                session.commit((session.random().nextDouble() < 0.25 ? session.policy(1) : session).generate());
        expectRight(0.75 * P_SMALL + 0.25 * P_LARGE, BOTH, mixed, 1);
        long planted = right(BOTH, session -> session.commit(session.generate()), 1);
        assertThrows(
                AssertionError.class,
                () -> FalseAlarm.assertProportion(
                        "right", 0.75 * P_SMALL + 0.25 * P_LARGE, planted, TRIALS, FALSE_ALARM),
                "a view that does not change who generates must be noticed");
    }

    @Test
    void policy_secondAfterARejection_isTheCascade() {
        Strategy cascade = session -> {
            int first = session.generate();
            session.commit(first);
            if (!(session.verify(first) > 0)) {
                int second = session.policy(1).generate();
                session.commit(second == Session.NONE ? first : second);
            }
        };
        double accepted = P_SMALL * TPR + (1 - P_SMALL) * FPR;
        expectRight(P_SMALL * TPR + (1 - accepted) * P_LARGE, BOTH, cascade, 2);
    }

    @Test
    void generate_manyOfEach_areIndependentAndDelivered() {
        Strategy strategy = session -> {
            Session other = session.policy(1);
            int made = 0;
            for (int more = other.generate(5); more > 0; more = other.generate(5 - made)) {
                made += more;
                if (made == 5) {
                    break;
                }
            }
            session.generate(2);
            assertEquals(7, session.size());
            for (int node = 0; node < 7; node++) {
                assertEquals(node < 5 ? 1 : 0, session.policyOf(node));
                assertEquals(node < 5 ? 100 : 200, session.tokens(node));
                assertEquals(2, session.depth(node));
            }
            session.commit(4);
        };
        expectRight(P_LARGE, BOTH, strategy, 7);
        Strategy anyRight = session -> {
            session.policy(1).generate(2);
            session.commit(0);
        };
        TrialRunner runner = new TrialRunner(BOTH, Budgets.generations(2), 11);
        long covered = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            covered += runner.run(anyRight, 0, trial).get(0).covered() ? 1 : 0;
        }
        FalseAlarm.assertProportion("covered", 1 - 0.4 * 0.4, covered, TRIALS, FALSE_ALARM);
    }

    @Test
    void extend_secondPolicyWritesTheLastStep_multipliesTheirSteps() {
        Strategy strategy = session -> session.commit(session.policy(1).extend(session.extend(Session.NONE)));
        expectRight(Math.sqrt(P_SMALL) * Math.sqrt(P_LARGE), BOTH, strategy, 1);
    }

    @Test
    void revise_acrossPolicies_isByTheLawOfTheOneThatRevises() {
        ChainLaw keeps = ChainLaw.of(new Revision.Tendency(ByDifficulty.of(0.4), ByDifficulty.of(0)));
        SyntheticWorld world = world(SMALL, large(LARGE.with(keeps)));
        Strategy strategy = session -> {
            int first = session.generate();
            session.commit(session.policy(1).revise(first));
        };
        expectRight(0.4 * P_SMALL + 0.6 * P_LARGE, world, strategy, 2);
        TrialRunner runner = new TrialRunner(world, Budgets.generations(2), 11);
        assertThrows(
                IllegalStateException.class, () -> runner.run(session -> session.revise(session.generate()), 0, 0));
    }

    @Test
    void merge_acrossPolicies_adoptsTheirAnswers() {
        SyntheticWorld world = world(SMALL, large(LARGE.with(MergeLaw.of(0, 1))));
        Strategy strategy = session -> {
            session.generate();
            session.policy(1).generate();
            session.commit(session.policy(1).merge(new int[] {0, 1}, 2));
        };
        expectRight(0.5 * (P_SMALL + P_LARGE), world, strategy, 3);
    }

    @Test
    void spent_ofEach_isByItsOwnTariff() {
        List<String> seen = new ArrayList<>();
        Strategy strategy = session -> {
            session.generate(2);
            session.policy(1).generate();
            session.commit(0);
            seen.add(session.spent(Resource.TOKENS)
                    + " " + session.spent(Resource.INPUT_TOKENS)
                    + " " + session.spent(Resource.USD)
                    + " " + session.spent(Resource.FLOPS)
                    + " " + session.spent(Resource.STEPS));
        };
        new TrialRunner(BOTH, Budgets.generations(3), 11).run(strategy, 0, 0);
        // 2 x 200 and 100 generated; the prompt is read afresh once by each, and once from the cache of the small one,
        // for nothing
        double micro = 10 * 1 + 400 * 2 + 10 * 10 + 100 * 20;
        double flops = 2e9 * (10 + 400) + 2e10 * (10 + 100);
        assertEquals(List.of("500 30 %d %d 6".formatted(Math.round(micro * 1e3), (long) flops)), seen);
    }

    @Test
    void spent_time_waitsForTheHandover() {
        ChainLaw fresh = ChainLaw.of(Revision.Tendency.FRESH);
        SyntheticWorld both = world(SMALL, large(LARGE.with(fresh)));
        SyntheticWorld slow = both.with(
                new Ensemble("small", both.ensemble().others(), both.ensemble().correlation(), 1, 7));
        List<Long> times = new ArrayList<>();
        Strategy strategy = session -> {
            session.generate();
            int other = session.policy(1).revise(0);
            times.add(session.spent(Resource.LATENCY));
            session.policy(1).revise(other);
            times.add(session.spent(Resource.LATENCY));
            session.commit(0);
        };
        new TrialRunner(slow, Budgets.generations(3), 11).run(strategy, 0, 0);
        // 1 + 200/2; then 7 + 2 + 100/10, and again, since the chain in context begins with what the small one wrote
        assertEquals(List.of(120_000_000_000L, 139_000_000_000L), times);
    }

    @Test
    void generate_derived_isSteeredAndPaysForThree() {
        NamedPolicy tuned = new NamedPolicy("tuned", SMALL, new Skill.Own(new Point(0.5)));
        NamedPolicy steered = new NamedPolicy("steered", LARGE, new Skill.Shifted(1, 2, 0, 1), 3);
        SyntheticWorld world = world(SMALL, large(LARGE), tuned, steered);
        double odds = P_LARGE / (1 - P_LARGE) * (0.5 / 0.5) / (P_SMALL / (1 - P_SMALL));
        Strategy strategy = session -> {
            session.commit(session.policy(3).generate());
            assertEquals(300, session.spent(Resource.TOKENS));
            assertEquals(300, session.tokens(0));
            assertEquals(30, session.spent(Resource.INPUT_TOKENS));
        };
        expectRight(odds / (1 + odds), world, strategy, 1);
    }

    @Test
    void answers_overlapping_agreeBetweenPoliciesBySquare() {
        int problems = 4000;
        SyntheticWorld world = new SyntheticWorld(new Problems(new Point(0), problems), SMALL, Verifiers.NONE)
                .with(Ensemble.of("small", new NamedPolicy("large", LARGE, new Skill.Own(new Point(0))))
                        .withOverlap(0.7));
        TrialRunner runner = new TrialRunner(world, Budgets.generations(4), 3);
        long[] agreed = new long[2];
        Strategy strategy = session -> {
            session.generate(2);
            session.policy(1).generate();
            agreed[0] += session.answer(0) == session.answer(1) ? 1 : 0;
            agreed[1] += session.answer(0) == session.answer(2) ? 1 : 0;
            session.commit(0);
        };
        for (int problem = 0; problem < problems; problem++) {
            runner.run(strategy, problem, 0);
        }
        FalseAlarm.assertProportion("of one policy", 0.25, agreed[0], problems, FALSE_ALARM);
        FalseAlarm.assertProportion("of two policies", 0.25 * 0.7 * 0.7, agreed[1], problems, FALSE_ALARM);
        assertThrows(
                AssertionError.class,
                () -> FalseAlarm.assertProportion("of two", 0.25, agreed[1], problems, FALSE_ALARM),
                "mistakes that are all common must be told from these");
    }

    @Test
    void signal_takesTokensOnceAndIsTheProblems() {
        SyntheticWorld world = BOTH.with(new SignalLaw(0.5, new CountLaw.Constant(40), 3));
        List<Double> seen = new ArrayList<>();
        Strategy strategy = session -> {
            double signal = session.signal();
            assertEquals(Double.isNaN(signal) ? 0 : 40, session.spent(Resource.TOKENS));
            if (!Double.isNaN(signal)) {
                assertEquals(signal, session.signal());
                assertEquals(40, session.spent(Resource.TOKENS));
            }
            seen.add(signal);
        };
        TrialRunner pays = new TrialRunner(world, new Budgets(Resource.TOKENS, List.of(40.0), 64), 11);
        pays.run(strategy, 0, 0);
        pays.run(strategy, 0, 1);
        new TrialRunner(world, new Budgets(Resource.TOKENS, List.of(39.0), 64), 11).run(strategy, 0, 0);
        assertEquals(seen.get(0), seen.get(1));
        assertTrue(List.of(0.0, 1.0, 2.0).contains(seen.get(0)));
        assertTrue(Double.isNaN(seen.get(2)));
        TrialRunner without = new TrialRunner(BOTH, Budgets.generations(1), 11);
        assertThrows(IllegalStateException.class, () -> without.run(Session::signal, 0, 0));
    }

    /** A right candidate's score d·x − d²/2, x = d' + ε, is above 0 with probability Φ(d' − d/2). */
    @Test
    void verify_ofAPolicyThatItTellsBetter_hasItsDistance() {
        NamedPolicy better = new NamedPolicy("better", LARGE, new Skill.Own(new Point(1)), 1, Sensitivity.of(1.2));
        SyntheticWorld world = new SyntheticWorld(
                        new Problems(new Point(1), 1), SMALL, Verifiers.outcome(Verifier.of(1)))
                .with(Ensemble.of("small", better));
        long[] accepted = new long[2];
        TrialRunner runner = new TrialRunner(world, Budgets.generations(2), 11);
        for (int trial = 0; trial < TRIALS; trial++) {
            runner.run(
                    session -> {
                        accepted[0] += session.verify(session.generate()) > 0 ? 1 : 0;
                        accepted[1] += session.verify(session.policy(1).generate()) > 0 ? 1 : 0;
                    },
                    0,
                    trial);
        }
        NormalDistribution normal = NormalDistribution.of(0, 1);
        FalseAlarm.assertProportion("own", normal.cumulativeProbability(0.5), accepted[0], TRIALS, FALSE_ALARM);
        FalseAlarm.assertProportion("other's", normal.cumulativeProbability(0.7), accepted[1], TRIALS, FALSE_ALARM);
    }

    @Test
    void policy_unknown_isRefused() {
        TrialRunner runner = new TrialRunner(BOTH, Budgets.generations(1), 11);
        assertThrows(IllegalArgumentException.class, () -> runner.run(session -> session.policy(2), 0, 0));
        assertThrows(IllegalArgumentException.class, () -> runner.run(session -> session.policyNumber("huge"), 0, 0));
        runner.run(
                session -> {
                    assertEquals(2, session.policies());
                    assertEquals(1, session.policyNumber("large"));
                    assertEquals(session, session.policy(0));
                    assertEquals(session.policy(1), session.policy(1));
                    assertNotEquals(session, session.policy(1));
                },
                0,
                0);
    }
}
