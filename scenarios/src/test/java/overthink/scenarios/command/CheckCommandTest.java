package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.testkit.Contract.Clause;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.plugins.PluginJar;

/** A plugin is judged clause by clause, and what it breaks comes with the command that shows it again. */
@Timeout(120)
class CheckCommandTest {

    private static final String NEWEST =
            "while (session.generate(Integer.MAX_VALUE) > 0) { session.commit(session.size() - 1); }";

    @TempDir
    private Path temp;

    private Path jar(String body) throws IOException {
        return new PluginJar().strategy("Judged", "judged", body).build(temp, "judged.jar");
    }

    /** The output without its line ends. */
    private static String joined(Ran ran) {
        return ran.out().replaceAll("\\s+", " ");
    }

    @Tag("slow")
    @Test
    void soundStrategy_keepsEveryClause() throws IOException {
        String out = Ran.command("strategies", "check", jar(NEWEST).toString())
                .assertDone()
                .out();
        for (Clause clause : Clause.values()) {
            assertTrue(out.contains(" " + clause.label() + " "), out);
        }
        assertFalse(out.contains("BROKEN"), out);
        assertTrue(out.startsWith("judged\n") && out.endsWith("  keeps the contract\n"), out);
    }

    @Tag("slow")
    @Test
    void brokenClauses_areNamedWithTheCommandThatShowsThemAgain() throws IOException {
        Path jar =
                jar("session.commit(session.generate()); long[] scratch = new long[7]; scratch[0] = System.nanoTime();"
                        + " if (scratch[0] % 2 == 0) { session.generate(); }");
        Ran ran = Ran.command("strategies", "check", jar.toString(), "--seed", "7");
        assertEquals(ExitCode.FAILED, ran.code(), ran.err());
        assertTrue(ran.out().contains("BROKEN  determinism"), ran.out());
        assertTrue(ran.out().contains("kept    conservation"), ran.out());
        Matcher again = Pattern.compile("\\./overthink (strategies check .*--clause determinism --seed 7)")
                .matcher(ran.out());
        assertTrue(again.find(), ran.out());
        Ran repeated = Ran.command(again.group(1).split(" "));
        assertEquals(ExitCode.FAILED, repeated.code());
        assertTrue(repeated.out().endsWith("  breaks 1 of 1 clauses\n"), repeated.out());
    }

    @Tag("slow")
    @Test
    void strategyThatThrowsOrHangs_breaksItsClauses() throws IOException {
        Path thrown = jar("throw new StackOverflowError(\"\\u001b[2J\");");
        Ran ran = Ran.command("strategies", "check", thrown.toString(), "--clause", "amnesia");
        assertEquals(ExitCode.FAILED, ran.code(), ran.err());
        assertTrue(joined(ran).contains("StackOverflowError: \\u001b[2J"), ran.out());
        Path hung = jar("while (true) { try { Thread.sleep(9); } catch (InterruptedException e) { } }");
        ran = Ran.command("strategies", "check", hung.toString(), "--clause", "termination", "--patience", "300ms");
        assertEquals(ExitCode.FAILED, ran.code(), ran.err());
        assertTrue(joined(ran).contains("did not come back within 0.3 s"), ran.out());
    }

    @Tag("slow")
    @Test
    void parameters_areSetAndRefused() throws IOException {
        Path jar = new PluginJar().provider("plug.Sized").source("Sized", """
                import java.util.List;
                import overthink.core.api.*;
                public class Sized implements StrategyProvider {
                    public String name() { return "sized"; }
                    public String summary() { return "Stops at k."; }
                    public List<ParameterSpec> parameters() {
                        return List.of(ParameterSpec.integer("k", 1, 0, 9, "how many"));
                    }
                    public Strategy create(Parameters p) {
                        long k = p.integer("k");
                        return session -> { for (int i = 0; i < k; i++) { session.commit(session.generate()); } };
                    }
                }
                """).build(temp, "sized.jar");
        String file = jar.toString();
        Ran.command("strategies", "check", file, "--clause", "answers").assertDone();
        Ran ran = Ran.command("strategies", "check", file, "--clause", "answers", "--set", "k=0");
        assertEquals(ExitCode.FAILED, ran.code());
        assertTrue(ran.out().contains("--set k=0 --clause answers"), ran.out());
        Ran.command("strategies", "check", file, "--clause", "answers", "--set", "k=0", "--may-abstain")
                .assertDone();
        Ran.command("strategies", "check", file, "--set", "k=ten").assertRefused("sized", "k must be", "ten");
        Ran.command("strategies", "check", file, "--set", "q=1").assertRefused("there is no parameter q");
    }

    @Test
    void jarThatIsNone_isRefused() throws IOException {
        Ran.command("strategies", "check", temp.resolve("no.jar").toString()).assertRefused("there is no such jar");
        Ran.command("strategies", "check", temp.toString()).assertRefused("must be a jar, not a directory");
        Path empty = new PluginJar().resource("readme", "x").build(temp, "empty.jar");
        Ran.command("strategies", "check", empty.toString()).assertRefused("no jar names a strategy");
        Ran.command("strategies", "check").assertRefused("JAR");
        Ran.command("strategies", "check", empty.toString(), "--clause", "luck")
                .assertRefused("must be one of declaration, prefix");
    }
}
