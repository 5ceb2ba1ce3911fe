package overthink.scenarios.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.files.JsonValues;
import overthink.scenarios.plugins.StrategyCatalog;
import overthink.scenarios.report.LiveRun;

class ExploreRunTest {

    private static final String TEXT = """
            name: explored
            world:
              problems: {count: %d, accuracy: {beta: {alpha: 1, beta: 2}}}
              verifier: {outcome: {auc: 0.8}}
            budgets: {values: [1, 8]}
            strategies: [best-of-n%s]
            trials: {count: 4}
            """;

    @TempDir
    Path folder = Path.of("");

    private List<String> stages(int problems, String more) throws IOException {
        ExploreText texts = new ExploreText(new ScenarioReader(StrategyCatalog.load(List.of())), folder);
        Scenario scenario = texts.read(TEXT.formatted(problems, more)).scenario();
        List<String> stages = new ArrayList<>();
        ExploreRun run = new ExploreRun(scenario, new ExactRows(), 1, () -> false);
        ExploreRun.Listener listener = (json, standing, trials, last) -> {
            String text = JsonValues.of(json).toString();
            assertTrue(text.contains("problems=" + (standing > 0 ? standing : problems)), text);
            assertTrue(LiveRun.of(json).pictures(List.of(), "", false).contains("<svg"));
            stages.add("%d standing, %d trials%s".formatted(standing, trials, last ? ", last" : ""));
        };
        run.exact(listener);
        run.played(listener);
        return stages;
    }

    @Test
    void run_ofManyProblems_beginsWithFew() throws IOException {
        assertEquals(List.of("40 standing, 0 trials", "0 standing, 0 trials, last"), stages(500, ""));
        assertEquals(List.of("0 standing, 0 trials, last"), stages(100, ""));
    }

    @Test
    void run_ofExactAndSimulated_fillsIn() throws IOException {
        assertEquals(
                List.of("0 standing, 0 trials", "0 standing, 2 trials", "0 standing, 4 trials, last"),
                stages(10, ", weighted-vote"));
    }
}
