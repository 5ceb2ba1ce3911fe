package overthink.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import overthink.core.api.Strategy;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.model.SyntheticWorld;
import overthink.core.run.ExperimentRun;
import overthink.core.trial.TrialRunner;
import overthink.core.trial.TrialRunner.Grade;
import overthink.core.trial.TrialRunner.Outcome;

class CourseTest {

    private static final int PROBLEMS = 10;
    private static final int TRIALS = 5;

    static Stream<String> strategies() {
        return Roster.playable(PeerWorld.drawn(1)).stream().map(ConfiguredStrategy::name);
    }

    /** What is timed is what a user gets: the sums of a course's trials are the engine's, to the last trial. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("strategies")
    void trials_sameSeed_sumToTheEnginesRow(String name) {
        ConfiguredStrategy configured = Roster.named(name, Map.of());
        SyntheticWorld world = PeerWorld.drawn(PROBLEMS);
        for (int n : new int[] {1, 8, 33}) {
            Row row = ExperimentRun.simulate(
                            new Experiment(
                                    world,
                                    Budgets.generations(n),
                                    List.of(configured),
                                    new TrialPlan.Count(TRIALS),
                                    new BinPlan.None(),
                                    Course.SEED),
                            2,
                            Progress.SILENT)
                    .rows()
                    .get(0);
            TrialRunner runner = new TrialRunner(world, Budgets.generations(n), Course.SEED);
            Strategy strategy = configured.provider().create(configured.parameters());
            int correct = 0;
            long steps = 0;
            for (int problem = 0; problem < PROBLEMS; problem++) {
                for (int trial = 0; trial < TRIALS; trial++) {
                    Outcome outcome = runner.run(strategy, problem, trial).get(0);
                    correct += outcome.grade() == Grade.CORRECT ? 1 : 0;
                    steps += outcome.spent()[overthink.core.api.Resource.STEPS.ordinal()];
                }
            }
            assertEquals(row.accuracy() * PROBLEMS * TRIALS, correct, 1e-9, name + " at " + n);
            assertEquals(row.cost().steps() * PROBLEMS * TRIALS, steps, 1e-6, name + " at " + n);
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "single, 64, 1, 1",
        "best-of-n, 1, 1, 1",
        "best-of-n, 64, 64, 64",
        "majority-vote, 256, 256, 256",
        "weighted-vote, 4096, 4096, 4096",
        "beam-search, 64, 64, 512",
        "particle-filter, 4, 4, 32"
    })
    void draws_fixedBudget_areAllItsCandidatesOrSteps(String name, int n, double generations, double draws) {
        Course course = new Course(Roster.named(name, Map.of()), n);
        assertEquals(generations, course.generationsPerTrial());
        assertEquals(draws, course.drawsPerTrial());
    }

    @Test
    void blocks_largerBudgets_haveFewerTrials() {
        ConfiguredStrategy configured = Roster.named("best-of-n", Map.of());
        assertEquals(256, new Course(configured, 1).trials());
        assertEquals(256, new Course(configured, 64).trials());
        assertEquals(64, new Course(configured, 256).trials());
        assertEquals(4, new Course(configured, 4096).trials());
    }

    @Test
    void named_unknown_listsWhatThereIs() {
        var thrown = assertThrows(IllegalArgumentException.class, () -> Roster.named("best-of-m", Map.of()));
        assertTrue(String.valueOf(thrown.getMessage()).contains("best-of-n"), thrown::getMessage);
    }
}
