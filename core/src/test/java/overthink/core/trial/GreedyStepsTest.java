package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Capability;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Attractor;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.Silence;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Point;
import overthink.core.law.quality.QualityLaw;
import overthink.core.law.quality.QualityWalk;
import overthink.core.law.step.GreedyStep;
import overthink.core.law.step.StepChain;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.quality.QualityPolicy;
import overthink.core.model.quality.QualityVerifiers;
import overthink.core.model.quality.QualityWorld;
import overthink.core.trial.TrialRunner.Grade;
import overthink.core.trial.TrialRunner.Outcome;
import overthink.core.world.Ensemble;
import overthink.core.world.NamedPolicy;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Skill;
import overthink.core.world.Verifiers;

/** Steps at temperature 0 as trials take them. Nothing is left to chance but which of many nodes are sound; seed 5. */
class GreedyStepsTest {

    private static final int STEPS = 3;
    private static final StepProfile PROFILE = new StepProfile.Linear(4, 1);
    /** Accepts sound nodes and no others. */
    private static final Verifiers SEEING = Verifiers.process(Verifier.of(1, 0));

    private static Policy policy(double recovery, AnswerLaw answers) {
        return new Policy(
                new CountLaw.Constant(STEPS),
                recovery,
                PROFILE,
                answers,
                new CountLaw.Constant(0),
                new CountLaw.UniformCount(10, 90),
                Tariff.FREE);
    }

    private static SyntheticWorld world(double p, Policy policy, Verifiers verifiers) {
        return new SyntheticWorld(new Problems(new Point(p), 1), policy, verifiers);
    }

    private static Outcome run(SyntheticWorld world, Strategy strategy, long trial) {
        return new TrialRunner(world, Budgets.generations(64), 5)
                .run(strategy, 0, trial)
                .get(0);
    }

    /** Extends one node greedily. */
    private static int greedily(Session session, int node) {
        assertEquals(1, session.extendGreedily(new int[] {node}, 1));
        return session.size() - 1;
    }

    private static int end(Session session, int node) {
        int at = node;
        while (at == Session.NONE || !session.complete(at)) {
            at = greedily(session, at);
        }
        return at;
    }

    @Tag("slow")
    @Test
    void extendGreedily_belowNodesOfEitherState_isTheLaw() {
        for (double p : new double[] {0.002, 0.05, 0.3, 0.6}) {
            for (double recovery : new double[] {0, 0.9}) {
                for (AnswerLaw answers : List.of(new UniformAnswers(4), new Zipf(5, 1), new Attractor(0.9, 3))) {
                    StepChain chain = StepChain.solve(p, recovery, PROFILE.weights(STEPS));
                    double share = answers instanceof UniformAnswers
                            ? 0.25
                            : answers instanceof Attractor ? 0.9 : 1 / (1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0 + 1 / 5.0);
                    expectLaw(world(p, policy(recovery, answers), SEEING), chain, share);
                }
            }
        }
    }

    private static void expectLaw(SyntheticWorld world, StepChain chain, double rival) {
        for (long trial = 0; trial < 20; trial++) {
            run(
                    world,
                    session -> {
                        int node = Session.NONE;
                        boolean sound = true;
                        for (int t = 1; t <= STEPS; t++) {
                            boolean next = GreedyStep.leavesSound(chain, t, sound, rival);
                            assertEquals(next, session.score(greedily(session, node)) > 0, world + " step " + t);
                            node = session.extend(node);
                            sound = session.score(node) > 0;
                        }
                    },
                    trial);
        }
    }

    @Test
    void extendGreedily_toTheEnd_isGradedAsItIs() {
        Policy zipf = policy(0, new Zipf(5, 1));
        for (double p : new double[] {0.01, 0.9}) {
            StepChain chain = StepChain.solve(p, 0, PROFILE.weights(STEPS));
            double rival = 60 / 137.0;
            boolean right = GreedyStep.leavesSound(chain, 1, true, rival)
                    && GreedyStep.leavesSound(chain, 2, true, rival)
                    && GreedyStep.leavesSound(chain, 3, true, rival);
            assertEquals(p > 0.5, right, "both cases are there");
            Outcome outcome = run(world(p, zipf, SEEING), session -> session.commit(end(session, Session.NONE)), 3);
            assertEquals(right ? Grade.CORRECT : Grade.WRONG, outcome.grade());
            assertEquals(right, outcome.covered());
        }
    }

    /** The answer that most wrong candidates give, and the same from every node that is sound, though none is an ancestor of another. */
    @Test
    void extendGreedily_intoAMistake_leadsToTheLikeliestAnswer() {
        for (AnswerLaw answers : List.of(new Attractor(0.8, 4), new Zipf(5, 2), new PitmanYor(0.2, 0.5))) {
            run(
                    world(0.001, policy(0, answers), SEEING),
                    session -> {
                        int greedy = end(session, Session.NONE);
                        assertFalse(session.score(greedy) > 0);
                        int again = end(session, Session.NONE);
                        assertEquals(session.answer(greedy), session.answer(again));
                        int first = session.size();
                        session.generate(50);
                        int[] votes = new int[session.size()];
                        for (int node = first; node < session.size(); node++) {
                            votes[session.answer(node)]++;
                        }
                        int most = Arrays.stream(votes).max().orElseThrow();
                        assertEquals(most, votes[session.answer(greedy)], answers + " " + Arrays.toString(votes));
                    },
                    0);
        }
    }

    @Test
    void extendGreedily_mistakesThatDiffer_neverWinButForWantOfAnother() {
        Policy distinct = policy(0, new Distinct());
        assertEquals(
                Grade.CORRECT,
                run(world(1e-6, distinct, SEEING), session -> session.commit(end(session, Session.NONE)), 0)
                        .grade());
        run(
                world(0, distinct, SEEING),
                session -> assertNotEquals(
                        session.answer(end(session, session.extend(Session.NONE))),
                        session.answer(end(session, session.extend(Session.NONE)))),
                0);
    }

    @Test
    void extendGreedily_moreGiveNoAnswerThanAny_endsWithout() {
        Policy silent = policy(0, new UniformAnswers(4)).with(new Silence.Share(0.5));
        run(world(0.001, silent, SEEING), session -> assertFalse(session.answered(end(session, Session.NONE))), 0);
        Policy speaking = policy(0, new UniformAnswers(4)).with(new Silence.Share(0.1));
        run(world(0.001, speaking, SEEING), session -> assertTrue(session.answered(end(session, Session.NONE))), 0);
    }

    /** Everything that a strategy can see of what it makes, with noise of the node's, its path's and the call's. */
    private static List<Object> seen(Session session, int node) {
        return List.of(session.score(node), session.score(node), session.tokens(node), session.depth(node));
    }

    private static final Verifiers NOISY =
            Verifiers.process(Verifier.of(1).withPersistence(0.5).with(new NoiseShares(0.1, 0, 0.7, 0.2)));

    @Test
    void extendGreedily_askedAgain_isTheSame_andLeavesSampledStepsAsTheyAre() {
        SyntheticWorld world = world(0.4, policy(0.2, new Zipf(5, 1)), NOISY);
        List<Object> without = new ArrayList<>();
        List<Object> with = new ArrayList<>();
        run(world, session -> play(session, false, without), 1);
        run(world, session -> play(session, true, with), 1);
        assertEquals(without, with);
    }

    private static void play(Session session, boolean greedy, List<Object> seen) {
        int node = Session.NONE;
        for (int t = 1; t < STEPS; t++) {
            if (greedy) {
                List<Object> first = seen(session, greedily(session, node));
                int sibling = session.extend(node);
                assertEquals(first, seen(session, greedily(session, node)), "step " + t);
                node = sibling;
            } else {
                node = session.extend(node);
            }
            int child = session.extend(node);
            seen.add(seen(session, node));
            seen.add(seen(session, child));
        }
    }

    @Test
    void extendGreedily_isChargedAsAStep() {
        SyntheticWorld world = world(0.4, policy(0, new Zipf(5, 1)), NOISY);
        Outcome outcome = new TrialRunner(world, new Budgets(Resource.STEPS, List.of(4.0), 64), 5)
                .run(
                        session -> {
                            int[] three = {Session.NONE, Session.NONE, Session.NONE};
                            assertEquals(3, session.extendGreedily(three, 3));
                            assertEquals(3, session.spent(Resource.STEPS));
                            assertEquals(3 * session.tokens(0), session.spent(Resource.TOKENS), "the same three times");
                            assertEquals(1, session.extendGreedily(new int[] {0, 1, 2}, 3), "one is paid");
                            assertEquals(0, session.parent(3));
                            assertEquals(0, session.extendGreedily(new int[] {1}, 1));
                        },
                        0,
                        0)
                .get(0);
        assertEquals(Grade.ABSTAINED, outcome.grade());
        assertThrows(
                IllegalArgumentException.class,
                () -> run(world, session -> session.extendGreedily(new int[] {end(session, Session.NONE)}, 1), 0),
                "a whole solution has no next step");
    }

    /** The small policy's likeliest first step is a mistake, the large one's is not; the small one goes on from it. */
    @Test
    void extendGreedily_byAPolicy_isThatPolicysStep() {
        Policy policy = policy(0, new Attractor(1, 2));
        SyntheticWorld both = world(0.01, policy, SEEING)
                .with(Ensemble.of("small", new NamedPolicy("large", policy, new Skill.Own(new Point(0.9)))));
        run(
                both,
                session -> {
                    Session large = session.policy(1);
                    int own = greedily(session, Session.NONE);
                    int other = greedily(large, Session.NONE);
                    assertEquals(0, session.policyOf(own));
                    assertEquals(1, session.policyOf(other));
                    assertFalse(session.score(own) > 0);
                    assertTrue(session.score(other) > 0);
                    assertEquals(1, session.policyOf(greedily(large, other)));
                    assertEquals(0, session.policyOf(greedily(session, other)));
                },
                0);
    }

    @Test
    void extendGreedily_whereNobodyKnowsTheLikeliest_isRefused() {
        QualityWorld quality = new QualityWorld(
                1,
                QualityLaw.STANDARD,
                0,
                OptionalDouble.of(0),
                new QualityPolicy(4, QualityWalk.EVEN, 0, 1, Tariff.FREE),
                QualityVerifiers.NONE);
        assertFalse(quality.capabilities().contains(Capability.GREEDY_STEPS));
        assertThrows(
                IllegalStateException.class,
                () -> new TrialRunner(quality, Budgets.generations(4), 5)
                        .run(session -> session.extendGreedily(new int[] {Session.NONE}, 1), 0, 0));
    }
}
