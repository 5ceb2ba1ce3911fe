package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.plugins.PluginJar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plugins that reach for the process: its exit code, its streams, its end. */
@Timeout(120)
class HostilePluginsIT {

    @TempDir
    private Path temp;

    /** Where a plugin may call {@code System.exit(0)}, and what the message says of the place. */
    private enum Exit {
        INITIALISER("static { if (true) System.exit(0); }", "plug.Exiting.<clinit>"),
        CONSTRUCTOR("public Exiting() { System.exit(0); }", "plug.Exiting.<init>"),
        NAME("public String name() { System.exit(0); return \"exiting\"; }", "plug.Exiting.name"),
        CREATE("public Strategy create(Parameters p) { Runtime.getRuntime().exit(0); return null; }", "Exiting.create"),
        RUN("public void run(Session s) { System.exit(0); }", "(thread 'overthink-worker: exiting')"),
        THREAD(
                "public void run(Session s) { new Thread(() -> System.exit(0), \"\\u001b[2Jmine\").start(); while (true) { } }",
                "(thread '\\u001b[2Jmine')");

        private final String member;
        private final String said;

        Exit(String member, String said) {
            this.member = member;
            this.said = said;
        }

        String source() {
            return """
                    import overthink.core.api.*;
                    public class Exiting implements StrategyProvider, Strategy {
                        %s
                        %s
                        %s
                        %s
                        public String summary() { return "Ends it all."; }
                    }
                    """.formatted(
                            member,
                            this == NAME ? "" : "public String name() { return \"exiting\"; }",
                            this == CREATE ? "" : "public Strategy create(Parameters p) { return this; }",
                            this == RUN || this == THREAD ? "" : "public void run(Session s) { s.abstain(); }");
        }
    }

    @Tag("slow")
    @Test
    void exit_anywhere_isAFailureWithAWord() throws IOException, InterruptedException {
        String file = Scenarios.write(temp, "mixed", "single, exiting, best-of-n");
        List<Process> started = new ArrayList<>();
        for (Exit exit : Exit.values()) {
            Path plugins = temp.resolve(exit.name());
            new PluginJar()
                    .source("Exiting", exit.source())
                    .provider("plug.Exiting")
                    .build(plugins, "exiting.jar");
            started.add(
                    start(temp.resolve(exit.name()), "run", "--format", "json", "--plugins", plugins.toString(), file));
        }
        for (Exit exit : Exit.values()) {
            assertTrue(started.get(exit.ordinal()).waitFor(100, TimeUnit.SECONDS), exit + " hangs");
            String err = Files.readString(temp.resolve(exit.name()).resolve("err"));
            assertEquals(ExitCode.FAILED, started.get(exit.ordinal()).exitValue(), exit + ": " + err);
            assertTrue(err.startsWith("overthink: a plugin ended the process by "), exit + ": " + err);
            assertTrue(err.contains(exit.said), exit + ": " + err);
            assertTrue(err.endsWith("Rows that were not printed yet are lost.\n"), exit + ": " + err);
            if (exit.ordinal() <= Exit.CREATE.ordinal()) {
                assertTrue(err.contains("exiting.jar: plug.Exiting'"), exit + ": " + err);
            }
        }
    }

    /**
     * Prints on every stream and closes it, leaves a thread that never ends and a shutdown hook that never does, turns the
     * numbers German, and plays as it should.
     */
    @Tag("slow")
    @Test
    void streams_pluginPrintsAndClosesThem_resultsAreWhole() throws IOException, InterruptedException {
        Path plugins = temp.resolve("plugins");
        new PluginJar().source("Noisy", """
                        import java.util.Locale;
                        import overthink.core.api.*;
                        public class Noisy implements StrategyProvider {
                            static {
                                System.out.println("{\\u001b[2J}");
                                new Thread(() -> { while (true) { try { Thread.sleep(1000); } catch (InterruptedException e) { } } }).start();
                                Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) { } }));
                            }
                            public String name() { System.out.print("[1, 2"); return "noisy"; }
                            public String summary() { System.err.println("x".repeat(20_000_000)); return "Noisy."; }
                            public Strategy create(Parameters parameters) {
                                return session -> {
                                    session.generate();
                                    session.commit(0);
                                    System.out.println("row");
                                    System.out.close();
                                    System.err.close();
                                    Locale.setDefault(Locale.GERMANY);
                                };
                            }
                        }
                        """).provider("plug.Noisy").build(plugins, "noisy.jar");
        String file = Scenarios.write(temp, "noise", "single, noisy, best-of-n");
        List<Process> started = new ArrayList<>();
        for (String format : List.of("json", "table")) {
            started.add(start(
                    temp.resolve(format),
                    "run",
                    "--format",
                    format,
                    "--method",
                    "simulated",
                    "--plugins",
                    plugins.toString(),
                    file));
        }
        for (Process process : started) {
            assertTrue(process.waitFor(100, TimeUnit.SECONDS), "hangs");
            assertEquals(ExitCode.DONE, process.exitValue());
        }
        JsonNode rows = JsonMapper.shared()
                .readTree(Files.readString(temp.resolve("json/out")))
                .get("rows");
        assertEquals(9, rows.size());
        String table = Files.readString(temp.resolve("table/out"));
        assertTrue(table.startsWith("noise (seed 42)"), table);
        assertFalse(table.matches("(?s).*\\d,\\d\\d?\\s.*"), "decimal commas:\n" + table);
        String err = Files.readString(temp.resolve("json/err"), StandardCharsets.UTF_8);
        assertTrue(err.contains("a plugin printed: {\\u001b[2J}\n"), err);
        assertTrue(err.contains("a plugin printed: xxxx"), err);
        assertTrue(err.length() < 10_000, "much is said: " + err.length());
    }

    /** A process whose streams go to the files {@code out} and {@code err} of a folder. */
    private static Process start(Path folder, String... arguments) throws IOException {
        Files.createDirectories(folder);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }
}
