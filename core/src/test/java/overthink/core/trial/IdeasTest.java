package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Capability;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Point;
import overthink.core.law.difficulty.UniformDifficulty;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.law.idea.Temperature;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.DrawnWorld;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.FalseAlarm;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * Ideas against closed forms. Seed 11; each assertion has a false alarm of 1e-9, and there are fewer than 60 of them: below 1e-6
 * in all. The realised chances of 4,000 problems are drawn, not played.
 */
class IdeasTest {

    private static final double FALSE_ALARM = 1e-9;
    private static final int PROBLEMS = 4000;
    private static final double P = 0.3;

    private static SyntheticWorld world(Policy policy, DifficultyLaw law, int problems) {
        return new SyntheticWorld(new Problems(law, problems), policy, Verifiers.outcome(Verifier.of(1)));
    }

    private static DrawnWorld drawn(IdeaLaw ideas) {
        return world(Policy.FLAT.with(ideas), new Point(P), PROBLEMS).draw(11);
    }

    /** What k candidates leave unsolved: B(cp, c(1 − p) + k)/B(cp, c(1 − p)), by logarithms of gamma functions. */
    private static double unsolved(double c, double p, long k) {
        return StrictMath.exp(Gamma.logGamma(c * (1 - p) + k)
                - Gamma.logGamma(c + k)
                - Gamma.logGamma(c * (1 - p))
                + Gamma.logGamma(c));
    }

    /** The mean of (1 − q)^k over problems, whose deviation is known by the same formula at 2k. */
    private static void expectCoverage(DrawnWorld drawn, double c) {
        for (long k : new long[] {1, 2, 5, 20, 200}) {
            double sum = 0;
            for (int i = 0; i < PROBLEMS; i++) {
                sum += StrictMath.pow(1 - drawn.p(i), k);
            }
            double mean = unsolved(c, P, k);
            double error = Math.sqrt((unsolved(c, P, 2 * k) - mean * mean) / PROBLEMS);
            FalseAlarm.assertMean("unsolved by " + k, mean, sum / PROBLEMS, error, FALSE_ALARM);
        }
    }

    @Tag("slow")
    @Test
    void coverage_ofIdeasRightAlwaysOrNever_isARatioOfBetaFunctions() {
        expectCoverage(drawn(IdeaLaw.of(1.5)), 1.5);
        expectCoverage(drawn(IdeaLaw.of(0.1)), 0.1);
        DrawnWorld planted = drawn(IdeaLaw.of(1.8));
        assertThrows(AssertionError.class, () -> expectCoverage(planted, 1.5), "more ideas must be noticed");
    }

    /** E[q] = p and Var q = v·p(1 − p)/(1 + c). */
    @Tag("slow")
    @Test
    void chance_ofAnyPolarisation_hasTheVarianceOfItsLaw() {
        int problems = 600;
        for (double v : new double[] {0.4, 1}) {
            IdeaLaw ideas = new IdeaLaw(1, v, new CountLaw.Constant(0));
            DrawnWorld drawn =
                    world(Policy.FLAT.with(ideas), new Point(P), problems).draw(11);
            double variance = v * P * (1 - P) / 2;
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < problems; i++) {
                sum += drawn.p(i);
                squares += (drawn.p(i) - P) * (drawn.p(i) - P);
            }
            FalseAlarm.assertMean("mean", P, sum / problems, Math.sqrt(variance / problems), FALSE_ALARM);
            // (q − p)² lies in [0, 0.49] with mean σ²: its variance is at most 0.49σ²
            FalseAlarm.assertMean(
                    "variance", variance, squares / problems, Math.sqrt(0.49 * variance / problems), FALSE_ALARM);
        }
    }

    @Test
    void ideas_withoutBoundOrPolarisation_changeNothing() {
        for (IdeaLaw law : List.of(IdeaLaw.FRESH, new IdeaLaw(0.5, 0, new CountLaw.Constant(3)))) {
            DrawnWorld drawn = drawn(law);
            assertEquals(P, drawn.p(7));
        }
    }

    /** The published figures: one p, c = .129 and .437 cover .556 and .770 of the problems with 200 candidates. */
    @Test
    void population_ofOneDifficulty_isABetaLaw() {
        for (double[] figure : new double[][] {{0.129, 0.556}, {0.437, 0.770}}) {
            SyntheticWorld world = new SyntheticWorld(
                    Problems.population(new Point(0.403)), Policy.FLAT.with(IdeaLaw.of(figure[0])), Verifiers.NONE);
            DifficultyLaw law = world.draw(1).population(Set.of()).orElseThrow().law();
            assertEquals(new Beta(figure[0] * 0.403, figure[0] * (1 - 0.403)), law);
            assertEquals(figure[1], 1 - law.failure(200), 6e-4);
            assertEquals(unsolved(figure[0], 0.403, 200), law.failure(200), 1e-10);
        }
        SyntheticWorld dense = new SyntheticWorld(
                Problems.population(new UniformDifficulty(0, 1)), Policy.FLAT.with(IdeaLaw.of(1)), Verifiers.NONE);
        assertEquals(Optional.empty(), dense.draw(1).population(Set.of()));
        assertEquals(Optional.empty(), dense.draw(1).difficulty());
    }

    /** c/(1 + c); one trial of each problem. */
    @Tag("slow")
    @Test
    void ideaClass_ofTwoIdeas_differsAsOftenAsTheConcentrationSays() {
        int problems = 4000;
        TrialRunner runner = new TrialRunner(
                world(Policy.FLAT.with(IdeaLaw.of(2)), new Point(P), problems), Budgets.generations(1), 11);
        int[] differ = new int[2];
        Strategy two = session -> {
            int first = session.idea();
            int second = session.idea();
            differ[0] += session.ideaClass(first) == session.ideaClass(second) ? 0 : 1;
            session.commit(session.generateFrom(first));
        };
        for (int problem = 0; problem < problems; problem++) {
            runner.run(two, problem, 0);
        }
        FalseAlarm.assertProportion("differ", 2.0 / 3, differ[0], problems, FALSE_ALARM);
        assertThrows(
                AssertionError.class,
                () -> FalseAlarm.assertProportion("of c = 1.5", 0.6, differ[0], problems, FALSE_ALARM));
    }

    /** A candidate of an idea drawn for it is right as often as one that draws its idea by itself: with the realised chance. */
    @Tag("slow")
    @Test
    void generateFrom_aFreshIdea_isRightWithTheRealisedChance() {
        int trials = 6000;
        for (Temperature temperature : List.of(new Temperature(0.6, 0), new Temperature(2, 1))) {
            SyntheticWorld world = world(
                    Policy.FLAT
                            .with(new UniformAnswers(3))
                            .with(new IdeaLaw(1.5, 0.5, new CountLaw.Constant(0)))
                            .with(temperature),
                    new Point(P),
                    2);
            TrialRunner runner = new TrialRunner(world, Budgets.generations(2), 11);
            for (int problem = 0; problem < 2; problem++) {
                double q = world.draw(11).p(problem);
                assertNotEquals(P, q);
                int thought = 0;
                int sampled = 0;
                for (int trial = 0; trial < trials; trial++) {
                    thought += right(
                            runner, session -> session.commit(session.generateFrom(session.idea())), problem, trial);
                    sampled += right(runner, session -> session.commit(session.generate()), problem, trial);
                }
                FalseAlarm.assertProportion("thought", q, thought, trials, FALSE_ALARM);
                FalseAlarm.assertProportion("sampled", q, sampled, trials, FALSE_ALARM);
            }
        }
    }

    private static int right(TrialRunner runner, Strategy strategy, int problem, int trial) {
        return runner.run(strategy, problem, trial).get(0).grade() == TrialRunner.Grade.CORRECT ? 1 : 0;
    }

    /** Right always or never: all candidates of one idea are worth the same, and two ideas of one class are. */
    @Test
    void generateFrom_onePolarisedIdea_isAlwaysWorthTheSame() {
        TrialRunner runner = new TrialRunner(
                world(Policy.FLAT.with(new UniformAnswers(1)).with(IdeaLaw.of(1)), new Point(0.5), 50),
                Budgets.generations(20),
                11);
        int[] seen = new int[2];
        Strategy repeater = session -> {
            for (int i = 0; i < 6; i++) {
                int idea = session.idea();
                int first = session.generateFrom(idea);
                int second = session.generateFrom(idea);
                assertEquals(session.answer(first), session.answer(second));
                for (int before = 0; before < i; before++) {
                    if (session.ideaClass(before) == session.ideaClass(idea)) {
                        assertEquals(session.answer(2 * before), session.answer(first));
                        seen[0]++;
                    }
                }
                session.commit(first);
            }
        };
        for (int problem = 0; problem < 50; problem++) {
            runner.run(repeater, problem, 1);
        }
        assertTrue(seen[0] > 100, "ideas seen twice: " + seen[0]);
    }

    /** The k-th idea, and the k-th candidate that follows it, are the same whatever else is made in between. */
    @Test
    void ideas_inAnyOrder_areTheSame() {
        TrialRunner runner = new TrialRunner(
                world(Policy.FLAT.with(new IdeaLaw(3, 0.5, new CountLaw.Constant(0))), new Point(P), 1),
                Budgets.generations(20),
                11);
        List<Double> one = new ArrayList<>();
        List<Double> other = new ArrayList<>();
        runner.run(
                session -> {
                    int a = session.idea();
                    int b = session.idea();
                    one.add(session.verify(session.generateFrom(a)));
                    one.add(session.verify(session.generateFrom(a)));
                    one.add(session.verify(session.generateFrom(b)));
                },
                0,
                4);
        runner.run(
                session -> {
                    session.generate(3);
                    int a = session.idea();
                    int first = session.generateFrom(a);
                    int b = session.idea();
                    session.idea();
                    int ofB = session.generateFrom(b);
                    int second = session.generateFrom(a);
                    for (int node : new int[] {first, second, ofB}) {
                        other.add(session.verify(node));
                    }
                },
                0,
                4);
        assertEquals(one, other);
        assertNotEquals(one.get(0), one.get(1));
    }

    /** An idea costs its tokens and the prompt, and no step; a candidate reads the prompt again and the idea. */
    @Test
    void costs_ofIdeas_areTheirTokensAndWhatIsRead() {
        Policy policy = new Policy(
                        new CountLaw.Constant(3),
                        0,
                        StepProfile.UNIFORM,
                        new UniformAnswers(2),
                        new CountLaw.Constant(100),
                        new CountLaw.Constant(10),
                        new Tariff(0.5, new Price(1, 1), new Latency(1, 0.1, 8)))
                .with(new IdeaLaw(2, 1, new CountLaw.Constant(20)));
        TrialRunner runner = new TrialRunner(world(policy, new Point(P), 1), Budgets.generations(9), 11);
        runner.run(
                session -> {
                    int a = session.idea();
                    int b = session.idea();
                    assertEquals(0, session.spent(Resource.STEPS));
                    assertEquals(40, session.spent(Resource.TOKENS));
                    assertEquals(1, session.spent(Resource.ROUNDS));
                    // one second and a tenth for each token, side by side
                    assertEquals(3_000_000_000L, session.spent(Resource.LATENCY));
                    // read and written at one operation a token: the prompt once, two ideas
                    assertEquals(140, session.spent(Resource.FLOPS));
                    int first = session.generateFrom(a);
                    session.generateFrom(b);
                    session.generateFrom(b);
                    assertEquals(2, session.spent(Resource.ROUNDS));
                    assertEquals(7_000_000_000L, session.spent(Resource.LATENCY));
                    assertEquals(9, session.spent(Resource.STEPS));
                    assertEquals(130, session.spent(Resource.TOKENS));
                    assertEquals(100 + 3 * 120 + 130, session.spent(Resource.FLOPS));
                    assertEquals(3, session.depth(first));
                    assertEquals(30, session.tokens(first));
                    session.commit(first);
                },
                0,
                0);
    }

    /** A budget that pays for an idea and no candidate, and one that pays for none. */
    @Test
    void budget_inTokens_paysForIdeas() {
        Policy policy = Policy.FLAT.with(new IdeaLaw(2, 1, new CountLaw.Constant(5)));
        TrialRunner runner = new TrialRunner(
                world(policy, new Point(P), 1), new Budgets(Resource.TOKENS, List.of(4.0, 11.0), 64), 11);
        runner.run(
                session -> {
                    assertEquals(0, session.idea());
                    assertEquals(1, session.idea());
                    assertEquals(0, session.generateFrom(0));
                    assertEquals(Session.NONE, session.generateFrom(1));
                    assertEquals(Session.NONE, session.idea());
                    session.commit(0);
                },
                0,
                0);
    }

    @Test
    void idea_inAWorldWithoutIdeas_isRefused() {
        SyntheticWorld without = world(Policy.FLAT, new Point(P), 1);
        assertFalse(without.capabilities().contains(Capability.IDEAS));
        assertEquals("which world.policy.ideas would make of this one", without.lack(Capability.IDEAS));
        assertEquals(
                EnumSet.of(
                        Capability.IDEAS,
                        Capability.STEPS,
                        Capability.GREEDY_STEPS,
                        Capability.ANSWERS,
                        Capability.OUTCOME_VERIFIER),
                world(Policy.FLAT.with(IdeaLaw.FRESH), new Point(P), 1).capabilities());
        TrialRunner runner = new TrialRunner(without, Budgets.generations(1), 11);
        assertThrows(IllegalStateException.class, () -> runner.run(Session::idea, 0, 0));
        TrialRunner able =
                new TrialRunner(world(Policy.FLAT.with(IdeaLaw.FRESH), new Point(P), 1), Budgets.generations(1), 11);
        assertThrows(IllegalArgumentException.class, () -> able.run(session -> session.generateFrom(0), 0, 0));
        assertThrows(IllegalArgumentException.class, () -> able.run(session -> session.ideaClass(-1), 0, 0));
        assertThrows(IllegalArgumentException.class, () -> IdeaLaw.of(0));
        assertThrows(IllegalArgumentException.class, () -> new IdeaLaw(1, 1.5, new CountLaw.Constant(0)));
    }
}
