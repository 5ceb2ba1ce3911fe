package overthink.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.core.exact.selection.WithinProblemAuc;
import overthink.core.experiment.Budgets;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.Silence;
import overthink.core.law.answer.Zipf;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.difficulty.Point;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Prior;
import overthink.core.law.verifier.ScoreTable;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.Model;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.FalseAlarm;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * Laws that recordings ask for: candidates without an answer, d that spreads over problems, noise that right and wrong ones
 * share otherwise, tabulated scores. Seeds fixed; each proportion has a false alarm of 10⁻⁸, the class below 10⁻⁶.
 */
class RecordedLawsTest {

    private static final double FALSE_ALARM = 1e-8;
    private static final int PROBLEMS = 20_000;

    private static SyntheticWorld silent(AnswerLaw answers, Silence silence, int problems) {
        return new SyntheticWorld(
                new Problems(new Point(0.25), problems),
                Policy.FLAT.with(answers).with(silence),
                Verifiers.NONE);
    }

    @Test
    void silence_shareOfWrongCandidates_isAsStated() {
        for (AnswerLaw answers : new AnswerLaw[] {new Distinct(), new Zipf(5, 1)}) {
            TrialRunner runner =
                    new TrialRunner(silent(answers, new Silence.Share(0.3), 1), Budgets.generations(4000), 1);
            runner.runSilently(
                    session -> {
                        session.generate(4000);
                        int silent = 0;
                        for (int i = 0; i < 4000; i++) {
                            silent += session.answered(i) ? 0 : 1;
                        }
                        assertFalse(session.allAnswer());
                        // wrong with probability 3/4
                        FalseAlarm.assertProportion("without an answer", 0.75 * 0.3, silent, 4000, FALSE_ALARM);
                    },
                    0,
                    0);
        }
    }

    @Test
    void silence_candidatesOneByOneAndTogether_areTheSame() {
        SyntheticWorld world = silent(new Zipf(5, 1), new Silence.Share(0.3), 1);
        int[] together = new int[100];
        boolean[] answered = new boolean[100];
        int[] alone = new int[100];
        TrialRunner runner = new TrialRunner(world, Budgets.generations(100), 1);
        runner.runSilently(
                session -> {
                    session.generate(100);
                    session.answers(0, 100, together);
                    for (int i = 0; i < 100; i++) {
                        answered[i] = session.answered(i);
                    }
                },
                0,
                0);
        runner.runSilently(
                session -> {
                    for (int i = 0; i < 100; i++) {
                        session.generate();
                        alone[i] = session.answer(i);
                        assertEquals(answered[i], session.answered(i));
                    }
                },
                0,
                0);
        for (int i = 0; i < 100; i++) {
            assertEquals(together[i], alone[i]);
            for (int j = 0; j < i && !answered[i]; j++) {
                assertTrue(together[j] != together[i], "who gives no answer agrees with nobody");
            }
        }
    }

    @Tag("slow")
    @Test
    void silence_betaOverProblems_hasItsMeanAndClusters() {
        Silence law = new Silence.OverProblems(new Beta(0.5, 1.5));
        TrialRunner runner = new TrialRunner(silent(new Distinct(), law, PROBLEMS), Budgets.generations(2), 1);
        long[] silent = new long[2];
        for (int problem = 0; problem < PROBLEMS; problem++) {
            runner.runSilently(
                    session -> {
                        session.generate(2);
                        silent[0] += session.answered(0) ? 0 : 1;
                        silent[1] += session.answered(0) || session.answered(1) ? 0 : 1;
                    },
                    problem,
                    0);
        }
        // P(silent) = ¾·E μ, P(both silent) = (¾)²·E μ² = (¾)²·.5·1.5/(2·3)
        FalseAlarm.assertProportion("one", 0.75 * 0.25, silent[0], PROBLEMS, FALSE_ALARM);
        FalseAlarm.assertProportion("both", 0.5625 * 0.125, silent[1], PROBLEMS, FALSE_ALARM);
    }

    private static Verifier graded(Sensitivity sensitivity) {
        return new Verifier(
                new Scoring.Graded(sensitivity, Prior.HALF, 1, 0),
                NoiseShares.CANDIDATE,
                new NoiseLaw.Gaussian(),
                0,
                Hack.NONE);
    }

    /** Verifiers by number. */
    private static Verifier verifier(int number) {
        Sensitivity constant = Sensitivity.of(1);
        Scoring tables = new Scoring.Tabulated(new ScoreTable(-1, 0, 0, 2, 2, 3), new ScoreTable(-2, -1, 0, 0, 2));
        return switch (number) {
            case 0 -> graded(constant.with(new Sensitivity.Spread.Normal(0.8)));
            case 1 -> graded(Sensitivity.of(0.3).with(new Sensitivity.Spread.LogNormal(1)));
            case 2 -> graded(new Sensitivity(new Sensitivity.Trend.Logit(1, 0.4), Sensitivity.NO_SPREAD));
            case 3 -> Verifier.of(1).withGood(new NoiseShares(0.6, 0.1, 0.1, 0.2));
            case 4 ->
                Verifier.of(1).with(new NoiseShares(0.5, 0.2, 0.1, 0.2)).withGood(new NoiseShares(0.3, 0, 0.7, 0));
            case 5 -> new Verifier(tables, NoiseShares.CANDIDATE, new NoiseLaw.Gaussian(), 0, Hack.NONE);
            default ->
                new Verifier(
                        tables,
                        new NoiseShares(0.5, 0.3, 0.2, 0),
                        new NoiseShares(0.3, 0.5, 0.1, 0.1),
                        new NoiseLaw.Gaussian(),
                        0,
                        Hack.NONE);
        };
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void pairsWithinProblems_ofEveryLaw_haveTheAreaOfTheFormula(int number) {
        Verifier verifier = verifier(number);
        double expected = new WithinProblemAuc(verifier, 1).at(0.4);
        double area = simulatedArea(verifier);
        // at most ½ is the deviation of one comparison: 6 standard errors, a false alarm of 2e-9
        double tolerance = 6 * 0.5 / Math.sqrt(PROBLEMS * 0.99);
        assertEquals(expected, area, tolerance);
        if (number == 3) {
            return; // a problem's noise that right ones alone have, and that of candidates, add up to the same area
        }
        // planted: the law without what is new in it
        Verifier plain = verifier.scoring() instanceof Scoring.Tabulated tables
                ? new Verifier(
                        new Scoring.Tabulated(tables.bad(), tables.good()),
                        NoiseShares.CANDIDATE,
                        new NoiseLaw.Gaussian(),
                        0,
                        Hack.NONE)
                : Verifier.of(number == 1 ? 0.3 : 1);
        assertTrue(Math.abs(new WithinProblemAuc(plain, 1).at(0.4) - area) > tolerance);
    }

    /** How often a problem's first right candidate scores above its first wrong one. */
    private static double simulatedArea(Verifier verifier) {
        SyntheticWorld world =
                new SyntheticWorld(new Problems(new Point(0.4), PROBLEMS), Policy.FLAT, Verifiers.outcome(verifier));
        Model model = world.draw(1).model();
        double sum = 0;
        int pairs = 0;
        boolean[] right = new boolean[16];
        for (int problem = 0; problem < PROBLEMS; problem++) {
            model.turnTo(problem);
            model.begin(0);
            model.addWholes(16, 16);
            for (int i = 0; i < 16; i++) {
                right[i] = model.worth(i) == Model.RIGHT;
            }
            int firstRight = first(right, true);
            int firstWrong = first(right, false);
            if (firstRight >= 0 && firstWrong >= 0) {
                double difference = model.outcome(firstRight) - model.outcome(firstWrong);
                sum += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
                pairs++;
            }
        }
        return sum / pairs;
    }

    private static int first(boolean[] right, boolean sought) {
        for (int i = 0; i < right.length; i++) {
            if (right[i] == sought) {
                return i;
            }
        }
        return -1;
    }

    @Tag("slow")
    @Test
    void tabulatedScores_haveTheFrequenciesOfTheirTables() {
        Verifier verifier = verifier(6);
        long[] twos = new long[2];
        for (int right = 0; right < 2; right++) {
            int which = right;
            SyntheticWorld world = new SyntheticWorld(
                    new Problems(new Point(right), PROBLEMS), Policy.FLAT, Verifiers.outcome(verifier));
            TrialRunner runner = new TrialRunner(world, Budgets.generations(1), 1);
            for (int problem = 0; problem < PROBLEMS; problem++) {
                runner.runSilently(
                        session -> twos[which] += session.verify(session.generate()) == 2 ? 1 : 0, problem, 0);
            }
        }
        FalseAlarm.assertProportion("2 among wrong ones", 0.2, twos[0], PROBLEMS, FALSE_ALARM);
        FalseAlarm.assertProportion("2 among right ones", 1.0 / 3, twos[1], PROBLEMS, FALSE_ALARM);
    }

    @Test
    void laws_outOfRange_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Silence.Share(1.1));
        assertThrows(IllegalArgumentException.class, () -> new Sensitivity.Spread.Normal(-1));
        assertThrows(IllegalArgumentException.class, () -> new Sensitivity.Trend.Logit(1, 11));
        assertThrows(IllegalArgumentException.class, () -> new ScoreTable());
        assertThrows(IllegalArgumentException.class, () -> new ScoreTable(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> verifier(5).with(new Hack(0.1, 1)));
        assertEquals(
                100, Sensitivity.of(90).with(new Sensitivity.Spread.Normal(10)).at(0.5, 5));
    }
}
