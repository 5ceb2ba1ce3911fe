package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Capability;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.exact.chain.Merging;
import overthink.core.exact.chain.RevisionChain;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.Silence;
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
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.random.Origin;
import overthink.core.testkit.FalseAlarm;
import overthink.core.trial.TrialRunner.Grade;
import overthink.core.trial.TrialRunner.Outcome;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * Chains and merging as trials play them, against closed forms. Seed 11, 40,000 trials; each proportion has a false alarm of
 * 1e-9 by the exact binomial law, and there are fewer than 100 of them: below 1e-6 in all.
 */
class ChainsTest {

    private static final double FALSE_ALARM = 1e-9;
    private static final int TRIALS = 40_000;

    /** p = .3; f = .4 after a gain that takes the odds from 3/7 to 2/3; φ = .5: a = .3, b = .2. */
    private static final ChainLaw LAW = ChainLaw.of(tendency(0.5, 0.4));

    private static Revision tendency(double anchoring, double f) {
        double gain = StrictMath.log(f / (1 - f)) - StrictMath.log(0.3 / 0.7);
        return new Revision.Tendency(ByDifficulty.of(anchoring), ByDifficulty.of(gain));
    }

    private static SyntheticWorld world(Policy policy) {
        return new SyntheticWorld(new Problems(new Point(0.3), 1), policy, Verifiers.outcome(Verifier.of(1)));
    }

    private static SyntheticWorld world(ChainLaw law) {
        return world(Policy.FLAT.with(new UniformAnswers(5)).with(law));
    }

    /** Revises as long as the budget pays, and answers with the last. */
    private static Strategy reviser(boolean toldWrong) {
        return session -> {
            for (int last = session.generate(); last != Session.NONE; last = session.revise(last, toldWrong)) {
                session.commit(last);
            }
        };
    }

    private static final Strategy UNTIL_FINISHED = session -> {
        for (int last = session.generate(); last != Session.NONE; last = session.revise(last)) {
            session.commit(last);
            if (session.finished(last)) {
                return;
            }
        }
    };

    /** How trials stood: by budget, how many were right and covered, and the steps spent. */
    private record Stood(long[] right, long[] covered, long[] steps) {}

    private static Stood played(SyntheticWorld world, Strategy strategy, int trials, long... budgets) {
        TrialRunner runner = new TrialRunner(world, Budgets.generations(budgets), 11);
        Stood stood = new Stood(new long[budgets.length], new long[budgets.length], new long[budgets.length]);
        for (int trial = 0; trial < trials; trial++) {
            List<Outcome> outcomes = runner.run(strategy, 0, trial);
            for (int i = 0; i < budgets.length; i++) {
                stood.right[i] += outcomes.get(i).grade() == Grade.CORRECT ? 1 : 0;
                stood.covered[i] += outcomes.get(i).covered() ? 1 : 0;
                stood.steps[i] += outcomes.get(i).spent()[Resource.STEPS.ordinal()];
            }
        }
        return stood;
    }

    private static void expect(RevisionChain law, Stood stood, long... budgets) {
        for (int i = 0; i < budgets.length; i++) {
            FalseAlarm.assertProportion(
                    "right after " + budgets[i], law.accuracy(budgets[i] - 1), stood.right[i], TRIALS, FALSE_ALARM);
            FalseAlarm.assertProportion(
                    "covered after " + budgets[i], law.coverage(budgets[i] - 1), stood.covered[i], TRIALS, FALSE_ALARM);
        }
    }

    @Tag("slow")
    @Test
    void revise_chain_hasTheClosedForm() {
        long[] budgets = {1, 2, 3, 6};
        expect(RevisionChain.of(0.3, 0.5, 0.4), played(world(LAW), reviser(false), TRIALS, budgets), budgets);
        Stood planted = played(world(ChainLaw.of(tendency(0.5, 0.3))), reviser(false), TRIALS, budgets);
        assertThrows(
                AssertionError.class,
                () -> expect(RevisionChain.of(0.3, 0.5, 0.4), planted, budgets),
                "a revision that gains nothing must be noticed");
    }

    @Test
    void revise_ratesGiven_hasTheClosedForm() {
        ChainLaw law = ChainLaw.of(new Revision.Rates(ByDifficulty.of(0.3), ByDifficulty.of(0.2)));
        long[] budgets = {2, 5};
        expect(RevisionChain.of(0.3, 0.5, 0.4), played(world(law), reviser(false), TRIALS, budgets), budgets);
    }

    @Tag("slow")
    @Test
    void revise_drifting_hasTheRecursion() {
        long[] budgets = {2, 3, 7};
        RevisionChain law = new RevisionChain(0.3, 0.5, StrictMath.log(0.4 / 0.6), 0.4);
        expect(law, played(world(LAW.withDrift(0.4)), reviser(false), TRIALS, budgets), budgets);
        Stood planted = played(world(LAW), reviser(false), TRIALS, budgets);
        assertThrows(AssertionError.class, () -> expect(law, planted, budgets), "drift left out must be noticed");
    }

    @Tag("slow")
    @Test
    void revise_told_hasTheRatesOfBeingTold() {
        long[] budgets = {2, 4};
        ChainLaw law = LAW.withTold(tendency(0.1, 0.6));
        expect(RevisionChain.of(0.3, 0.1, 0.6), played(world(law), reviser(true), TRIALS, budgets), budgets);
        expect(RevisionChain.of(0.3, 0.5, 0.4), played(world(law), reviser(false), TRIALS, budgets), budgets);
    }

    @Tag("slow")
    @Test
    void revise_byDefault_isAFreshSample() {
        long[] budgets = {1, 2, 5};
        expect(RevisionChain.of(0.3, 0, 0.3), played(world(ChainLaw.FRESH), reviser(false), TRIALS, budgets), budgets);
    }

    /** ψ = 1 with five uniform wrong answers, all in context: drawing without replacement. */
    @Tag("slow")
    @Test
    void revise_avoidingAll_drawsWithoutReplacement() {
        long[] budgets = {1, 2, 3, 5, 6};
        Stood stood = played(world(ChainLaw.FRESH.withAvoidance(1, 8)), reviser(false), TRIALS, budgets);
        for (int i = 0; i < budgets.length; i++) {
            double expected = RevisionChain.coverageWithoutReplacement(0.3, 5, budgets[i]);
            FalseAlarm.assertProportion("covered after " + budgets[i], expected, stood.covered[i], TRIALS, FALSE_ALARM);
        }
        Stood forgetful = played(world(ChainLaw.FRESH.withAvoidance(1, 1)), reviser(false), TRIALS, budgets);
        assertThrows(
                AssertionError.class,
                () -> FalseAlarm.assertProportion(
                        "with one in context",
                        RevisionChain.coverageWithoutReplacement(0.3, 5, 5),
                        forgetful.covered[3],
                        TRIALS,
                        FALSE_ALARM));
    }

    /** p·τr/(p·τr + (1 − p)·τw) and the worked example: .5500 right after 3.1667 segments. */
    @Tag("slow")
    @Test
    void finished_worked_endsAsTheLinearSystemSays() {
        Stood stood = played(world(LAW.withStop(0.6, 0.2)), UNTIL_FINISHED, TRIALS, 1000);
        FalseAlarm.assertProportion("right", 0.55, stood.right[0], TRIALS, FALSE_ALARM);
        // a length is at most geometric with chance .2: its deviation is below 4.5, the mean's below 0.0225
        FalseAlarm.assertMean("segments", 19 / 6.0, (double) stood.steps[0] / TRIALS, 4.5 / 200, FALSE_ALARM);
        Stood ceiling = played(world(ChainLaw.FRESH.withStop(0.6, 0.2)), UNTIL_FINISHED, TRIALS, 1000);
        FalseAlarm.assertProportion("ceiling", 0.18 / 0.32, ceiling.right[0], TRIALS, FALSE_ALARM);
        Stood exchanged = played(world(LAW.withStop(0.2, 0.6)), UNTIL_FINISHED, TRIALS, 1000);
        assertThrows(
                AssertionError.class,
                () -> FalseAlarm.assertProportion("exchanged", 0.55, exchanged.right[0], TRIALS, FALSE_ALARM));
    }

    /** The step world with recovery, five revisions as six steps, has the same right answers. */
    @Tag("slow")
    @Test
    void revise_againstTheStepWorld_hasItsAccuracy() {
        double[] weights = {StrictMath.log(0.3) / StrictMath.log(0.7), 1, 1, 1, 1, 1};
        double accuracy = RevisionChain.of(0.3, 0.5, 0.4).accuracy(5);
        SyntheticWorld steps = new SyntheticWorld(
                new Problems(new Point(accuracy), 1),
                new Policy(
                        new CountLaw.Constant(6),
                        0.2 / 0.7,
                        new StepProfile.Listed(weights),
                        new UniformAnswers(5),
                        new CountLaw.Constant(0),
                        new CountLaw.Constant(1),
                        Tariff.FREE),
                Verifiers.NONE);
        Strategy grower = session -> {
            int node = Session.NONE;
            for (int step = 0; step < 6; step++) {
                node = session.extend(node);
            }
            session.commit(node);
        };
        long grown = played(steps, grower, TRIALS, 1).right[0];
        long revised = played(world(LAW), reviser(false), TRIALS, 6).right[0];
        double error = Math.sqrt(2 * accuracy * (1 - accuracy) / TRIALS);
        FalseAlarm.assertMean("difference", 0, (double) (grown - revised) / TRIALS, error, FALSE_ALARM);
    }

    @Test
    void revise_keepingAll_repeatsTheAnswer() {
        Strategy keeper = session -> {
            int first = session.generate();
            int second = session.revise(first);
            int third = session.revise(second);
            assertEquals(session.answer(first), session.answer(third));
            assertEquals(session.answered(first), session.answered(third));
            session.commit(third);
        };
        ChainLaw law = ChainLaw.of(new Revision.Tendency(ByDifficulty.of(1), ByDifficulty.of(0)));
        Policy policy = Policy.FLAT.with(new UniformAnswers(5)).with(law).with(new Silence.Share(0.4));
        Stood stood = played(world(policy), keeper, 2000, 3);
        assertTrue(stood.right[0] > 400 && stood.right[0] == stood.covered[0]);
    }

    /** The k-th revision of a candidate is the same whatever else was made in between. */
    @Test
    void revise_inAnyOrder_givesTheSameRevisions() {
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        TrialRunner runner = new TrialRunner(world(LAW), Budgets.generations(20), 3);
        runner.run(
                session -> {
                    int a = session.generate();
                    int b = session.generate();
                    int a1 = session.revise(a);
                    int a2 = session.revise(a);
                    int b1 = session.revise(b);
                    int a11 = session.revise(a1);
                    for (int node : new int[] {a, b, a1, a2, b1, a11}) {
                        first.add(session.verify(node));
                    }
                },
                0,
                0);
        runner.run(
                session -> {
                    int a = session.generate();
                    int a1 = session.revise(a);
                    int a11 = session.revise(a1);
                    session.revise(a11);
                    int b = session.generate();
                    int b1 = session.revise(b);
                    int a2 = session.revise(a);
                    for (int node : new int[] {a, b, a1, a2, b1, a11}) {
                        second.add(session.verify(node));
                    }
                },
                0,
                0);
        assertEquals(first, second);
        assertEquals(6, first.stream().distinct().count());
    }

    /** A policy that can revise and merge samples as one that cannot. */
    @Test
    void generate_inAWorldWithChains_isAsWithout() {
        Strategy strategy = session -> {
            int best = Session.NONE;
            double bestScore = Double.NEGATIVE_INFINITY;
            while (session.generate(7) > 0) {
                double score = session.verify(session.size() - 1);
                if (score > bestScore) {
                    bestScore = score;
                    best = session.size() - 1;
                }
                session.commit(best);
            }
        };
        SyntheticWorld with = world(Policy.FLAT.with(LAW).with(MergeLaw.FRESH));
        Stood a = played(with, strategy, 500, 8, 64);
        Stood b = played(world(Policy.FLAT), strategy, 500, 8, 64);
        assertEquals(List.of(a.right[0], a.right[1]), List.of(b.right[0], b.right[1]));
    }

    // ---- merging ----

    private static Strategy merger(int members) {
        return session -> {
            int[] read = new int[members];
            for (int i = 0; i < members; i++) {
                read[i] = session.generate();
            }
            session.commit(session.merge(read, members));
        };
    }

    private static void expectMerged(MergeLaw law, Merging expected, int members) {
        Stood stood = played(world(Policy.FLAT.with(law)), merger(members), TRIALS, members + 1);
        FalseAlarm.assertProportion(
                "merged of " + members,
                expected.accuracyOfIndependent(members, 0.3),
                stood.right[0],
                TRIALS,
                FALSE_ALARM);
    }

    @Tag("slow")
    @Test
    void merge_ofFour_hasTheClosedForm() {
        expectMerged(MergeLaw.of(0.1, 1.5), new Merging(0.3, 0.1, 1.5), 4);
        expectMerged(MergeLaw.of(0.1, 5), new Merging(0.3, 0.1, 5), 3);
        expectMerged(MergeLaw.of(0, 0), new Merging(0.3, 0, 0), 2);
        assertThrows(
                AssertionError.class,
                () -> expectMerged(MergeLaw.of(0.1, 1), new Merging(0.3, 0.1, 1.5), 4),
                "a merge that does not discern must be noticed");
    }

    /** ω = 1, w = 0: rounds of merging leave the expected accuracy where it was; "debate is voting". */
    @Tag("slow")
    @Test
    void merge_withoutDiscernment_isAMartingale() {
        Strategy debate = session -> {
            int[] population = new int[4];
            int[] next = new int[4];
            for (int i = 0; i < 4; i++) {
                population[i] = session.generate();
            }
            for (int round = 0; round < 4; round++) {
                for (int i = 0; i < 4; i++) {
                    next[i] = session.merge(population, 4);
                }
                System.arraycopy(next, 0, population, 0, 4);
            }
            session.commit(population[0]);
        };
        Stood stood = played(world(Policy.FLAT.with(MergeLaw.of(0, 1))), debate, TRIALS, 20);
        FalseAlarm.assertProportion("right", 0.3, stood.right[0], TRIALS, FALSE_ALARM);
    }

    /** K = 1 is a chain with a = w(1 − p), b = w·p. */
    @Tag("slow")
    @Test
    void merge_ofOne_isARevision() {
        Strategy strategy = session -> {
            int[] one = {session.generate()};
            session.commit(one[0]);
            for (int made = session.merge(one, 1); made != Session.NONE; made = session.merge(one, 1)) {
                one[0] = made;
                session.commit(made);
            }
        };
        long[] budgets = {2, 4};
        expect(
                RevisionChain.of(0.3, 0.4, 0.3),
                played(world(Policy.FLAT.with(MergeLaw.of(0.6, 3))), strategy, TRIALS, budgets),
                budgets);
    }

    @Test
    void merge_adopting_copiesAnAnswer() {
        Strategy strategy = session -> {
            int[] read = {session.generate(), session.generate()};
            int merged = session.merge(read, 2);
            int answer = session.answer(merged);
            assertTrue(answer == session.answer(read[0]) || answer == session.answer(read[1]));
            session.commit(merged);
        };
        played(world(Policy.FLAT.with(MergeLaw.of(0, 2))), strategy, 500, 3);
    }

    // ---- costs ----

    private static TrialSession priced(ChainLaw law, Budgets budgets) {
        Tariff tariff = new Tariff(1e9, new Price(1, 10), new Latency(2, 0, 1000));
        Policy policy = new Policy(
                new CountLaw.Constant(4),
                0,
                StepProfile.UNIFORM,
                new UniformAnswers(5),
                new CountLaw.Constant(100),
                new CountLaw.Constant(10),
                tariff);
        SyntheticWorld world = world(policy.with(law).with(MergeLaw.FRESH));
        TrialSession session = new TrialSession(world.draw(1).model(), world.costs(), budgets, Origin.of(1), false);
        session.begin(0, 0, 0, new Tally(1, 1), 0);
        return session;
    }

    /** A solution is 40 tokens, the prompt 100: it is read once by all samples, and again by each revision and merge. */
    @Test
    void revise_priced_paysForWhatItReads() {
        TrialSession session = priced(LAW.withAvoidance(0, 2), Budgets.generations(20));
        int first = session.generate();
        int second = session.revise(first);
        int third = session.revise(second);
        int fourth = session.revise(third);
        // 100, then 100 + 40, then 100 + 80 twice, since two are in context; 160 generated
        long input = 100 + 140 + 180 + 180;
        assertEquals(160, session.spent(Resource.TOKENS));
        assertEquals(16, session.spent(Resource.STEPS));
        assertEquals(4, session.spent(Resource.ROUNDS));
        assertEquals(8_000_000_000L, session.spent(Resource.LATENCY));
        assertEquals((long) (2e9 * (input + 160)), session.spent(Resource.FLOPS));
        assertEquals(1000 * (input + 10 * 160), session.spent(Resource.USD));
        session.merge(new int[] {first, second, fourth}, 3);
        input += 100 + 3 * 40;
        assertEquals(1000 * (input + 10 * 200), session.spent(Resource.USD));
        assertEquals(5, session.spent(Resource.ROUNDS));
    }

    @Test
    void revise_ofOlderCandidates_runsTogether() {
        TrialSession session = priced(LAW, Budgets.generations(20));
        session.generate(3);
        for (int candidate = 0; candidate < 3; candidate++) {
            session.revise(candidate);
        }
        assertEquals(2, session.spent(Resource.ROUNDS));
        session.revise(3);
        session.revise(4);
        assertEquals(3, session.spent(Resource.ROUNDS));
        session.merge(new int[] {6, 7}, 2);
        session.merge(new int[] {0, 1}, 2);
        assertEquals(4, session.spent(Resource.ROUNDS));
        // after a look a new round begins, which may read all that there is but itself
        session.answer(0);
        int fresh = session.generate();
        session.revise(9);
        session.merge(new int[] {0, 9}, 2);
        assertEquals(5, session.spent(Resource.ROUNDS));
        session.revise(fresh);
        assertEquals(6, session.spent(Resource.ROUNDS));
    }

    @Test
    void revise_notPaid_isRefused() {
        // the prompt and a solution cost 100 + 400, a revision 140 + 400 millionths
        TrialSession session = priced(LAW, new Budgets(Resource.USD, List.of(0.001039), 64));
        int first = session.generate();
        assertEquals(Session.NONE, session.revise(first));
        session = priced(LAW, new Budgets(Resource.USD, List.of(0.00104), 64));
        first = session.generate();
        assertEquals(1, session.revise(first));
        assertEquals(Session.NONE, session.revise(first));
    }

    @Test
    void tokens_ofARevision_areItsLaws() {
        TrialSession session = priced(LAW.withTokens(new CountLaw.Constant(7)), Budgets.generations(20));
        int first = session.generate();
        int second = session.revise(first);
        assertEquals(7, session.tokens(second));
        assertEquals(40, session.tokens(first));
        assertEquals(47, session.spent(Resource.TOKENS));
        assertEquals(8, session.spent(Resource.STEPS));
        assertTrue(session.complete(second));
    }

    /** What is revised is a whole solution of the step world: its steps are scored, and its last step's score is its own. */
    @Test
    void revise_inTheStepWorld_makesWholeSolutions() {
        SyntheticWorld rich = Worlds.rich();
        SyntheticWorld world = new SyntheticWorld(rich.problems(), rich.policy().with(LAW), rich.verifiers());
        new TrialRunner(world, Budgets.generations(8), 1)
                .run(
                        session -> {
                            int node = Session.NONE;
                            for (int step = 0; step < 4; step++) {
                                node = session.extend(node);
                            }
                            double[] scores = new double[4];
                            for (int revision = session.revise(node);
                                    revision != Session.NONE;
                                    revision = session.revise(revision)) {
                                assertTrue(session.complete(revision));
                                assertEquals(4, session.depth(revision));
                                assertEquals(Session.NONE, session.parent(revision));
                                assertEquals(40, session.tokens(revision));
                                assertEquals(4, session.stepScores(revision, scores));
                                assertEquals(scores[3], session.score(revision));
                                session.commit(revision);
                            }
                        },
                        0,
                        0);
    }

    // ---- what there is not ----

    @Test
    void revise_withoutTheLaw_isRefusedByTheKeyThatWouldAddIt() {
        SyntheticWorld without = world(Policy.FLAT);
        assertFalse(without.capabilities().contains(Capability.CHAIN));
        assertFalse(without.capabilities().contains(Capability.MERGE));
        assertTrue(without.lack(Capability.CHAIN).contains("world.policy.chain"));
        assertTrue(without.lack(Capability.MERGE).contains("world.policy.merge"));
        TrialRunner runner = new TrialRunner(without, Budgets.generations(4), 1);
        assertThrows(IllegalStateException.class, () -> runner.run(reviser(false), 0, 0));
        assertThrows(IllegalStateException.class, () -> runner.run(merger(2), 0, 0));
        assertNotEquals(without.capabilities(), world(LAW).capabilities());
    }

    @Test
    void merge_ofNothing_isRefused() {
        TrialSession session = priced(LAW, Budgets.generations(4));
        session.generate();
        assertThrows(IllegalArgumentException.class, () -> session.merge(new int[1], 0));
        assertThrows(IllegalArgumentException.class, () -> session.merge(new int[] {1}, 1));
        assertThrows(IllegalArgumentException.class, () -> session.revise(5));
    }
}
