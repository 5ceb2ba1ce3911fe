package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.plugins.PluginJar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Strategies of outside jars, good and bad. */
class PluginsTest {

    private static final String PLURALITY = """
            import java.util.Arrays;
            import overthink.core.api.*;
            public final class Plurality implements StrategyProvider {
                public String name() { return "plurality"; }
                public String summary() { return "The answer that most candidates give, the first of equals."; }
                public boolean anytime(Parameters parameters) { return true; }
                public Strategy create(Parameters parameters) {
                    return session -> {
                        int[] votes = new int[16];
                        int[] first = new int[16];
                        int best = -1;
                        for (int c = session.generate(); c != Session.NONE; c = session.generate()) {
                            int answer = session.answer(c);
                            if (answer >= votes.length) {
                                votes = Arrays.copyOf(votes, 2 * answer);
                                first = Arrays.copyOf(first, 2 * answer);
                            }
                            if (votes[answer]++ == 0) { first[answer] = c; }
                            if (best < 0 || votes[answer] > votes[best]
                                    || votes[answer] == votes[best] && answer < best) { best = answer; }
                            session.commit(first[best]);
                        }
                    };
                }
            }
            """;

    @TempDir
    private Path temp;

    @Test
    void plugin_compiledAgainstTheApiAlone_runsLikeTheApplicationsOwn() throws IOException {
        Path plugins = temp.resolve("plugins");
        Path jar = new PluginJar()
                .source("Plurality", PLURALITY)
                .provider("plug.Plurality")
                .resource("plug/plurality.md", "# Plurality\n\nCost: none but the candidates.\n")
                .build(plugins, "plurality.jar");
        String list = Ran.command("strategies", "--plugins", plugins.toString())
                .assertDone()
                .out();
        assertTrue(list.contains("\nplurality "), list);
        String page = Ran.command("strategies", "--plugins", plugins.toString(), "plurality")
                .assertDone()
                .out();
        assertTrue(page.contains("Cost: none but the candidates."), page);
        assertTrue(page.replaceAll("\\s+", " ").contains("From " + jar), page);

        String file = Scenarios.write(temp, "votes", "majority-vote, plurality");
        JsonNode rows = rows(
                Ran.command("run", "--format", "json", "--method", "simulated", "--plugins", plugins.toString(), file)
                        .assertDone());
        assertEquals(6, rows.size());
        for (int budget = 0; budget < 3; budget++) {
            assertEquals(
                    rows.get(budget).get("accuracy"),
                    rows.get(budget + 3).get("accuracy"),
                    "the same votes are counted");
        }
        Ran.command("run", file).assertRefused("plurality");
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            throws   | threw     | session.generate(); throw new IllegalStateException("not my day");
            overflow | threw     | run(session);
            loops    | looped    | while (true) { session.size(); }
            greedy   | overspent | while (true) { session.generate(); }
            asks     | overspent | while (true) { session.generate(8); }
            invents  | threw     | session.commit(17);
            """)
    @Timeout(120)
    void plugin_thatMisbehaves_isStoppedAndNamedAndTheOthersDeliver(String name, String kind, String body)
            throws IOException {
        Path plugins = temp.resolve("plugins");
        new PluginJar()
                .source("Faulty", """
                        import overthink.core.api.*;
                        public final class Faulty implements StrategyProvider, Strategy {
                            public String name() { return "%s"; }
                            public String summary() { return "Misbehaves."; }
                            public Strategy create(Parameters parameters) { return this; }
                            public void run(Session session) { %s }
                        }
                        """.formatted(name, body))
                .provider("plug.Faulty")
                .build(plugins, "faulty.jar");
        String file = Scenarios.write(temp, "mixed", "single, %s, best-of-n".formatted(name));
        Path out = temp.resolve("results");
        Ran ran =
                Ran.command("run", "--format", "json", "--plugins", plugins.toString(), "--out", out.toString(), file);
        ran.assertFailed(ExitCode.FAILED, "mixed: strategy " + name + " was stopped: it ");
        JsonNode rows = rows(ran);
        assertEquals(
                List.of("single", "single", "single", "best-of-n", "best-of-n", "best-of-n"),
                rows.valueStream().map(row -> row.get("strategy").asString()).toList());
        JsonNode faults = JsonMapper.shared().readTree(ran.out()).get("faults");
        assertEquals(1, faults.size());
        assertEquals(name, faults.get(0).get("strategy").asString());
        assertEquals(kind, faults.get(0).get("kind").asString(), faults.toString());
        assertFalse(faults.get(0).get("message").asString().isBlank());
        assertTrue(java.util.Objects.requireNonNull(out.toFile().listFiles())[0]
                .toPath()
                .resolve("rows.json")
                .toFile()
                .exists());
    }

    @Test
    void plugin_thatCannotBeLoaded_isRefusedWithItsJar() throws IOException {
        Path plugins = temp.resolve("plugins");
        Path jar = new PluginJar().provider("plug.Missing").build(plugins, "missing.jar");
        for (String command : List.of("strategies", "schema")) {
            Ran.command(command, "--plugins", plugins.toString())
                    .assertRefused(jar + ": ", "plug.Missing", "Strategies that can be used: ");
        }
    }

    private static JsonNode rows(Ran ran) {
        return JsonMapper.shared().readTree(ran.out()).get("rows");
    }
}
