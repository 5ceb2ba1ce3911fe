package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.Distinct;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Point;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.trial.TrialRunner.Grade;
import overthink.core.trial.TrialRunner.Outcome;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

class TrialSessionTest {

    private static List<Outcome> run(SyntheticWorld world, Budgets budgets, Strategy strategy) {
        return new TrialRunner(world, budgets, 7).run(strategy, 0, 3);
    }

    private static long spent(Outcome outcome, Resource resource) {
        return outcome.spent()[resource.ordinal()];
    }

    @Test
    void generate_beyondTheBudget_deliversNone() {
        run(Worlds.flat(0.5), Budgets.generations(3), session -> {
            for (int k = 0; k < 3; k++) {
                assertEquals(k, session.generate());
            }
            assertEquals(Session.NONE, session.generate());
            assertEquals(0, session.generate(5));
            assertEquals(Session.NONE, session.extend(Session.NONE));
            assertEquals(3, session.size());
            assertEquals(3, session.spent(Resource.STEPS));
        });
    }

    @Test
    void generate_acrossACheckpoint_closesItWithWhatWasCommittedBefore() {
        List<Outcome> outcomes = run(Worlds.flat(0.5), Budgets.generations(2, 3, 5), session -> {
            session.generate();
            session.commit(0);
            session.generate();
            session.generate();
            session.commit(2);
            session.generate();
            session.generate();
            session.abstain();
        });
        assertEquals(0, outcomes.get(0).committed());
        assertEquals(2, spent(outcomes.get(0), Resource.STEPS));
        assertEquals(2, outcomes.get(1).committed());
        assertEquals(Grade.ABSTAINED, outcomes.get(2).grade());
        assertEquals(5, spent(outcomes.get(2), Resource.STEPS));
    }

    @Test
    void generate_largeRequest_isCutWhereACheckpointLiesAndStaysOneRound() {
        List<Integer> portions = new ArrayList<>();
        List<Outcome> outcomes = run(Worlds.rich(), Budgets.generations(1, 3, 6), session -> {
            double[] scores = new double[8];
            for (int n = session.generate(100); n > 0; n = session.generate(100)) {
                portions.add(n);
                session.verify(session.size() - n, session.size(), scores);
            }
        });
        assertEquals(List.of(1, 2, 3), portions);
        List<Outcome> alone = run(Worlds.rich(), Budgets.generations(6), session -> {
            int n = session.generate(100);
            session.verify(0, n, new double[n]);
        });
        assertArrayEquals(alone.get(0).spent(), outcomes.get(2).spent());
        assertEquals(1, spent(outcomes.get(2), Resource.ROUNDS));
    }

    @Test
    void generate_hugeRequest_comesInPortions() {
        run(Worlds.flat(0.5), Budgets.generations(10_000), session -> {
            assertEquals(4096, session.generate(Integer.MAX_VALUE));
            assertEquals(4096, session.generate(Integer.MAX_VALUE));
            assertEquals(1808, session.generate(Integer.MAX_VALUE));
            assertEquals(0, session.generate(Integer.MAX_VALUE));
            assertEquals(1, session.spent(Resource.ROUNDS));
        });
    }

    @Test
    void batches_equalTheirMembersOneByOne() {
        for (SyntheticWorld world : List.of(Worlds.rich(), Worlds.verified(0.4, Verifier.of(1.2)))) {
            List<Object> batched = new ArrayList<>();
            run(world, Budgets.generations(6), session -> {
                session.generate(6);
                double[] scores = new double[6];
                int[] answers = new int[6];
                session.verify(0, 6, scores);
                session.answers(0, 6, answers);
                for (int i = 0; i < 6; i++) {
                    batched.add(scores[i]);
                    batched.add(answers[i]);
                }
            });
            List<Object> single = new ArrayList<>();
            run(world, Budgets.generations(6), session -> {
                for (int i = 0; i < 6; i++) {
                    int candidate = session.generate();
                    single.add(session.verify(candidate));
                    single.add(session.answer(candidate));
                }
            });
            assertEquals(batched, single);
        }
    }

    @Test
    void extend_batch_equalsItsMembersOneByOne() {
        List<Object> batched = new ArrayList<>();
        int none = Session.NONE;
        run(Worlds.rich(), Budgets.generations(6), session -> {
            assertEquals(3, session.extend(new int[] {none, none, none}, 3));
            assertEquals(4, session.extend(new int[] {0, 2, 0, 1}, 4));
            double[] scores = new double[7];
            session.score(0, 7, scores);
            for (double score : scores) {
                batched.add(score);
            }
        });
        List<Object> single = new ArrayList<>();
        run(Worlds.rich(), Budgets.generations(6), session -> {
            for (int parent : new int[] {none, none, none, 0, 2, 0, 1}) {
                assertEquals(parent, session.parent(session.extend(parent)));
            }
            for (int node = 0; node < 7; node++) {
                single.add(session.score(node));
            }
        });
        assertEquals(batched, single);
    }

    @Test
    void candidates_ofATrial_areTheSameForEveryStrategy() {
        List<Double> first = new ArrayList<>();
        run(Worlds.rich(), Budgets.generations(8), session -> {
            session.generate(5);
            first.add(session.verify(2));
        });
        run(Worlds.rich(), Budgets.generations(8), session -> {
            session.extend(Session.NONE);
            session.random().nextLong();
            session.generate();
            session.generate();
            int third = session.generate();
            first.add(session.verify(third));
        });
        assertEquals(first.get(0), first.get(1));
    }

    @Test
    void answer_numbers_areGivenByFirstAppearance() {
        run(Worlds.rich(), Budgets.generations(200), session -> {
            int n = session.generate(200);
            int next = 0;
            for (int i = 0; i < n; i++) {
                int answer = session.answer(i);
                assertTrue(answer <= next, "answer " + answer + " after " + next);
                next = Math.max(next, answer + 1);
                assertEquals(answer, session.answer(i));
            }
            assertEquals(6, next);
        });
    }

    @Test
    void answer_ofSiblingsOfOneFlaw_agrees() {
        SyntheticWorld world = Worlds.flat(0.0);
        SyntheticWorld deep =
                new SyntheticWorld(world.problems(), world.policy().withSteps(3), world.verifiers());
        run(deep, Budgets.generations(20), session -> {
            // p = 0: the first step is flawed for certain, and its answer is inherited
            int one = session.extend(Session.NONE);
            int other = session.extend(Session.NONE);
            int a = grow(session, one);
            int b = grow(session, one);
            int c = grow(session, other);
            assertEquals(session.answer(a), session.answer(b));
            assertTrue(session.answer(a) != session.answer(c));
        });
    }

    private static int grow(Session session, int node) {
        int grown = node;
        while (!session.complete(grown)) {
            grown = session.extend(grown);
        }
        return grown;
    }

    @Test
    void verify_again_bringsFreshCallNoiseOnly() {
        Verifier withCallNoise = Verifier.of(1).with(new NoiseShares(0, 0, 0.5, 0.5));
        run(Worlds.verified(0.5, withCallNoise), Budgets.generations(1), session -> {
            int candidate = session.generate();
            assertTrue(session.verify(candidate) != session.verify(candidate));
            assertEquals(2, session.spent(Resource.VERIFIER_CALLS));
        });
        run(Worlds.verified(0.5, Verifier.of(1)), Budgets.generations(1), session -> {
            int candidate = session.generate();
            assertEquals(session.verify(candidate), session.verify(candidate));
        });
    }

    @Test
    void stepScores_ofAnExtendedPath_areItsNodesScores() {
        run(Worlds.rich(), Budgets.generations(4), session -> {
            int[] path = new int[4];
            int node = Session.NONE;
            for (int t = 0; t < 4; t++) {
                node = session.extend(node);
                path[t] = node;
            }
            double[] scores = new double[4];
            assertEquals(4, session.stepScores(node, scores));
            for (int t = 0; t < 4; t++) {
                assertEquals(session.score(path[t]), scores[t]);
            }
        });
    }

    @Test
    void stepScores_ofAWholeCandidate_endWithItsOwnScore() {
        run(Worlds.rich(), Budgets.generations(8), session -> {
            session.generate(8);
            double[] scores = new double[4];
            for (int candidate = 0; candidate < 8; candidate++) {
                assertEquals(4, session.stepScores(candidate, scores));
                assertEquals(session.score(candidate), scores[3]);
            }
            assertEquals(8 * 4 + 8, session.spent(Resource.VERIFIER_CALLS));
        });
    }

    @Test
    void wholeCandidates_inATree_keepWhatTheyAre() {
        run(Worlds.rich(), Budgets.generations(20), session -> {
            session.generate(5);
            double[] before = new double[5];
            session.verify(0, 5, before);
            session.extend(Session.NONE);
            session.generate(2);
            double[] after = new double[5];
            session.verify(0, 5, after);
            assertArrayEquals(before, after);
            assertEquals(4, session.depth(0));
            assertEquals(1, session.depth(5));
            assertEquals(4, session.depth(6));
            assertTrue(session.complete(7));
            assertFalse(session.complete(5));
        });
    }

    @Test
    void costs_ofATrial_areWhatTheTariffsSay() {
        List<Outcome> outcomes = run(Worlds.rich(), Budgets.generations(4), session -> {
            session.generate(3);
            session.verify(0, 3, new double[3]);
            int node = session.extend(Session.NONE);
            session.score(node);
            assertEquals(13 * 10, session.spent(Resource.TOKENS));
            // 100 prompt tokens at 1 and 130 at 4 dollars, 4 calls × 50 tokens at 2 dollars per million
            assertEquals(100 + 4 * 130 + 2 * 200, session.spent(Resource.USD) / 1000);
            assertEquals(2_000_000_000L * 230 + 200_000_000L * 200, session.spent(Resource.FLOPS));
        });
        Outcome outcome = outcomes.get(0);
        assertEquals(13, spent(outcome, Resource.STEPS));
        assertEquals(3, spent(outcome, Resource.GENERATIONS));
        assertEquals(4, spent(outcome, Resource.VERIFIER_CALLS));
        assertEquals(2, spent(outcome, Resource.ROUNDS));
        // three candidates of 40 tokens at once, two waves of verdicts, one step, one verdict
        assertEquals(900_000_000L + 200_000_000L + 600_000_000L + 100_000_000L, spent(outcome, Resource.LATENCY));
    }

    @Test
    void variableTokens_budgetInTokens_isNeverOverspent() {
        SyntheticWorld world = Worlds.rich(new CountLaw.UniformCount(5, 50));
        for (double budget : new double[] {1, 60, 150, 1000}) {
            Budgets budgets = new Budgets(Resource.TOKENS, List.of(budget));
            long[] sum = new long[1];
            List<Outcome> outcomes = run(world, budgets, session -> {
                int n = session.generate(100);
                for (int i = 0; i < n; i++) {
                    sum[0] += session.tokens(i);
                }
                int node = session.extend(Session.NONE);
                sum[0] += node == Session.NONE ? 0 : session.tokens(node);
                assertEquals(sum[0], session.spent(Resource.TOKENS));
            });
            assertTrue(spent(outcomes.get(0), Resource.TOKENS) <= budget);
            assertEquals(sum[0], spent(outcomes.get(0), Resource.TOKENS));
        }
    }

    @Test
    void everyResource_asABudget_isKept() {
        Strategy greedy = session -> {
            double[] scores = new double[4096];
            for (int n = session.generate(7); n > 0; n = session.generate(7)) {
                session.verify(session.size() - n, session.size(), scores);
                if (Double.isNaN(scores[n - 1])) {
                    return;
                }
            }
        };
        double[][] amounts = {
            {3, 9}, {3, 20}, {30, 400}, {300, 4000}, {2, 9}, {1, 3}, {0.2, 1.5, 7}, {1e11, 2e12}, {0.0001, 0.01}
        };
        for (Resource resource : Resource.values()) {
            List<Double> values = new ArrayList<>();
            for (double amount : amounts[resource.ordinal()]) {
                values.add(amount);
            }
            Budgets budgets = new Budgets(resource, values, 50);
            List<Outcome> outcomes = run(Worlds.rich(), budgets, greedy);
            for (int i = 0; i < values.size(); i++) {
                if (resource != Resource.USD && resource != Resource.FLOPS) {
                    assertTrue(spent(outcomes.get(i), resource) <= budgets.amount(i), resource + " " + values.get(i));
                }
                assertTrue(spent(outcomes.get(i), Resource.GENERATIONS) <= 50 || resource == Resource.STEPS);
            }
            long last = spent(outcomes.get(values.size() - 1), Resource.STEPS);
            assertTrue(last > 0, resource + " buys nothing");
        }
    }

    /**
     * A candidate costs 10 cents and a verdict 5: 12 cents pay for a candidate alone, 16 for its verdict, and then 41 for one
     * more of both (the third verdict would make 45). The rest of the request belongs to the first candidate's round.
     */
    @Test
    void generate_firstCandidateWhoseVerdictIsNotPaid_comesAlone() {
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new Point(0.5), 1),
                new Policy(
                        new CountLaw.Constant(1),
                        0,
                        StepProfile.UNIFORM,
                        new Distinct(),
                        new CountLaw.Constant(0),
                        new CountLaw.Constant(1000),
                        new Tariff(0, new Price(0, 100), Latency.INSTANT)),
                new Verifiers(Verifier.of(1), null, null, 1000, new Tariff(0, new Price(50, 0), Latency.INSTANT)));
        List<Integer> portions = new ArrayList<>();
        List<Outcome> outcomes = run(world, new Budgets(Resource.USD, List.of(0.12, 0.16, 0.41), 50), session -> {
            double[] scores = new double[50];
            for (int n = session.generate(50, 1); n > 0; n = session.generate(50, 1)) {
                portions.add(n);
                session.commit(session.size() - n);
                session.verify(session.size() - n, session.size(), scores);
            }
        });
        assertEquals(List.of(1, 1), portions);
        assertEquals(0, outcomes.get(0).committed());
        assertEquals(0, spent(outcomes.get(0), Resource.VERIFIER_CALLS));
        assertEquals(1, spent(outcomes.get(1), Resource.VERIFIER_CALLS));
        assertEquals(2, spent(outcomes.get(2), Resource.VERIFIER_CALLS));
        assertEquals(1, spent(outcomes.get(2), Resource.ROUNDS));
    }

    @Test
    void solutions_ofAStepwiseStrategy_payForAllItsCalls() {
        for (Resource resource : Resource.values()) {
            double amount = resource == Resource.USD
                    ? 0.005
                    : resource == Resource.FLOPS ? 2e12 : resource == Resource.INPUT_TOKENS ? 1500 : 60;
            Budgets budgets = new Budgets(resource, List.of(amount), 50);
            run(Worlds.rich(), budgets, session -> {
                int n = (int) session.solutions(1, 0);
                assertTrue(n >= 1, resource + " pays for nothing");
                int[] nodes = new int[n];
                Arrays.fill(nodes, Session.NONE);
                double[] scores = new double[n];
                for (int t = 0; t < 4; t++) {
                    assertEquals(n, session.extend(nodes, n), resource + " step " + t);
                    int first = session.size() - n;
                    session.score(first, first + n, scores);
                    assertFalse(Double.isNaN(scores[n - 1]), resource + " score at " + t);
                    for (int i = 0; i < n; i++) {
                        nodes[i] = first + i;
                    }
                }
            });
        }
    }

    @Test
    void wrongCalls_areRefusedWithAReason() {
        for (Consumer<Session> call : List.<Consumer<Session>>of(
                session -> session.commit(1),
                session -> session.commit(Session.NONE),
                session -> session.answer(-5),
                session -> session.extend(0),
                session -> session.generate(0))) {
            refused(IllegalArgumentException.class, Worlds.flat(0.5), Session::generate, call);
        }
        for (Consumer<Session> call : List.<Consumer<Session>>of(
                session -> session.verify(0), session -> session.score(0), session -> session.judge(0, 0))) {
            refused(IllegalStateException.class, Worlds.flat(0.5), Session::generate, call);
        }
        for (Consumer<Session> call : List.<Consumer<Session>>of(
                session -> session.commit(0),
                session -> session.verify(0),
                session -> session.answer(0),
                session -> session.verify(0, 1, new double[0]))) {
            refused(IllegalArgumentException.class, Worlds.rich(), session -> session.extend(Session.NONE), call);
        }
    }

    /** A call of a trial of its own is refused, and so is every later one, with the same reason. */
    private static <T extends RuntimeException> void refused(
            Class<T> type, SyntheticWorld world, Consumer<Session> before, Consumer<Session> call) {
        Throwable ended = assertThrows(
                type,
                () -> run(world, Budgets.generations(3), session -> {
                    before.accept(session);
                    T first = assertThrows(type, () -> call.accept(session));
                    assertSame(first, assertThrows(type, session::size));
                }));
        assertFalse(String.valueOf(ended.getMessage()).isBlank());
    }

    /** The trials that were stopped for idling: 72 million judgements of 12,000 candidates, 10⁵ calls on each of 1,000. */
    @Test
    void idleLimit_honestStrategies_areBelow() {
        assertTrue(TrialSession.idleLimit(12_000) >= 12_000L * 11_999);
        assertTrue(TrialSession.idleLimit(70_000) >= 70_000L * 69_999);
        assertTrue(TrialSession.idleLimit(1_000) >= 100_000L * 1_000);
        for (long size = 0, last = 0; size <= Integer.MAX_VALUE; size = 2 * size + 1) {
            long limit = TrialSession.idleLimit(size);
            assertTrue(limit >= last && limit <= TrialSession.IDLE_LIMIT_AT_MOST, "at " + size);
            assertTrue(limit >= Math.min(1_000_000 * size, TrialSession.IDLE_LIMIT_AT_MOST), "at " + size);
            last = limit;
        }
        assertEquals(TrialSession.IDLE_LIMIT_AT_MOST, TrialSession.idleLimit(Integer.MAX_VALUE));
    }

    @Tag("slow")
    @Test
    void verify_manyCallsPaidOrFree_areNoIdling() {
        int size = 1_000;
        long calls = TrialSession.IDLE_LIMIT + 5_000_000;
        double[] scores = new double[size];
        Strategy verifying = session -> {
            session.generate(size);
            for (long done = 0; done < calls; done += size) {
                session.verify(0, size, scores);
            }
            assertFalse(Double.isNaN(scores[size - 1]));
            session.commit(0);
        };
        SyntheticWorld world = Worlds.verified(0.5, Verifier.of(1));
        for (Budgets budgets : List.of(
                Budgets.generations(size), new Budgets(Resource.VERIFIER_CALLS, List.of((double) calls), size))) {
            List<Outcome> outcomes = run(world, budgets, verifying);
            assertEquals(calls, outcomes.get(0).spent()[Resource.VERIFIER_CALLS.ordinal()]);
        }
    }

    @Test
    void trial_sameNumber_repeatsWhateverCameBefore() {
        TrialRunner runner = new TrialRunner(Worlds.rich(), Budgets.generations(2, 4), 5);
        Strategy strategy = session -> {
            session.generate(2);
            session.commit(session.random().nextInt(2));
            int node = session.extend(Session.NONE);
            session.score(node);
            session.judge(0, 1);
        };
        List<Outcome> first = runner.run(strategy, 1, 9);
        runner.run(strategy, 0, 1);
        runner.run(strategy, 1, 2);
        List<Outcome> again = runner.run(strategy, 1, 9);
        for (int i = 0; i < 2; i++) {
            assertEquals(first.get(i).grade(), again.get(i).grade());
            assertEquals(first.get(i).committed(), again.get(i).committed());
            assertArrayEquals(first.get(i).spent(), again.get(i).spent());
        }
    }

    @Test
    void random_streamKeptFromAnEarlierTrial_isThatOfTheTrial() {
        List<UniformRandomProvider> kept = new ArrayList<>();
        List<Long> drawn = new ArrayList<>();
        TrialRunner runner = new TrialRunner(Worlds.flat(0.5), Budgets.generations(1), 7);
        runner.runSilently(session -> kept.add(session.random()), 0, 0);
        runner.runSilently(session -> drawn.add(kept.get(0).nextLong()), 0, 1);
        runner.runSilently(session -> drawn.add(kept.get(0).nextLong()), 0, 2);
        runner.runSilently(session -> drawn.add(kept.get(0).nextLong()), 0, 1);
        List<Long> fresh = new ArrayList<>();
        new TrialRunner(Worlds.flat(0.5), Budgets.generations(1), 7)
                .runSilently(session -> fresh.add(session.random().nextLong()), 0, 1);
        assertEquals(fresh.get(0), drawn.get(0));
        assertEquals(fresh.get(0), drawn.get(2));
        assertNotEquals(fresh.get(0), drawn.get(1));
    }
}
