package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.Interruption;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.plugins.PluginJar;

/** Strategies that are not trusted: what looks elsewhere is found out, what takes too long is stopped, and the others go on. */
class OversightTest {

    private static final String ANY = "while (session.generate() != Session.NONE) {"
            + " session.commit((int) Math.floorMod(%s, (long) session.size())); }";

    @TempDir
    private Path temp;

    private String plugins(PluginJar jar) throws IOException {
        jar.build(temp.resolve("plugins"), "any.jar");
        return temp.resolve("plugins").toString();
    }

    /** A commitment by a clock or by chance differs in 10 trials of budget 16 but for a chance of (1 / 16)¹⁰, below 10⁻¹². */
    @Tag("slow")
    @Test
    void check_strategiesThatLookElsewhere_areNotReproducible() throws IOException {
        String plugins = plugins(new PluginJar()
                .strategy("Clock", "clock", ANY.formatted("System.nanoTime() / 7"))
                .strategy("Chance", "chance", ANY.formatted("(long) (Math.random() * 1e6)"))
                .strategy("Honest", "honest", ANY.formatted("(long) session.random().nextInt(1000)"))
                .source("Counter", "final class Counter { static long next; }")
                .strategy("Static", "static", ANY.formatted("Counter.next++")));
        String file = Scenarios.write(temp, "one", "clock, chance, honest, static, weighted-vote");
        Ran ran = Ran.command("run", "--format", "csv", "--check", "--method", "simulated", "--plugins", plugins, file);
        assertEquals(ExitCode.FAILED, ran.code(), ran.err());
        for (String name : new String[] {"clock", "chance", "static"}) {
            assertTrue(
                    ran.err()
                            .contains("one: strategy %s was stopped: it is not reproducible: a fresh instance"
                                    .formatted(name)),
                    ran.err());
            assertTrue(
                    ran.err()
                            .contains("one: strategy %s is not reproducible: it breaks the contract, clause"
                                    .formatted(name)),
                    ran.err());
            assertFalse(ran.out().contains("one," + name + ","), ran.out());
        }
        assertFalse(ran.err().contains("honest") || ran.err().contains("weighted-vote"), ran.err());
        assertTrue(ran.out().contains("one,honest,") && ran.out().contains("one,weighted-vote,"), ran.out());
    }

    @Test
    void check_honestStrategies_changesNoByteOfTheRows() throws IOException {
        String file = Scenarios.write(temp, "one", "weighted-vote, best-of-n");
        Ran plain = Ran.command("run", "--format", "csv", "--method", "simulated", file)
                .assertDone();
        Ran checked = Ran.command("run", "--format", "csv", "--method", "simulated", "--check", file);
        assertEquals(ExitCode.DONE, checked.code(), checked.err());
        assertEquals(plain.out(), checked.out());
        assertEquals(
                "one: strategies play the same way again, the ledger has what was delivered, and no call depends on which"
                        + " answer is right\n",
                checked.err());
    }

    /** Whoever is told to end once the rows are there does not accuse plugins that were told so, too. */
    @Test
    void check_interrupted_judgesNobody() throws IOException {
        String file = Scenarios.write(temp, "one", "weighted-vote, best-of-n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                Terminal.plain(
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, false, StandardCharsets.UTF_8)),
                new Interruption() {
                    @Override
                    public boolean getAsBoolean() {
                        return out.size() > 0;
                    }
                },
                "run",
                "--method",
                "simulated",
                "--check",
                file);
        assertEquals(ExitCode.INTERRUPTED, code);
        assertEquals("one: interrupted; not all strategies were judged\n", err.toString(StandardCharsets.UTF_8));
    }

    @Tag("slow")
    @Test
    void maxTime_aSlowStrategy_isStoppedAndNamed() throws IOException {
        String plugins = plugins(
                new PluginJar()
                        .strategy(
                                "Slow",
                                "slow",
                                "try { Thread.sleep(30); } catch (InterruptedException e) { return; } session.commit(session.generate());"));
        String file = Scenarios.write(temp, "one", "slow, weighted-vote");
        Ran ran = Ran.command("run", "--format", "csv", "--max-time", "100ms", "--plugins", plugins, file);
        assertEquals(ExitCode.FAILED, ran.code(), ran.err());
        assertTrue(
                ran.err().contains("one: strategy slow was stopped: it took longer than the 0.1 s that it may"),
                ran.err());
        assertTrue(ran.out().contains("one,weighted-vote,"), ran.out());
    }

    @Test
    void maxMemory_withoutIsolate_isRefused() throws IOException {
        String file = Scenarios.write(temp, "one", "single");
        Ran.command("run", "--max-memory", "256m", file).assertRefused("--max-memory needs --isolate");
        Ran.command("run", "--max-memory", "1x", file).assertRefused("must be an amount of memory of 16m to 1024g");
    }
}
