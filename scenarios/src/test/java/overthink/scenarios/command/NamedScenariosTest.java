package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Scenarios by name and from standard input. */
@Isolated("system properties and standard input are the process's")
class NamedScenariosTest {

    private static final String FOLDER = "overthink.scenarios";

    @TempDir
    private Path temp;

    private final InputStream in = System.in;

    @BeforeEach
    void ship() throws IOException {
        System.setProperty(FOLDER, temp.toString());
        Scenarios.write(temp, "one", "single, best-of-n");
    }

    @AfterEach
    void restore() {
        System.clearProperty(FOLDER);
        System.setIn(in);
    }

    @Test
    void run_name_isTheProjectsScenario() {
        assertTrue(Ran.command("run", "one").assertDone().out().startsWith("one (seed 42)\n"));
        Ran.command("validate", "ome")
                .assertRefused("ome: there is no such file, and no scenario of the project has this name. Maybe: one.");
        Ran.command("run", "nothing-like-it")
                .assertRefused("nothing-like-it: there is no such file", "overthink scenarios");
    }

    @Test
    void scenarios_withoutADirectoryHere_listsTheProjects() throws IOException {
        Files.writeString(temp.resolve("two.yaml"), "# What for? Look at 8.\nname: two\n");
        assertTrue(Ran.command("scenarios").assertDone().out().contains("two.yaml  What for?\n"));
    }

    /** It is read once, is called stdin unless it has a name, and its mistakes have lines. */
    @Test
    void run_dash_readsStandardInput() throws IOException {
        String text = Files.readString(temp.resolve("one.yaml"));
        feed(text.replace("name: one\n", ""));
        assertTrue(Ran.command("run", "-").assertDone().out().startsWith("stdin (seed 42)\n"));
        feed(text.replace("seed: 42", "sed: 42"));
        Ran.command("run", "-").assertRefused("standard input:2: sed");
        feed("");
        Ran.command("run", "-").assertRefused("standard input");
        assertEquals(0, System.in.read() + 1);
    }

    private static void feed(String text) {
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
