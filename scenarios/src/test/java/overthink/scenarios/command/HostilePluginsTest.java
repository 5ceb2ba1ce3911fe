package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.core.run.ExperimentRun;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.plugins.PluginJar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Providers that do everything wrong that can be done while they are loaded and asked: each ends in one line that names its
 * jar, its class and what it did. (What strategies do wrong is tried in core, and what needs a process in
 * {@link HostilePluginsIT}.)
 */
@Timeout(120)
class HostilePluginsTest {

    private static final String LOOP = "while (true) { try { Thread.sleep(9); } catch (InterruptedException e) { } }";

    /** By class name: what the provider has instead of what it should have, and what is said of it. */
    private static final Map<String, List<String>> LOADED = new LinkedHashMap<>();

    static {
        LOADED.put(
                "Init",
                List.of("static { if (true) throw new Error(\"bang\"); }", "static initialiser threw java.lang"));
        LOADED.put(
                "InitLoop",
                List.of("static { if (true) " + LOOP + " }", "static initialiser did not come back within 0.8 s"));
        LOADED.put("Ctor", List.of("public Ctor() { throw new ThreadDeath(); }", "threw java.lang.ThreadDeath"));
        LOADED.put(
                "CtorLoop",
                List.of("public CtorLoop() { " + LOOP + " }", "its constructor or static initialiser did not"));
        LOADED.put(
                "CtorSilent",
                List.of(
                        "public CtorSilent() { throw new RuntimeException() { public String getMessage() { throw this; }"
                                + " public String toString() { throw this; } }; }",
                        "static initialiser threw plug.CtorSilent$1"));
        LOADED.put(
                "Name",
                List.of("public String name() { throw new StackOverflowError(); }", "name() threw java.lang.Stack"));
        LOADED.put(
                "NameLoop", List.of("public String name() { " + LOOP + " }", "name() did not come back within 0.8 s"));
        LOADED.put("NameNull", List.of("public String name() { return null; }", "the strategy name 'null' must be"));
        LOADED.put("NameYaml", List.of("public String name() { return \"null\"; }", "'null' must be"));
        LOADED.put(
                "NameLong",
                List.of(
                        "public String name() { return \"a\".repeat(20_000_000); }",
                        "aaaa… (20000000 characters)' must"));
        LOADED.put(
                "NameEscapes",
                List.of("public String name() { return \"\\u001b[2J\\n\"; }", "'\\u001b[2J\\n' must be"));
        LOADED.put("Summary", List.of("public String summary() { return null; }", "has no summary"));
        LOADED.put(
                "SummaryError",
                List.of(
                        "public String summary() { throw new OutOfMemoryError(\"\\u001b[31m\" + \"x\".repeat(20_000_000)); }",
                        "summary() threw java.lang.OutOfMemoryError: \\u001b[31mxxx"));
        LOADED.put(
                "Params",
                List.of("public List<ParameterSpec> parameters() { return null; }", "which parameters it has: null"));
        LOADED.put(
                "ParamsLoop",
                List.of("public List<ParameterSpec> parameters() { " + LOOP + " }", "parameters() did not come back"));
        LOADED.put(
                "ParamsEndless",
                List.of(
                        "public List<ParameterSpec> parameters() { return new AbstractList<>() { public int size() { return 1 << 30; }"
                                + " public ParameterSpec get(int i) { return ParameterSpec.flag(\"p\" + i, false, \"p\"); } }; }",
                        "has more than 1000 parameters"));
        LOADED.put(
                "ParamsHole",
                List.of(
                        "public List<ParameterSpec> parameters() { return Arrays.asList((ParameterSpec) null); }",
                        "without its name, kind, default or description"));
        LOADED.put(
                "ParamsName",
                List.of(
                        "public List<ParameterSpec> parameters() { return List.of(ParameterSpec.flag(\"\\u001b[2J\", true, \"p\")); }",
                        "the parameter name '\\u001b[2J' must be"));
        LOADED.put(
                "Anytime",
                List.of(
                        "public boolean anytime(Parameters p) { throw new LinkageError(\"no\"); }",
                        "anytime() threw java.lang.LinkageError: no"));
        LOADED.put(
                "Needs",
                List.of(
                        "public Set<Capability> needs(Parameters p) { return null; }",
                        "does not say what it needs: null"));
        LOADED.put(
                "NeedsHole",
                List.of(
                        "public Set<Capability> needs(Parameters p) { Set<Capability> s = new HashSet<>(); s.add(null); return s; }",
                        "needs() threw java.lang.NullPointerException"));
        LOADED.put(
                "LawNull",
                List.of(
                        "public Optional<Law> law(Parameters p) { return null; }",
                        "does not say whether it claims a law: null"));
        LOADED.put(
                "LawLoops",
                List.of(
                        "public Optional<Law> law(Parameters p) { %s }".formatted(LOOP),
                        "law() did not come back within 0.8 s"));
        LOADED.put(
                "LawThrows",
                List.of(
                        "public Optional<Law> law(Parameters p) { return Optional.of(new Law.UntilAccepted(0, true)); }",
                        "law() threw java.lang.IllegalArgumentException: most must be"));
    }

    @TempDir
    private Path temp;

    /** A provider that has a member of its own instead of the usual one. */
    private static PluginJar add(PluginJar jar, String className, String member) {
        String name = "name()";
        String summary = "summary()";
        return jar.provider("plug." + className).source(className, """
                import java.util.*;
                import overthink.core.api.*;
                public class %s implements StrategyProvider {
                    %s
                    %s
                    %s
                    %s
                }
                """.formatted(
                className,
                member,
                member.contains(name)
                        ? ""
                        : "public String name() { return \"%s\"; }".formatted(className.toLowerCase(Locale.ROOT)),
                member.contains(summary) ? "" : "public String summary() { return \"Hostile.\"; }",
                member.contains("create(")
                        ? ""
                        : "public Strategy create(Parameters p) { return session -> session.abstain(); }"));
    }

    @Tag("slow")
    @Test
    void loading_providersThatFailOrLoop_areAllNamedInOneGo() throws IOException {
        PluginJar plugin = new PluginJar();
        LOADED.forEach((className, how) -> add(plugin, className, how.get(0)));
        Path jar = plugin.build(temp, "hostile.jar");
        Ran ran = Ran.command("strategies", "--patience", "800ms", "--plugins", temp.toString());
        assertEquals(ExitCode.INVALID, ran.code(), ran.err());
        List<String> lines = ran.err().lines().toList();
        assertEquals(LOADED.size() + 1, lines.size(), ran.err());
        assertTrue(ran.err().length() < 30_000, "a message of " + ran.err().length());
        assertFalse(ran.err().contains("\u001b"), ran.err());
        int next = 0;
        for (Map.Entry<String, List<String>> how : LOADED.entrySet()) {
            String line = lines.get(next++);
            assertTrue(line.startsWith(jar + ": plug." + how.getKey() + ": "), line);
            assertTrue(line.contains(how.getValue().get(1)), line);
        }
        assertTrue(lines.get(next).startsWith("Strategies that can be used: "), lines.get(next));
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"run", "validate", "schema", "strategies"})
    void loading_forEver_hangsNoCommand(String command) throws IOException {
        add(new PluginJar(), "Forever", "static { if (true) " + LOOP + " }").build(temp.resolve("p"), "forever.jar");
        String file = Scenarios.write(temp, "one", "single");
        List<String> arguments = command.equals("run") || command.equals("validate")
                ? List.of(
                        command,
                        file,
                        "--patience",
                        "300ms",
                        "--plugins",
                        temp.resolve("p").toString())
                : List.of(
                        command,
                        "--patience",
                        "300ms",
                        "--plugins",
                        temp.resolve("p").toString());
        Ran.command(arguments.toArray(String[]::new)).assertRefused("plug.Forever: its constructor", "0.3 s");
    }

    @Tag("slow")
    @Test
    void create_thatFailsOrLoops_isRefusedBeforeAnythingRuns() throws IOException {
        PluginJar plugin = new PluginJar();
        Map<String, List<String>> created = Map.of(
                "Nil", List.of("return null;", "create() returned null"),
                "Fails", List.of("throw new Error(\"\\u001b[2J\");", "create() threw java.lang.Error: \\u001b[2J"),
                "Loop", List.of(LOOP, "create() did not come back within 0.8 s"),
                "Refuses", List.of("throw new IllegalArgumentException(\"p is\\nodd\");", "p is\\nodd"),
                "Mute",
                        List.of(
                                "throw new IllegalArgumentException();",
                                "create() threw java.lang.IllegalArgumentException"));
        created.forEach((className, how) ->
                add(plugin, className, "public Strategy create(Parameters p) { %s }".formatted(how.get(0))));
        Path jar = plugin.build(temp.resolve("p"), "late.jar");
        for (Map.Entry<String, List<String>> how : created.entrySet()) {
            String name = how.getKey().toLowerCase(Locale.ROOT);
            String file = Scenarios.write(temp, name, "single, " + name);
            Ran ran = Ran.command(
                    "run", "--patience", "800ms", "--plugins", temp.resolve("p").toString(), file);
            ran.assertRefused(file, how.getValue().get(1));
            assertTrue(name.equals("refuses") || ran.err().contains(jar + ": plug." + how.getKey()), ran.err());
        }
    }

    /** Each method answers rightly once, and wrongly ever after; the interrupt flag is left set each time. */
    @Tag("slow")
    @Test
    void answers_thatGetWorse_areTheFirstOnes() throws IOException {
        new PluginJar().provider("plug.Fickle").source("Fickle", """
                        import java.util.*;
                        import overthink.core.api.*;
                        public class Fickle implements StrategyProvider {
                            private final Map<String, Integer> asked = new HashMap<>();
                            private boolean first(String what) {
                                Thread.currentThread().interrupt();
                                return asked.merge(what, 1, Integer::sum) == 1;
                            }
                            private <T> T once(String what, T answer) {
                                if (!first(what)) { throw new Error(what); }
                                return answer;
                            }
                            public String name() { return once("name", "fickle"); }
                            public String summary() { return once("summary", "Says \\u001b[2J."); }
                            public List<ParameterSpec> parameters() {
                                return once("parameters", List.of(ParameterSpec.integer("k", 1, 1, 9, "how \\u202e many")));
                            }
                            public boolean anytime(Parameters p) { return once("anytime" + p, true); }
                            public Set<Capability> needs(Parameters p) { return once("needs" + p, Set.of()); }
                            public Optional<Law> law(Parameters p) { return once("law" + p, Optional.of(new Law.FirstCandidate())); }
                            public Strategy create(Parameters p) {
                                Thread.currentThread().interrupt();
                                return session -> { session.generate(); session.commit(0); };
                            }
                        }
                        """).build(temp.resolve("p"), "fickle.jar");
        String plugins = temp.resolve("p").toString();
        String file = Scenarios.write(temp, "fickle", "single, fickle, {fickle: {k: 2}}, best-of-n");
        Ran ran = Ran.command("run", "--format", "json", "--method", "simulated", "--plugins", plugins, file)
                .assertDone();
        JsonNode rows = JsonMapper.shared().readTree(ran.out()).get("rows");
        assertEquals(12, rows.size());
        for (int i = 0; i < 3; i++) {
            assertEquals(rows.get(i).get("accuracy"), rows.get(i + 3).get("accuracy"), "the first candidate's");
        }
        String page = Ran.command("strategies", "--plugins", plugins, "fickle")
                .assertDone()
                .out();
        assertTrue(page.contains("Says \\u001b[2J.") && page.contains("how \\u202e many"), page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "99ms", "721h", "soon", "-5s", "", "20", "1e9s"})
    void patience_misspelt_isRefused(String patience) {
        Ran.command("strategies", "--patience", patience)
                .assertRefused("must be a time of 100ms to 720h", "'" + patience + "'");
    }

    /** 20 s between two calls used to be too much. */
    @Test
    void patience_ofTheHelp_isTheDefault() {
        String help = Ran.command("run", "--help").assertDone().out().replaceAll("\\s+", " ");
        assertTrue(help.contains("--patience=TIME"), help);
        assertTrue(help.contains("(default: 30s)"), help);
        assertEquals(30, ExperimentRun.PATIENCE.toSeconds());
    }
}
