package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.plugins.PluginJar;

/** Under {@code --isolate} a plugin gives the same results, and one that ends or spoils its process costs its own rows alone. */
@Timeout(120)
class IsolatedPluginsIT {

    /** Uses batches, single calls, every kind of array, and its random stream. */
    private static final String HONEST = """
            org.apache.commons.rng.UniformRandomProvider random = session.random();
            double best = Double.NEGATIVE_INFINITY;
            double[] scores = new double[64];
            int[] answers = new int[64];
            boolean[] whole = new boolean[70];
            int from = 0;
            for (int paid = session.generate(5); paid > 0; paid = session.generate(5)) {
                int to = session.size();
                session.verify(from, to, scores);
                session.answers(from, to, answers);
                session.complete(from, to, whole, 3);
                for (int c = from; c < to; c++) {
                    double score = scores[c - from] + 0.1 * random.nextDouble() + random.nextInt(3) - 0.01 * answers[c - from];
                    if (whole[3 + c - from] && score > best) {
                        best = score;
                        session.commit(c);
                    }
                }
                from = to;
            }
            """;

    @TempDir
    private Path temp;

    private static String normal(String json) {
        return json.replaceAll("\"(seconds|threads)\": ?[0-9.]+", "").replaceAll("\"(date|command)\": ?\"[^\"]*\"", "");
    }

    @Tag("slow")
    @Test
    void results_isolatedOrNot_areTheSameBytes() throws IOException {
        new PluginJar()
                .strategy("Honest", "honest", HONEST)
                .strategy("Voter", "voter", "while (session.generate(3) > 0) { session.commit(session.size() - 1); }")
                .build(temp.resolve("p"), "honest.jar");
        String file = Scenarios.write(temp, "same", "honest, voter, best-of-n");
        String plugins = temp.resolve("p").toString();
        String[] plain = {"run", "--format", "json", "--threads", "2", "--plugins", plugins, file};
        String[] isolated = {"run", "--isolate", "--format", "json", "--threads", "2", "--plugins", plugins, file};
        assertEquals(
                normal(Ran.command(plain).assertDone().out()),
                normal(Ran.command(isolated).assertDone().out()));
    }

    /** It keeps and breaks the same clauses, and what it does to its process is its own affair. */
    @Tag("slow")
    @Test
    void check_isolated_judgesAsWithout() throws IOException {
        String newest = "while (session.generate(Integer.MAX_VALUE) > 0) { session.commit(session.size() - 1); }";
        Path sound = new PluginJar().strategy("Sound", "sound", newest).build(temp, "sound.jar");
        String out = Ran.command("strategies", "check", "--isolate", sound.toString())
                .assertDone()
                .out();
        assertFalse(out.contains("BROKEN"), out);
        assertTrue(out.contains("kept    amnesia") && out.contains("-       allocation"), out);
        Path forgetful = new PluginJar()
                .strategy("Ends", "ends", "session.generate(); Runtime.getRuntime().halt(0);")
                .build(temp, "ends.jar");
        Ran ran = Ran.command("strategies", "check", "--isolate", forgetful.toString(), "--clause", "amnesia");
        assertEquals(ExitCode.FAILED, ran.code(), ran.err());
        String said = ran.out().replaceAll("\\s+", " ");
        assertTrue(said.contains("BROKEN amnesia") && said.contains("ended its process with status 0"), said);
        assertTrue(said.contains("--isolate --clause amnesia"), said);
    }

    /** How long its process takes to start is in no call of a strategy that is judged after a run. */
    @Tag("slow")
    @Test
    void run_checkedAndIsolated_accusesNoHonestPlugin() throws IOException {
        new PluginJar()
                .strategy("Voter", "voter", "while (session.generate(3) > 0) { session.commit(session.size() - 1); }")
                .build(temp.resolve("p"), "voter.jar");
        String file = Scenarios.write(temp, "same", "voter");
        String plugins = temp.resolve("p").toString();
        Ran ran = Ran.command("run", "--isolate", "--check", "--format", "csv", "--plugins", plugins, file);
        assertEquals(ExitCode.DONE, ran.code(), ran.err());
        assertTrue(ran.err().contains("same: strategies play the same way again"), ran.err());
    }

    @Tag("slow")
    @Test
    void hostileStrategies_costTheirOwnRowsAlone() throws IOException {
        Map<String, String[]> hostile = new LinkedHashMap<>();
        hostile.put("Exits", new String[] {"System.exit(0);", "ended its process with status 0"});
        hostile.put("Halts", new String[] {"Runtime.getRuntime().halt(7);", "ended its process with status 7"});
        hostile.put("Memory", new String[] {
            "java.util.List<long[]> all = new java.util.ArrayList<>(); while (true) { all.add(new long[1 << 24]); }",
            "java.lang.OutOfMemoryError",
            "neither called its session" // where the machine is too busy to fill the memory in time
        });
        hostile.put("Loops", new String[] {"while (true) { Thread.onSpinWait(); }", "neither called its session"});
        hostile.put("Threads", new String[] {
            "for (int i = 0; i < 1000; i++) { new Thread(() -> { while (true) { try { Thread.sleep(99999); }"
                    + " catch (InterruptedException e) { } } }).start(); } throw new IllegalStateException(\"many\");",
            "IllegalStateException: many"
        });
        hostile.put("Closes", new String[] {
            "try { new java.io.FileOutputStream(java.io.FileDescriptor.out).close(); } catch (java.io.IOException e) { }"
                    + " session.generate();",
            "process"
        });
        hostile.put("Trespasses", new String[] {
            "Thread t = new Thread(() -> session.size(), \"\\u001b[2J\"); t.start();"
                    + " try { t.join(); } catch (InterruptedException e) { } session.abstain();",
            "called a session on the thread '\\u001b[2J'"
        });
        hostile.put("Overspends", new String[] {"while (true) { session.generate(); }", "its budget"});
        PluginJar plugins = new PluginJar();
        hostile.forEach((type, how) -> plugins.strategy(type, type.toLowerCase(java.util.Locale.ROOT), how[0]));
        Path jar = plugins.build(temp.resolve("p"), "hostile.jar");
        String names = String.join(", ", hostile.keySet()).toLowerCase(java.util.Locale.ROOT);
        String file = Scenarios.write(temp, "hostile", "single, " + names + ", best-of-n");
        Ran ran = Ran.command(
                "run",
                "--isolate",
                "--patience",
                "5s",
                "--format",
                "csv",
                "--plugins",
                temp.resolve("p").toString(),
                file);
        assertEquals(ExitCode.FAILED, ran.code(), ran.err());
        hostile.forEach((type, how) -> {
            String line = ran.err()
                    .lines()
                    .filter(one -> one.contains("strategy " + type.toLowerCase(java.util.Locale.ROOT) + " was stopped"))
                    .findFirst()
                    .orElse("no word of " + type + " in\n" + ran.err());
            assertTrue(Arrays.stream(how).skip(1).anyMatch(line::contains), line);
            assertTrue(
                    type.equals("Overspends")
                            || type.equals("Trespasses")
                            || type.equals("Memory")
                                    && line.contains(how[2]) // said here, of a process that is too busy
                            || line.contains(jar + ": plug." + type),
                    line);
        });
        assertTrue(ran.out().contains("single") && ran.out().contains("best-of-n"), ran.out());
        assertFalse(ran.out().contains("halts"), ran.out());
    }

    @Tag("slow")
    @Test
    void hostileProviders_areRefusedByName() throws IOException {
        new PluginJar().provider("plug.Gone").source("Gone", """
                        import overthink.core.api.*;
                        public class Gone implements StrategyProvider {
                            public Gone() { System.exit(0); }
                            public String name() { return "gone"; }
                            public String summary() { return "Gone."; }
                            public Strategy create(Parameters p) { return s -> s.abstain(); }
                        }
                        """).build(temp.resolve("p"), "gone.jar");
        String file = Scenarios.write(temp, "gone", "single");
        Ran.command("run", "--isolate", "--plugins", temp.resolve("p").toString(), file)
                .assertRefused("gone.jar: plug.Gone: ended its process with status 0 while it was loaded");
        new PluginJar().provider("plug.Stuck").source("Stuck", """
                        import overthink.core.api.*;
                        public class Stuck implements StrategyProvider {
                            static { while (true) { Thread.onSpinWait(); if (System.nanoTime() == 0) { break; } } }
                            public String name() { return "stuck"; }
                            public String summary() { return "Stuck."; }
                            public Strategy create(Parameters p) { return s -> s.abstain(); }
                        }
                        """).build(temp.resolve("q"), "stuck.jar");
        Ran.command(
                        "run",
                        "--isolate",
                        "--patience",
                        "500ms",
                        "--plugins",
                        temp.resolve("q").toString(),
                        file)
                .assertRefused("plug.Stuck: its constructor or static initialiser did not come back within 0.5 s");
    }
}
