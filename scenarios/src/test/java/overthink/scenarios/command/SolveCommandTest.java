package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.Terminal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The command {@code solve}: what it says, in which form, with which exit code, and what it refuses. */
class SolveCommandTest {

    private static final String FPR = "world.verifier.outcome.fpr";

    @TempDir
    private Path directory;

    private String file = "";

    /** First accepted of endless candidates: 0.3·0.8/(0.3·0.8 + 0.7·f) ≥ 0.7 for f up to 0.3·0.8·0.3/(0.7·0.7) = 0.146939. */
    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("first.yaml"), """
            world:
              problems: {count: 3, accuracy: 0.3}
              policy: {steps: 2, price: {output: 2.0}, tokens-per-step: 50}
              verifier: {outcome: {tpr: 0.8, fpr: 0.05}, process: {auc: 0.8}}
            budgets: {values: [1, 4, 16]}
            strategies: [first-accepted: {fallback: abstain}, majority-vote, beam-search: {width: 2}]
            trials: {count: 20}
            """).toString();
    }

    private Ran solve(String path, String question, String... more) {
        List<String> arguments = new ArrayList<>(List.of("solve", file, "--for", path, "--so-that", question));
        arguments.addAll(List.of(more));
        return Ran.command(arguments.toArray(String[]::new));
    }

    @Test
    void key_ofAClosedForm_isSaidInOneSentence() {
        Ran ran = solve(FPR, "first-accepted@inf >= 70%").assertDone();
        assertTrue(
                ran.out().contains("It holds up to 0.146939. In the scenario it is 0.05, where it holds."), ran.out());
        assertTrue(ran.out().contains("All is exact"), ran.out());
    }

    /** 1 − 0.7^N ≥ 0.9 from N = 7 on: 1 − 0.7⁶ is 0.882, 1 − 0.7⁷ is 0.918. */
    @Test
    void budget_ofACoverage_isAWholeNumber() {
        Ran ran = solve("budget", "coverage of majority-vote >= .9").assertDone();
        assertTrue(ran.out().contains("It holds from 7 on."), ran.out());
    }

    @Tag("slow")
    @Test
    void never_always_endWithFourAndZero() {
        Ran never = solve(FPR, "coverage of majority-vote@4 >= .9");
        assertEquals(ExitCode.NOTHING, never.code(), never.err());
        assertTrue(
                never.out().contains("Never between 0 and 1: the most of coverage of majority-vote@4 is 75.99 %"),
                never.out());
        Ran always = solve(FPR, "coverage of majority-vote@4 <= .9").assertDone();
        assertTrue(always.out().contains("Always"), always.out());
    }

    /** At the end of its curve the coverage is 1, and the difference to 0.9 is 0.1. */
    @Test
    void budget_thatIsExact_isFollowedToItsEnd() {
        Ran ran = solve("budget", "coverage of majority-vote >= .9").assertDone();
        assertTrue(ran.out().contains("goes to +10.00 %, where it holds"), ran.out());
    }

    @Test
    void figures_thatCancel_areNoError() {
        assertTrue(solve("budget", "majority-vote >= majority-vote")
                .assertDone()
                .out()
                .contains("Always"));
        assertTrue(solve("budget", "majority-vote@inf - majority-vote <= .9")
                .assertDone()
                .out()
                .contains("Always"));
    }

    /** A solution is two steps of 50 tokens at x dollars a million: four of them cost x·4·100/10⁶, at most 0.001 up to x = 2.5. */
    @Tag("slow")
    @Test
    void price_ofACost_isThatOfArithmetic() {
        Ran ran = solve("world.policy.price.output", "cost.usd of majority-vote@4 <= 0.001", "--between", "0", "10")
                .assertDone();
        assertTrue(ran.out().contains("It holds up to 2.5."), ran.out());
    }

    /** Costs of many powers of ten: the small ones, where the crossing is, are shown as they are. */
    @Tag("slow")
    @Test
    void price_overAllThatItMayBe_showsSmallCosts() {
        String out = solve("world.policy.price.output", "cost.usd of majority-vote@4 <= 0.001")
                .assertDone()
                .out();
        assertTrue(out.matches("(?s).*\\n2\\.5 +0\\.001 +0 +(yes|no)\\n.*"), out);
        assertTrue(out.matches("(?s).*\\n5\\.62241 +0\\.00224897 +0\\.00124897 +no\\n.*"), out);
    }

    @Tag("slow")
    @Test
    void cases_ofTheScenario_areSaidToHaveNoPart() throws IOException {
        Files.writeString(Path.of(file), "cases: {a: {seed: 1}, b: {seed: 2}}\n", StandardOpenOption.APPEND);
        String note = "the world as it is written; its sweep or cases have no part in it";
        Ran asked = solve(FPR, "first-accepted@inf >= 70%");
        assertTrue(asked.err().contains("note: the question is asked for " + note), asked.err());
        Ran played = Ran.command("power", file, "--between", "majority-vote@4", "first-accepted@4");
        assertTrue(played.err().contains("note: the strategies are played for " + note), played.err());
    }

    @Test
    void parameter_ofAStrategy_isSearchedInWholeNumbers() {
        Ran ran = solve("strategies.beam-search.width", "cost.rounds of beam-search@8 <= 4", "--between", "1..8")
                .assertDone();
        assertTrue(ran.out().contains("Looked at 8 numbers between 1 and 8"), ran.out());
    }

    @Tag("slow")
    @Test
    void json_ofASearch_holdsAllOfIt() {
        JsonNode json = new ObjectMapper()
                .readTree(solve(FPR, "first-accepted@inf >= .7", "--format", "json")
                        .assertDone()
                        .out());
        assertEquals("first", json.at("/manifest/scenario").asString());
        assertEquals(FPR, json.at("/question/for").asString());
        assertEquals("somewhere", json.at("/answer/holds").asString());
        assertEquals(0.3 * 0.8 * 0.3 / 0.49, json.at("/crossings/0/at").asDouble(), 1e-6);
        assertEquals(-1, json.at("/crossings/0/to").asInt());
        assertTrue(json.at("/basis/exact").asBoolean());
        assertEquals(json.at("/basis/places").asInt(), json.at("/places").size());
        assertEquals(1, json.at("/places/0/left/value").asDouble(), 1e-12);
    }

    @Tag("slow")
    @Test
    void csv_ofASearch_hasARowForEachCrossingAndPlace() {
        List<String> lines = solve(FPR, "first-accepted@inf >= .7", "--format", "csv")
                .assertDone()
                .out()
                .lines()
                .toList();
        assertTrue(lines.get(0).startsWith("kind,for,at,lower,upper"), lines.get(0));
        assertTrue(lines.get(1).startsWith("fall," + FPR + ",0.14693"), lines.get(1));
        assertTrue(lines.get(2).startsWith("place," + FPR + ",0.0,"), lines.get(2));
        assertTrue(lines.stream().allMatch(line -> line.split(",", -1).length == 14));
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {60, 80})
    void table_onANarrowTerminal_keepsToItsWidth(int width) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Main.run(
                new Terminal(printer, printer, false, false, width),
                "solve",
                file,
                "--for",
                FPR,
                "--so-that",
                "first-accepted@4 - majority-vote@1 > 2%",
                "--steps",
                "4");
        String page = out.toString(StandardCharsets.UTF_8);
        assertEquals(ExitCode.DONE, code, page);
        page.lines().forEach(line -> assertTrue(line.length() <= width, line));
    }

    @Tag("slow")
    @Test
    void threads_ofASearchByTrials_changeNothing() {
        String question = "beam-search@4 >= .4";
        String one = solve("world.verifier.process.auc", question, "--threads", "1", "--format", "csv", "--steps", "4")
                .out();
        String three = solve(
                        "world.verifier.process.auc", question, "--threads", "3", "--format", "csv", "--steps", "4")
                .out();
        assertEquals(one, three);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        world.verifier.outcome.fpt | majority-vote@4 >= .5        |                  | Maybe: fpr
        world.verifer.outcome.fpr  | majority-vote@4 >= .5        |                  | Maybe: verifier
        world.problems             | majority-vote@4 >= .5        |                  | it is no number
        world.problems.accuracy.x  | majority-vote@4 >= .5        |                  | --for: world.problems.accuracy
        world..problems            | majority-vote@4 >= .5        |                  | keys joined by dots
        world.a=b                  | majority-vote@4 >= .5        |                  | keys joined by dots
        world.verifier.outcome.fpr | majorty-vote@4 >= .5         |                  | Maybe: majority-vote
        world.verifier.outcome.fpr | majority-vote@4              |                  | there must be >=
        world.verifier.outcome.fpr | accuracy >= .5               |                  | of which strategy?
        world.verifier.outcome.fpr | majority-vote@4 >= .5        | --between=.5..2  | must be a number between 0 and 1, not 2
        world.verifier.outcome.fpr | majority-vote@4 >= .5        | --between=.5..x  | 'x' is no number
        world.verifier.outcome.fpr | majority-vote@4 >= .5        | --between=.5..5e400 | is no number
        world.verifier.outcome.fpr | majority-vote@4 >= .5        | --between=.5...1 | greater one
        strategies.beam-search.width | beam-search@4 >= .5        | --between=1..2.5 | a whole number
        budget                     | majority-vote@4 >= .5        |                  | names its budget
        budget                     | majority-vote >= .5          | --between=1..9.5 | a whole number
        budget                     | majority-vote >= .5          | --budget=4       | what --for budget is to find
        world.verifier.outcome.fpr | majority-vote@4 >= .5        | --steps=-1       | --steps must be
        world.verifier.outcome.fpr | majority-vote@4.5 >= .5      |                  | whole number
        """)
    void question_thatIsWrong_isRefusedBeforeAnythingRuns(String path, String question, String option, String message) {
        Ran ran = option == null ? solve(path, question) : solve(path, question, option);
        ran.assertRefused(message);
    }

    @Test
    void usage_withoutWhatIsAsked_namesIt() {
        Ran.command("solve", file).assertRefused("--for");
        Ran.command("solve", file, "--for", "budget").assertRefused("--so-that");
        Ran.command("solve", file, file, "--for", "budget", "--so-that", "majority-vote > .1")
                .assertRefused("one scenario, not 2");
        solve(FPR, "majority-vote@4 >= .5", "--between", "1").assertRefused("--between");
    }
}
