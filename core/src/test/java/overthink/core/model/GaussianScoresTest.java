package overthink.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.LogOdds;
import overthink.core.api.Resource;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.Zipf;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Point;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;
import overthink.core.trial.TrialRunner;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/** Scores of many nodes at once are those of single nodes, to the last bit. */
class GaussianScoresTest {

    private static final int COUNT = 150;
    private static final int STEPS = 5;

    private static final List<Verifier> OUTCOME = List.of(
            Verifier.of(1.2),
            Verifier.of(1.2).with(new NoiseShares(0.2, 0, 0.8, 0)),
            Verifier.of(1.2).with(new NoiseShares(0.2, 0.3, 0.5, 0)),
            Verifier.of(1.2).with(new NoiseShares(0.5, 0.5, 0, 0)),
            Verifier.of(1.2).with(new NoiseShares(1, 0, 0, 0)),
            Verifier.of(1.2).with(new Hack(0.4, 2)));

    private static final List<AnswerLaw> ANSWERS = List.of(new Zipf(6, 1.1), new Distinct(), new PitmanYor(0.3, 1));

    private static SyntheticWorld world(Verifier outcome, Verifier process, AnswerLaw answers) {
        return new SyntheticWorld(
                new Problems(new Point(0.4), 2),
                Policy.FLAT.with(answers).withSteps(STEPS),
                new Verifiers(outcome, process, null, 0, Tariff.FREE));
    }

    private static void run(SyntheticWorld world, Strategy strategy) {
        new TrialRunner(world, Budgets.generations(2L * COUNT), 7).run(strategy, 1, 3);
    }

    @Tag("slow")
    @Test
    void outcome_candidatesDrawnAhead_haveTheScoresOfASingleNode() {
        for (AnswerLaw answers : ANSWERS) {
            for (Verifier verifier : OUTCOME) {
                SyntheticWorld world = world(verifier, Verifier.of(1), answers);
                double[] together = new double[COUNT];
                run(world, session -> {
                    assertEquals(COUNT, session.generate(COUNT));
                    session.verify(0, COUNT, together);
                });
                double[] single = new double[COUNT];
                run(world, session -> {
                    session.generate(COUNT);
                    // from the first step on nodes are looked at one by one
                    session.extend(Session.NONE);
                    for (int candidate = 0; candidate < COUNT; candidate++) {
                        single[candidate] = session.verify(candidate);
                    }
                });
                assertArrayEquals(single, together, 0, verifier + " and " + answers);
                double[] portions = new double[COUNT];
                run(world, session -> {
                    for (int width : new int[] {1, 1, 2, 4, 8, 16, 32, 86}) {
                        session.generate(width);
                        double[] scores = new double[width];
                        session.verify(session.size() - width, session.size(), scores);
                        System.arraycopy(scores, 0, portions, session.size() - width, width);
                    }
                });
                assertArrayEquals(single, portions, 0, verifier + " and " + answers + " in portions");
            }
        }
    }

    @Test
    void probabilities_ofAnyCandidates_areThoseOfTheirScores() {
        // d = 30 has scores far beyond those that are told apart
        for (Verifier verifier :
                List.of(OUTCOME.get(0), OUTCOME.get(2), OUTCOME.get(5), Verifier.of(30), Verifier.of(0.9, 0.2))) {
            SyntheticWorld world = world(verifier, Verifier.of(1), ANSWERS.get(0));
            double[] expected = new double[COUNT];
            run(world, session -> {
                session.generate(COUNT);
                session.verify(0, COUNT, expected);
                LogOdds.probabilities(expected, COUNT);
            });
            double[] probabilities = new double[COUNT];
            run(world, session -> {
                for (int width : new int[] {1, 1, 2, 4, 8, 16, 32, 86}) {
                    session.generate(width);
                    double[] portion = new double[width];
                    session.probabilities(session.size() - width, session.size(), portion);
                    System.arraycopy(portion, 0, probabilities, session.size() - width, width);
                }
            });
            assertArrayEquals(expected, probabilities, 0, verifier.toString());
            double[] scores = new double[COUNT];
            run(world, session -> {
                for (int width : new int[] {1, 1, 2, 4, 8, 16, 32, 86}) {
                    int from = session.size();
                    session.generate(width);
                    double[] score = new double[width];
                    double[] portion = new double[width];
                    session.probabilities(from, from + width, portion, score);
                    System.arraycopy(score, 0, scores, from, width);
                    System.arraycopy(portion, 0, probabilities, from, width);
                    assertEquals(from + width, session.spent(Resource.VERIFIER_CALLS));
                }
            });
            assertArrayEquals(expected, probabilities, 0, verifier.toString());
            LogOdds.probabilities(scores, COUNT);
            assertArrayEquals(expected, scores, 0, verifier.toString());
        }
    }

    @Test
    void probabilities_withScores_callsDiffer_areThoseOfTheScoresGiven() {
        Verifier noisy = Verifier.of(1.2).with(new NoiseShares(0, 0, 0.5, 0.5));
        double[] scores = new double[COUNT];
        double[] probabilities = new double[COUNT];
        run(world(noisy, Verifier.of(1), ANSWERS.get(0)), session -> {
            session.generate(COUNT);
            session.probabilities(0, COUNT, probabilities, scores);
        });
        LogOdds.probabilities(scores, COUNT);
        assertArrayEquals(scores, probabilities, 0);
    }

    @Test
    void probabilities_withScores_notPaid_areNotThere() {
        double[] scores = new double[4];
        double[] probabilities = new double[4];
        Budgets three = new Budgets(Resource.VERIFIER_CALLS, List.of(3.0));
        new TrialRunner(world(OUTCOME.get(0), Verifier.of(1), ANSWERS.get(0)), three, 7)
                .run(
                        session -> {
                            session.generate(4);
                            session.probabilities(0, 4, probabilities, scores);
                        },
                        1,
                        3);
        assertTrue(Double.isNaN(scores[3]) && Double.isNaN(probabilities[3]));
        LogOdds.probabilities(scores, 4);
        assertArrayEquals(scores, probabilities, 0);
        assertFalse(Double.isNaN(scores[2]));
    }

    @Test
    void outcome_plantedWithoutTheAnswersNoise_isToldApart() {
        double[] shared = new double[COUNT];
        run(world(OUTCOME.get(2), Verifier.of(1), ANSWERS.get(0)), session -> {
            session.generate(COUNT);
            session.verify(0, COUNT, shared);
        });
        double[] planted = new double[COUNT];
        Verifier without = Verifier.of(1.2).with(new NoiseShares(0.5, 0, 0.5, 0));
        run(world(without, Verifier.of(1), ANSWERS.get(0)), session -> {
            session.generate(COUNT);
            session.verify(0, COUNT, planted);
        });
        assertFalse(Arrays.equals(shared, planted));
    }

    @Test
    void process_batchesOfSteps_haveTheScoresOfSingleNodes() {
        for (double persistence : new double[] {0, 0.5, 1}) {
            for (NoiseShares shares : List.of(NoiseShares.CANDIDATE, new NoiseShares(0.3, 0, 0.7, 0))) {
                Verifier process = Verifier.of(1).with(shares).withPersistence(persistence);
                SyntheticWorld world = world(Verifier.of(1), process, ANSWERS.get(0));
                double[] together = new double[COUNT * STEPS];
                run(world, session -> grow(session, together, COUNT));
                double[] few = new double[COUNT * STEPS];
                run(world, session -> grow(session, few, 3));
                double[] single = new double[COUNT * STEPS];
                run(world, session -> grow(session, single, 1));
                assertArrayEquals(single, together, 0, process.toString());
                assertArrayEquals(single, few, 0, process + " in portions");
            }
        }
    }

    @Test
    void process_nodesWhoseParentsWereNotScored_haveTheScoresOfSingleNodes() {
        Verifier process = Verifier.of(1).withPersistence(0.8);
        SyntheticWorld world = world(Verifier.of(1), process, ANSWERS.get(0));
        double[] together = new double[COUNT];
        run(world, session -> {
            growUnscored(session);
            session.score(session.size() - COUNT, session.size(), together);
        });
        double[] single = new double[COUNT];
        run(world, session -> {
            growUnscored(session);
            for (int i = 0; i < COUNT; i++) {
                single[i] = session.score(session.size() - COUNT + i);
            }
        });
        assertArrayEquals(single, together);
        assertTrue(Arrays.stream(single).distinct().count() > COUNT / 2);
    }

    /** Two solutions of three in turn are extended by a step, with siblings, and scored after each, so many together. */
    private static void grow(Session session, double[] into, int together) {
        int[] parents = new int[COUNT];
        Arrays.fill(parents, Session.NONE);
        for (int t = 0; t < STEPS; t++) {
            session.extend(parents, COUNT);
            int first = session.size() - COUNT;
            double[] scores = new double[COUNT];
            for (int i = 0; i < COUNT; i += together) {
                if (together == 1) {
                    scores[0] = session.score(first + i);
                } else {
                    session.score(first + i, first + i + together, scores);
                }
                System.arraycopy(scores, 0, into, t * COUNT + i, together);
            }
            for (int i = 0; i < COUNT; i++) {
                parents[i] = first + i / 3 * 3 + i % 3 % 2;
            }
        }
    }

    private static void growUnscored(Session session) {
        int[] parents = new int[COUNT];
        Arrays.fill(parents, Session.NONE);
        for (int t = 0; t < 3; t++) {
            session.extend(parents, COUNT);
            for (int i = 0; i < COUNT; i++) {
                parents[i] = session.size() - COUNT + i;
            }
        }
    }
}
