package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import overthink.core.api.Capability;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.MergeLaw;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Point;
import overthink.core.law.difficulty.UniformDifficulty;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.law.reading.Demonstrations;
import overthink.core.law.reading.Documents;
import overthink.core.law.reading.Documents.Store;
import overthink.core.law.reading.ReadingLaw;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.FalseAlarm;
import overthink.core.trial.TrialRunner.Grade;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * Reading as trials play it, against its formula. Seed 11, 8,000 trials; each proportion has a false alarm of 1e-9 by the exact
 * binomial law, and there are fewer than 40 of them: below 1e-6 in all.
 */
class ReadingTest {

    private static final double FALSE_ALARM = 1e-9;
    private static final int TRIALS = 8000;
    private static final double P = 0.2;

    private static final ReadingLaw LAW = new ReadingLaw(
            new Documents(0.9, 4, 1, 0.02, 300, new Point(0.8), Store.WHOLE), new Demonstrations(1.2, 2, 500));

    private static SyntheticWorld world(Policy policy) {
        return new SyntheticWorld(
                new Problems(new Point(P), 1),
                policy,
                new Verifiers(Verifier.of(1), Verifier.of(1), null, 0, Tariff.FREE));
    }

    private static Policy flat() {
        return Policy.FLAT.with(new UniformAnswers(3)).with(LAW);
    }

    /** How many trials were right. */
    private static long right(Policy policy, Strategy strategy) {
        TrialRunner runner = new TrialRunner(world(policy), Budgets.generations(20), 11);
        long right = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            right += runner.run(strategy, 0, trial).get(0).grade() == Grade.CORRECT ? 1 : 0;
        }
        return right;
    }

    private static void expect(double chance, long right) {
        FalseAlarm.assertProportion("right", chance, right, TRIALS, FALSE_ALARM);
    }

    private static Strategy reader(int documents, int demonstrations) {
        return session -> {
            session.read(documents);
            session.demonstrate(demonstrations);
            session.commit(session.generate());
        };
    }

    @Test
    void generate_afterReading_isRightAsTheFormulaSays() {
        for (int[] read : new int[][] {{1, 0}, {8, 0}, {0, 3}, {8, 3}}) {
            expect(LAW.chance(P, 0.8, read[0], read[1]), right(flat(), reader(read[0], read[1])));
        }
        long planted = right(flat(), reader(4, 0));
        assertThrows(
                AssertionError.class,
                () -> expect(LAW.chance(P, 0.8, 8, 0), planted),
                "half of the documents must be noticed");
    }

    /** Step by step, the steps follow from the chance after reading; what was begun before goes on with it. */
    @Test
    void extend_afterReading_growsWithTheStepsOfItsChance() {
        Strategy grower = session -> {
            session.generate();
            session.read(8);
            int node = Session.NONE;
            for (int step = 0; step < 4; step++) {
                node = session.extend(node);
            }
            session.commit(node);
        };
        expect(LAW.chance(P, 0.8, 8, 0), right(flat().withSteps(4), grower));
        // half of the steps before and half after: the square root of either chance
        Strategy late = session -> {
            int node = session.extend(session.extend(Session.NONE));
            session.read(8);
            session.commit(session.extend(session.extend(node)));
        };
        expect(Math.sqrt(P * LAW.chance(P, 0.8, 8, 0)), right(flat().withSteps(4), late));
    }

    /** A fresh revision, a fresh merge and a candidate of an idea come of what is read, too. */
    @Test
    void otherCalls_afterReading_haveItsChance() {
        double read = LAW.chance(P, 0.8, 8, 0);
        Policy policy = flat().with(ChainLaw.FRESH).with(MergeLaw.FRESH).with(IdeaLaw.FRESH);
        expect(read, right(policy, session -> {
            int first = session.generate();
            session.read(8);
            session.commit(session.revise(first));
        }));
        expect(read, right(policy, session -> {
            int first = session.generate();
            session.read(8);
            session.commit(session.merge(new int[] {first}, 1));
        }));
        expect(read, right(policy, session -> {
            session.read(8);
            session.commit(session.generateFrom(session.idea()));
        }));
        expect(P, right(policy, session -> {
            session.read(8);
            session.read(0);
            session.commit(session.revise(session.generate()));
        }));
    }

    /** Candidates drawn ahead are drawn anew: one of many asked for one by one, read in between, with scores and answers looked at. */
    @Test
    void generate_readingInBetween_forgetsWhatWasDrawnAhead() {
        Strategy between = session -> {
            session.generate(4);
            session.verify(session.generate());
            session.answer(0);
            session.read(8);
            int late = session.generate();
            session.commit(late);
        };
        expect(LAW.chance(P, 0.8, 8, 0), right(flat(), between));
        // the same candidate without, and with reading given up again, is that of a trial that never read
        TrialRunner runner = new TrialRunner(world(flat()), Budgets.generations(20), 11);
        for (int trial = 0; trial < 50; trial++) {
            List<Double> never = new ArrayList<>();
            List<Double> again = new ArrayList<>();
            runner.run(
                    session -> {
                        for (int i = 0; i < 12; i++) {
                            int node = session.generate();
                            never.add(session.verify(node));
                            never.add((double) session.answer(node));
                        }
                    },
                    0,
                    trial);
            runner.run(
                    session -> {
                        for (int i = 0; i < 12; i++) {
                            session.read(i % 3 == 0 ? 5 : 0);
                            session.read(0);
                            int node = session.generate();
                            again.add(session.verify(node));
                            again.add((double) session.answer(node));
                        }
                    },
                    0,
                    trial);
            assertEquals(never, again);
        }
    }

    /** The reader is the problem's: its law over problems, the same in all trials. */
    @Test
    void reader_ofALaw_isDrawnForEachProblem() {
        ReadingLaw sure =
                new ReadingLaw(new Documents(1, 1e-3, 100, 0, 0, new UniformDifficulty(0, 1), Store.WHOLE), null);
        int problems = 3000;
        TrialRunner runner = new TrialRunner(
                new SyntheticWorld(new Problems(new Point(0), problems), Policy.FLAT.with(sure), Verifiers.NONE),
                Budgets.generations(2),
                11);
        long both = 0;
        for (int problem = 0; problem < problems; problem++) {
            long right = 0;
            for (int trial = 0; trial < 2; trial++) {
                right += runner.run(reader(1, 0), problem, trial).get(0).grade() == Grade.CORRECT ? 1 : 0;
            }
            both += right == 2 ? 1 : 0;
        }
        // E[u²] = 1/3; were it drawn for each trial, 1/4
        FalseAlarm.assertProportion("both trials right", 1.0 / 3, both, problems, FALSE_ALARM);
        long observed = both;
        assertThrows(
                AssertionError.class,
                () -> FalseAlarm.assertProportion("of each trial", 0.25, observed, problems, FALSE_ALARM));
    }

    /** What is read is input of every later call: the first that reads it pays in full, the next from the cache. */
    @Test
    void costs_afterReading_areInputOfEveryCall() {
        Policy policy = new Policy(
                        new CountLaw.Constant(2),
                        0,
                        StepProfile.UNIFORM,
                        new UniformAnswers(2),
                        new CountLaw.Constant(100),
                        new CountLaw.Constant(10),
                        new Tariff(0.5, new Price(1, 1), new Latency(1, 0, 8)))
                .with(ChainLaw.FRESH)
                .with(LAW);
        TrialRunner runner = new TrialRunner(world(policy), Budgets.generations(9), 11);
        runner.run(
                session -> {
                    session.generate(2);
                    assertEquals(200, session.spent(Resource.INPUT_TOKENS));
                    assertEquals(100 + 40, session.spent(Resource.FLOPS));
                    session.read(2);
                    session.demonstrate(1);
                    assertEquals(200, session.spent(Resource.INPUT_TOKENS));
                    session.generate(3);
                    // 100 + 2·300 + 500 for each of three
                    assertEquals(200 + 3 * 1200, session.spent(Resource.INPUT_TOKENS));
                    assertEquals(100 + 1200 + 100, session.spent(Resource.FLOPS));
                    session.revise(0);
                    assertEquals(200 + 4 * 1200 + 20, session.spent(Resource.INPUT_TOKENS));
                    session.read(0);
                    session.demonstrate(0);
                    session.generate();
                    assertEquals(300 + 4 * 1200 + 20, session.spent(Resource.INPUT_TOKENS));
                    session.commit(0);
                },
                0,
                0);
        // a trial begins with nothing read
        runner.run(
                session -> {
                    session.generate();
                    assertEquals(100, session.spent(Resource.INPUT_TOKENS));
                },
                0,
                1);
    }

    /** Under a budget of input tokens more documents leave fewer candidates. */
    @Test
    void budget_ofInputTokens_paysForFewerCandidatesThatReadMore() {
        Policy policy = new Policy(
                        new CountLaw.Constant(1),
                        0,
                        StepProfile.UNIFORM,
                        new UniformAnswers(2),
                        new CountLaw.Constant(100),
                        new CountLaw.Constant(10),
                        Tariff.FREE)
                .with(LAW);
        TrialRunner runner =
                new TrialRunner(world(policy), new Budgets(Resource.INPUT_TOKENS, List.of(3000.0), 64), 11);
        int[][] made = {{0, 30}, {1, 7}, {9, 1}, {10, 0}};
        for (int[] one : made) {
            runner.run(
                    session -> {
                        session.read(one[0]);
                        for (int some = session.generate(64); some > 0; some = session.generate(64)) {
                            session.commit(0);
                        }
                        assertEquals(one[1], session.size());
                        assertTrue(session.spent(Resource.INPUT_TOKENS) <= 3000);
                    },
                    0,
                    0);
        }
    }

    @Test
    void read_inAWorldWithoutReading_isRefused() {
        SyntheticWorld without = world(Policy.FLAT);
        assertFalse(without.capabilities().contains(Capability.READING));
        assertEquals("which world.policy.reading would make of this one", without.lack(Capability.READING));
        assertTrue(world(flat()).capabilities().contains(Capability.READING));
        TrialRunner runner = new TrialRunner(without, Budgets.generations(1), 11);
        assertThrows(IllegalStateException.class, () -> runner.run(session -> session.read(1), 0, 0));
        assertThrows(IllegalStateException.class, () -> runner.run(session -> session.demonstrate(1), 0, 0));
        TrialRunner able = new TrialRunner(world(flat()), Budgets.generations(1), 11);
        assertThrows(IllegalArgumentException.class, () -> able.run(session -> session.read(-1), 0, 0));
        assertThrows(IllegalArgumentException.class, () -> able.run(session -> session.demonstrate(1_000_001), 0, 0));
    }
}
