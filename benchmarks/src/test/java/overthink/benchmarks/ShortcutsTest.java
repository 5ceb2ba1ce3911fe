package overthink.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.experiment.MethodChoice;
import overthink.core.experiment.TrialPlan;

class ShortcutsTest {

    private static final double[] PROBLEMS = {0.02, 0.1, 0.3, 0.35, 0.5, 0.9};
    private static final int TRIALS = 4000;
    private static final int N = 64;

    /** v = (0.09 + 0.25)/2 = 0.17; n = 0.17/(2 · 0.01²) = 850; √(0.17/(2 · 850)) = 0.01. */
    @Test
    void trialsNeeded_twoProblems_areVarianceOverProblemsTimesSquaredError() {
        TrialsNeeded needed = new TrialsNeeded(0.17, 2);
        assertEquals(850, needed.perProblem(0.01), 1);
        assertEquals(0.01, needed.error(850), 1e-12);
        assertEquals(needed.perProblem(0.01) * 2 * 3e-6, needed.seconds(0.01, 3e-6), 1e-12);
        assertEquals(1, new TrialsNeeded(0, 2).perProblem(0.01));
    }

    /** The row's means give what the problems one by one give; for single that is the mean of p(1 − p). */
    @ParameterizedTest
    @ValueSource(strings = {"single", "best-of-n", "majority-vote"})
    void trialsNeeded_exactRow_haveTheMeanOfVariancesWithinProblems(String strategy) {
        TimedShortcut shortcut = Shortcuts.reaching(strategy, MethodChoice.EXACT, 0.001);
        double sum = 0;
        for (double p : PROBLEMS) {
            double a = shortcut.row(PeerWorld.listed(new double[] {p}), N, 1).accuracy();
            sum += a * (1 - a);
        }
        TrialsNeeded needed = TrialsNeeded.of(shortcut.row(PeerWorld.listed(PROBLEMS), N, 1));
        assertEquals(sum / PROBLEMS.length, needed.within(), 1e-9);
        assertEquals(PROBLEMS.length, needed.problems());
    }

    @Test
    void trialsNeeded_rowOfTrials_isRefused() {
        Row row = TimedShortcut.of("best-of-n", Map.of(), MethodChoice.SIMULATED, new TrialPlan.Count(2))
                .row(PeerWorld.listed(PROBLEMS), N, 1);
        assertThrows(IllegalArgumentException.class, () -> TrialsNeeded.of(row));
    }

    /**
     * What is timed has the law of the plain trials that NumPy makes: with seed 1, 6 problems and {@value #TRIALS} trials on
     * each, accuracies are within 5 standard errors (a correct program fails with chance 6e-7 a comparison, 3e-6 in all; the
     * seed is fixed). Trials with an eighth of the budget are told apart.
     */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "best-of-n, AUTO, EXACT",
        "best-of-n, AGGREGATED, AGGREGATED",
        "majority-vote, AUTO, EXACT",
        "majority-vote, AGGREGATED, AGGREGATED"
    })
    void shortcut_sameProblems_hasTheAccuracyOfPlainTrials(String strategy, MethodChoice choice, Method method) {
        var world = PeerWorld.listed(PROBLEMS);
        TimedShortcut plain = TimedShortcut.of(strategy, Map.of(), MethodChoice.SIMULATED, new TrialPlan.Count(TRIALS));
        Row trials = plain.row(world, N, 1);
        Row row = Shortcuts.reaching(strategy, choice, 0.001).row(world, N, 1);
        assertEquals(method, row.method());
        assertTrue(row.stdError() <= 0.001, () -> "standard error " + row.stdError());
        double error = TrialsNeeded.of(
                        Shortcuts.reaching(strategy, MethodChoice.EXACT, 0.001).row(world, N, 1))
                .error(TRIALS);
        assertEquals(error, trials.stdError(), 0.1 * error);
        assertEquals(0, Shortcuts.apart(row, trials.accuracy(), error), 5);
        Row fewer = plain.row(world, N / 8, 1);
        assertTrue(Math.abs(Shortcuts.apart(row, fewer.accuracy(), fewer.stdError())) > 5);
    }

    @Tag("slow")
    @Test
    void flat_auto_takesAShortcutWhoseRowIsOfItsBudget() {
        Shortcuts.flat().forEach((name, flat) -> {
            Row row = flat.shortcut().row(flat.world(), 1L << 10, 1);
            boolean aggregated = name.startsWith("weighted-vote");
            assertEquals(aggregated ? Method.AGGREGATED : Method.EXACT, row.method(), name);
            assertEquals(name.equals("single") ? 1 : 1 << 10, row.cost().generations(), 1e-9, name);
        });
    }

    @Test
    void middle_anyOrder_isTheMedian() {
        assertEquals(2, Middle.of(9, 1, 2));
        assertEquals(2.5, Middle.of(9, 3, 2, 1));
    }
}
