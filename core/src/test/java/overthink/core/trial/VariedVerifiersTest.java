package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import overthink.core.api.Capability;
import overthink.core.api.Session;
import overthink.core.experiment.Budgets;
import overthink.core.law.chain.ByDifficulty;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Levels;
import overthink.core.law.difficulty.Point;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Variation;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.FalseAlarm;
import overthink.core.world.Gathering;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * Verifiers that go by level, difficulty or depth, or whose scores come in few values. Stochastic assertions are on 20,000 candidates,
 * seed 3, each with a chance of a false alarm of 10<sup>−8</sup>, some dozen of them.
 */
class VariedVerifiersTest {

    private static final int MANY = 20_000;
    private static final double ALARM = 1e-8;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private static Verifier verdicts(Variation tpr, Variation fpr) {
        return Verifier.of(0.5, 0.5).withScoring(new Scoring.VariedVerdict(tpr, fpr));
    }

    private static Verifier graded(Variation d, int values) {
        return Verifier.of(1)
                .withScoring(new Scoring.VariedGrade(d, Sensitivity.NO_SPREAD, Scoring.Graded.of(1), values));
    }

    private static double[] scores(SyntheticWorld world, int problem) {
        double[] scores = new double[MANY];
        new TrialRunner(world, Budgets.generations(MANY), 3)
                .run(
                        session -> {
                            for (int left = MANY; left > 0; ) {
                                left -= session.generate(left);
                            }
                            session.verify(0, MANY, scores);
                        },
                        problem,
                        0);
        return scores;
    }

    private static long accepted(double[] scores) {
        return Arrays.stream(scores).filter(score -> score > 0).count();
    }

    /** Two levels of which no candidate is right: each has the rate of its name, whichever the order of the names. */
    @Test
    void rates_byLevel_areThoseOfTheProblemsLevel() {
        Levels law = new Levels(
                List.of(new Levels.Level("first", 0.5, new Point(0)), new Levels.Level("second", 0.5, new Point(0))));
        Variation fpr = new Variation.Level(List.of("second", "first"), List.of(0.4, 0.1));
        SyntheticWorld world = new SyntheticWorld(
                new Problems(law, 2, Gathering.SPREAD),
                Policy.FLAT,
                Verifiers.outcome(verdicts(Variation.of(0.9), fpr)));
        assertTrue(world.capabilities().contains(Capability.BOOLEAN_VERIFIER));
        FalseAlarm.assertProportion("first level", 0.1, accepted(scores(world, 0)), MANY, ALARM);
        FalseAlarm.assertProportion("second level", 0.4, accepted(scores(world, 1)), MANY, ALARM);
        assertThrows(
                AssertionError.class,
                () -> FalseAlarm.assertProportion("the other's", 0.4, accepted(scores(world, 0)), MANY, ALARM));
    }

    @Test
    void levels_thatTheWorldHasNot_areRefused() {
        Verifier verifier = graded(new Variation.Level(List.of("easy"), List.of(1.0)), 0);
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> new SyntheticWorld(
                                new Problems(new Point(0.5), 1), Policy.FLAT, Verifiers.outcome(verifier)))
                .getMessage()
                .contains("problems have none"));
    }

    /** tpr = 0.3 + 0.6·p and fpr = 0.5 − 0.4·p: at p = 1 all are right and 0.9 accepted, at p = 0 none and 0.5. */
    @Test
    void rates_byDifficulty_areThoseOfP() {
        Verifier verifier = verdicts(
                new Variation.Difficulty(new ByDifficulty.Linear(0.3, 0.9)),
                new Variation.Difficulty(new ByDifficulty.Linear(0.5, 0.1)));
        FalseAlarm.assertProportion("p = 1", 0.9, accepted(scores(Worlds.verified(1, verifier), 0)), MANY, ALARM);
        FalseAlarm.assertProportion("p = 0", 0.5, accepted(scores(Worlds.verified(0, verifier), 0)), MANY, ALARM);
        double half = 0.5 * 0.6 + 0.5 * 0.3;
        FalseAlarm.assertProportion("p = 1/2", half, accepted(scores(Worlds.verified(0.5, verifier), 0)), MANY, ALARM);
    }

    @Test
    void rates_thatLeaveTheirRangeSomewhere_areRefused() {
        Variation steep = new Variation.Difficulty(new ByDifficulty.Logit(0.5, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new Scoring.VariedVerdict(steep, Variation.of(0.1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Scoring.VariedVerdict(new Variation.Depth(0.2, 1.2), Variation.of(0.1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> Verifiers.outcome(verdicts(new Variation.Depth(0.2, 0.9), Variation.of(0.1))));
    }

    /** Of right candidates of five steps: after step t of them 0.2 + 0.7·(t − 1)/4 are accepted, grown by steps or whole. */
    @Test
    void rates_byDepth_areLinearFromTheFirstStepToTheLast() {
        Verifier process = verdicts(new Variation.Depth(0.2, 0.9), Variation.of(0.1));
        SyntheticWorld world = new SyntheticWorld(
                new Problems(new Point(1), 1),
                Policy.FLAT.withSteps(5),
                new Verifiers(null, process, null, 0, Tariff.FREE));
        int many = 4000;
        long[] whole = new long[5];
        long[] grown = new long[5];
        new TrialRunner(world, Budgets.generations(2 * many), 3)
                .run(
                        session -> {
                            double[] steps = new double[5];
                            for (int i = 0; i < many; i++) {
                                session.stepScores(session.generate(), steps);
                                for (int t = 0; t < 5; t++) {
                                    whole[t] += steps[t] > 0 ? 1 : 0;
                                }
                            }
                            for (int i = 0; i < many; i++) {
                                int node = Session.NONE;
                                for (int t = 0; t < 5; t++) {
                                    node = session.extend(node);
                                    grown[t] += session.score(node) > 0 ? 1 : 0;
                                }
                            }
                        },
                        0,
                        0);
        for (int t = 0; t < 5; t++) {
            double rate = 0.2 + 0.7 * t / 4;
            FalseAlarm.assertProportion("whole, step " + (t + 1), rate, whole[t], many, ALARM);
            FalseAlarm.assertProportion("grown, step " + (t + 1), rate, grown[t], many, ALARM);
        }
    }

    /**
     * Two values are a Boolean verifier: with d = 1.2 and prior ½ a score is above 0 where x &gt; d/2, so that tpr = Φ(0.6) and
     * fpr = Φ(−0.6).
     */
    @Test
    void levels_two_areABooleanVerifier() {
        for (int p = 0; p <= 1; p++) {
            SyntheticWorld world = Worlds.verified(p, graded(Variation.of(1.2), 2));
            assertTrue(world.capabilities().contains(Capability.BOOLEAN_VERIFIER));
            double[] scores = scores(world, 0);
            assertArrayEquals(
                    new double[] {-Math.log(3), Math.log(3)},
                    Arrays.stream(scores).distinct().sorted().toArray(),
                    1e-15);
            double rate = NORMAL.cumulativeProbability(p == 1 ? 0.6 : -0.6);
            FalseAlarm.assertProportion("accepted", rate, accepted(scores), MANY, ALARM);
        }
    }

    /** Rounding keeps the order: each score of three values is that of the finer one's third. */
    @Test
    void levels_three_tieWhatIsCloseAndKeepTheOrder() {
        double[] fine = scores(Worlds.verified(0.5, Verifier.of(1.5)), 0);
        double[] coarse = scores(Worlds.verified(0.5, graded(Variation.of(1.5), 3)), 0);
        for (int i = 0; i < MANY; i++) {
            double probability = 1 / (1 + Math.exp(-fine[i]));
            double expected = (Math.floor(3 * probability) + 0.5) / 3;
            assertEquals(expected, 1 / (1 + Math.exp(-coarse[i])), 1e-12);
        }
        assertEquals(3, Arrays.stream(coarse).distinct().count());
    }
}
