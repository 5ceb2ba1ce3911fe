package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MainTest {

    @Test
    void noCommand_isRefusedWithTheCommands() {
        Ran.command().assertRefused("run, sweep, validate, claims, ", "strategies, scenarios, worlds, schema, ");
    }

    @Test
    void unknownCommand_isRefusedWithTheNearest() {
        Ran.command("rnu").assertRefused("There is no command 'rnu'. Maybe run.");
    }

    @Test
    void unknownOption_isRefusedWithTheNearest() {
        Ran.command("run", "--thread", "2", "x.yaml").assertRefused("'--thread'", "Maybe --threads");
        Ran.command("--nonsense").assertRefused("--nonsense");
    }

    @Test
    void wrongOptionValues_areRefused() {
        Ran.command("run").assertRefused("FILE");
        Ran.command("run", "--threads", "x", "x.yaml").assertRefused("--threads", "'x'");
        Ran.command("run", "--threads", "0", "x.yaml").assertRefused("--threads must be between 1 and 1024, not 0");
        Ran.command("run", "--seed", "1.5", "x.yaml").assertRefused("--seed", "'1.5'");
        Ran.command("run", "--format", "xml", "x.yaml")
                .assertRefused("--format", "must be table, markdown, latex, long, json or csv, not 'xml'");
        Ran.command("run", "--seed", "1e3", "x.yaml").assertRefused("must be a whole number, not '1e3'");
        Ran.command("run", "--threads", "99999999999", "x.yaml")
                .assertRefused("must be a whole number, not '99999999999', which is too large");
        Ran.command("run", "a\0b").assertRefused("no file can have the name 'a?b' here");
        Ran.command("run", "--out").assertRefused("--out");
    }

    @Test
    void version_isPrinted() {
        assertTrue(Ran.command("--version").assertDone().out().startsWith("overthink "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "run", "validate", "strategies", "runs", "compare", "schema", "completion", "man"})
    void help_ofEveryCommand_endsWithExamples(String command) {
        Ran ran = command.isEmpty() ? Ran.command("--help") : Ran.command(command, "--help");
        List<String> lines = ran.assertDone().out().lines().toList();
        assertTrue(lines.contains("Examples:"), ran.out());
        assertTrue(lines.contains("Exit codes:"), ran.out());
        String last = lines.get(lines.size() - 1);
        assertTrue(last.startsWith("  ./overthink " + command), last);
        lines.subList(lines.indexOf("Examples:") + 1, lines.size())
                .forEach(line -> assertTrue(line.startsWith("  ./overthink "), "a broken example: " + line));
    }

    @Test
    void strategies_list_namesEachWithItsSummary() {
        String out = Ran.command("strategies").assertDone().out();
        for (String name : List.of("best-of-n", "majority-vote", "single")) {
            assertTrue(out.lines().anyMatch(line -> line.matches(name + " +\\S.*")), out);
        }
        out.lines().forEach(line -> assertTrue(line.length() <= 100, line));
    }

    @Test
    void strategies_oneName_showsParametersNeedsAndPage() {
        String out = Ran.command("strategies", "beam-search").assertDone().out();
        for (String part : List.of("beam-search\n", "Parameters:", "width", "default 4", "Needs: ", "Anytime: ")) {
            assertTrue(out.contains(part), out);
        }
    }

    @Test
    void strategies_unknownName_isRefusedWithTheNearestAndAll() {
        Ran.command("strategies", "beamserch")
                .assertRefused(
                        "NAME: there is no strategy beamserch. Maybe beam-search. There are: ab-mcts, adaptive-consistency, ",
                        "; --plugins DIR loads others\n");
    }

    @Test
    void schema_isOneDocument() {
        String out = Ran.command("schema").assertDone().out();
        assertTrue(out.startsWith("{") && out.endsWith("}\n"), out);
        assertFalse(JsonMapper.shared().readTree(out).isEmpty());
    }

    @Test
    void help_asACommand_isTheOption() {
        assertEquals(
                Ran.command("run", "--help").out(),
                Ran.command("help", "run").assertDone().out());
        assertEquals(
                Ran.command("--help").out(), Ran.command("help").assertDone().out());
    }

    /** Every command and its options are in both. */
    @Tag("slow")
    @Test
    void completionAndManualPage_nameEveryCommand() {
        String script = Ran.command("completion").assertDone().out();
        String page = Ran.command("man").assertDone().out();
        assertTrue(script.startsWith("#!/usr/bin/env bash"), script.substring(0, 40));
        assertTrue(page.startsWith(".TH OVERTHINK 1 "), page.substring(0, 40));
        for (String word :
                java.util.List.of("run", "validate", "compare", "--fail-on-change", "--resume", "class-path")) {
            assertTrue(script.contains(word), word);
            assertTrue(page.contains(word.replace("-", "\\-")), word);
        }
        assertTrue(page.lines().noneMatch(line -> line.startsWith("'")), "no line is a request by chance");
    }
}
