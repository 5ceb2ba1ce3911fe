package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.document.ScenarioSummary;

class ScenariosCommandTest {

    /** The module's folder holds the shipped scenarios. */
    private static final Path SHIPPED =
            Path.of(System.getProperty("basedir", ".")).toAbsolutePath();

    @TempDir
    private Path temp;

    @Test
    void index_shippedScenarios_isTheirReadme() throws IOException {
        assertEquals(
                Files.readString(SHIPPED.resolve("README.md")),
                Ran.command("scenarios", "--index", SHIPPED.toString())
                        .assertDone()
                        .out(),
                "./overthink scenarios --index > scenarios/README.md makes it anew");
    }

    @Test
    void all_shippedScenarios_askAndSayWhatToLookFor() throws IOException {
        List<ScenarioSummary> summaries = ScenarioSummary.all(SHIPPED);
        assertFalse(summaries.isEmpty());
        assertAll(summaries.stream().map(summary -> () -> {
            assertFalse(summary.question().isEmpty(), summary.file());
            assertFalse(summary.look().isEmpty(), summary.file());
        }));
    }

    @Test
    void list_directory_namesFilesAndQuestions() throws IOException {
        Files.writeString(temp.resolve("b.yaml"), "# How far? Look at 8.\nname: b\n");
        Files.writeString(temp.resolve("longer.yaml"), "name: c\n");
        Files.writeString(temp.resolve("data.csv"), "# no scenario\n");
        assertEquals(
                "b.yaml       How far?\nlonger.yaml\n",
                Ran.command("scenarios", temp.toString()).assertDone().out().replaceAll(" +\n", "\n"));
    }

    @Test
    void index_barInAComment_staysInItsCell() throws IOException {
        Files.writeString(temp.resolve("b.yaml"), "# Is |x| small? Look at x.\n");
        String page = Ran.command("scenarios", "--index", temp.toString())
                .assertDone()
                .out();
        assertTrue(page.endsWith("| [b](b.yaml) | Is \\|x\\| small? | Look at x. |  |\n"), page);
    }

    @Test
    void scenarios_noSuchDirectory_isRefusedByName() {
        Ran.command("scenarios", temp.resolve("none").toString()).assertRefused("none", "there is no directory");
    }

    @Test
    void scenarios_directoryWithoutAny_isRefusedByName() throws IOException {
        Files.writeString(temp.resolve("data.csv"), "# no scenario\n");
        Ran.command("scenarios", temp.toString()).assertRefused(temp.toString(), "there is no scenario file");
    }

    @Test
    void run_emptyNameOfAFile_isRefusedAsOne() {
        Ran.command("run", "").assertRefused("FILE: a scenario file has a name");
    }
}
