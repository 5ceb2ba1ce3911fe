package overthink.scenarios.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.experiment.Checkpoint;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.run.Simulator;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.plugins.StrategyCatalog;

/** Rows that are kept are those that would be worked out. */
class ExactRowsTest {

    private static final Execution ALONE = new Execution(1, Duration.ofSeconds(30), Progress.SILENT);

    @TempDir
    Path folder = Path.of("");

    private final StrategyCatalog catalog = StrategyCatalog.load(List.of());

    private Experiment experiment(double auc, double recovery) throws IOException {
        return new ExploreText(new ScenarioReader(catalog), folder)
                .read("""
                        world:
                          problems: {count: 5, accuracy: {beta: {alpha: 1, beta: 2}}}
                          policy: {steps: 2, recovery: %s, wrong-answers: {uniform: {answers: 3}}}
                          verifier: {outcome: {auc: %s}, process: {auc: %s}, price: {input: %s}, tokens-per-call: 9}
                        budgets: {values: [1, 4]}
                        strategies: [single]
                        """.formatted(recovery, auc, auc, auc))
                .scenario()
                .experiment();
    }

    /** Every strategy of the catalogue that runs by its defaults and is exact there. */
    private List<ConfiguredStrategy> exact(Experiment experiment) {
        List<ConfiguredStrategy> exact = new ArrayList<>();
        for (StrategyProvider provider : catalog.all()) {
            try {
                ConfiguredStrategy strategy = ConfiguredStrategy.of(provider, Map.of());
                if (strategy.refusal(experiment.world()).isEmpty()
                        && Simulator.method(experiment.world(), experiment.budgets(), strategy, experiment.method())
                                .equals(Optional.of(Method.EXACT))) {
                    exact.add(strategy);
                }
            } catch (IllegalArgumentException needsParameters) {
                // it has no defaults
            }
        }
        return exact;
    }

    @Tag("slow")
    @Test
    void rows_afterAMoveOfTheVerifiers_areThoseOfTheNewWorld() throws IOException {
        List<ConfiguredStrategy> strategies = exact(experiment(.7, 0));
        Experiment before = ExactRows.with(experiment(.7, 0), strategies);
        Experiment after = ExactRows.with(experiment(.9, 0), strategies);
        ExactRows kept = new ExactRows();
        kept.of(before, ALONE);
        assertEquals(strategies.size(), kept.solved());
        List<Row> rows = kept.of(after, ALONE);
        assertEquals(Simulator.run(after, ALONE).rows(), rows);
        assertNotEquals(Simulator.run(before, ALONE).rows(), rows);
        int again = kept.solved() - strategies.size();
        assertTrue(again > 0 && again < strategies.size(), again + " of " + strategies.size());
    }

    @Tag("slow")
    @Test
    void rows_afterAMoveOfThePolicy_areWorkedOutAnew() throws IOException {
        List<ConfiguredStrategy> strategies = exact(experiment(.7, 0)).subList(0, 2);
        Experiment after = ExactRows.with(experiment(.7, .1), strategies);
        ExactRows kept = new ExactRows();
        kept.of(ExactRows.with(experiment(.7, 0), strategies), ALONE);
        assertEquals(Simulator.run(after, ALONE).rows(), kept.of(after, ALONE));
        assertEquals(4, kept.solved());
        kept.of(after, ALONE);
        assertEquals(4, kept.solved());
    }

    /** What was stopped may be less than all, and is not kept. */
    @Test
    void rows_stopped_areNotKept() throws IOException {
        Experiment one = experiment(.7, 0);
        ExactRows kept = new ExactRows();
        kept.of(one, new Execution(1, Duration.ofSeconds(30), Progress.SILENT, Checkpoint.NONE, () -> true));
        assertEquals(0, kept.solved());
        assertEquals(Simulator.run(one, ALONE).rows(), kept.of(one, ALONE));
        assertEquals(1, kept.solved());
    }
}
