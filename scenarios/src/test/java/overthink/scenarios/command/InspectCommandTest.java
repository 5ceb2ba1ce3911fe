package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code inspect} says what a file holds, or what is wrong with it. */
class InspectCommandTest {

    /** Two problems of four candidates: best-of-2 and majority can be counted by hand. */
    private static final String SAMPLES = """
        task;sample;answer;correct;score;tokens
        a;0;7;1;0,9;10
        a;1;7;1;0,2;10
        a;2;8;0;0,5;20
        a;3;;0;0,1;40
        b;0;1;0;0,4;40
        b;1;2;0;0,6;40
        b;2;3;1;0,6;40
        b;3;1;0;0,1;40
        """;

    @TempDir
    Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("samples.csv"), text);
    }

    private JsonNode json(String... arguments) {
        return JsonMapper.shared().readTree(Ran.command(arguments).assertDone().out());
    }

    private static JsonNode row(JsonNode document, String strategy, int budget) {
        return StreamSupport.stream(document.get("rows").spliterator(), false)
                .filter(row -> row.get("strategy").asString().equals(strategy)
                        && row.get("budget").asInt() == budget)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void table_ofAFile_saysAllItHolds() throws IOException {
        String out =
                Ran.command("inspect", write(SAMPLES).toString()).assertDone().out();
        for (String part : new String[] {
            "CSV with semicolons, 8 rows",
            "problem: task, correct: correct, answer: answer",
            "2, 0 never solved (0.0%), 0 always",
            "8, 4 each",
            "1 missing (12.5%), 2.5 different ones a problem",
            "pass@k",
            "best-of-k",
            "within problems",
            "pooled",
            "Not beam-search",
            "more problems: with 2"
        }) {
            assertTrue(out.contains(part), part + " in\n" + out);
        }
        assertTrue(out.lines().allMatch(line -> line.length() <= 80), out);
    }

    @Test
    void rows_ofADocument_areThoseCountedByHand() throws IOException {
        JsonNode document = json("inspect", "--format", "json", write(SAMPLES).toString());
        // a: 2 of 4 right, b: 1 of 4
        assertEquals(
                (1 - 1 / 6.0 + 1 - 3 / 6.0) / 2,
                row(document, "coverage", 2).get("mean").asDouble(),
                1e-12);
        assertEquals(
                (1 / 6.0 + 0) / 2, row(document, "all-right", 2).get("mean").asDouble(), 1e-12);
        // all four: a's best is right, b's two best tie
        assertEquals((1 + .5) / 2, row(document, "best-of-n", 4).get("mean").asDouble(), 1e-12);
        assertEquals(
                (1 + 0) / 2.0, row(document, "majority-vote", 4).get("mean").asDouble(), 1e-12);
        assertEquals("replayed", row(document, "coverage", 1).get("kind").asString());
        assertEquals(2, row(document, "coverage", 1).get("problems").asInt());
        // pairs within: a 0.9 and 0.2 against 0.5 and 0.1 win 3 of 4, b 0.6 against 0.4, 0.6 and 0.1 wins 2.5 of 3
        JsonNode score = document.get("scores").get(0);
        assertEquals((3 / 4.0 + 2.5 / 3) / 2, score.get("aucWithin").asDouble(), 1e-12);
        assertEquals(30, document.get("holds").get("meanTokens").asDouble(), 1e-12);
    }

    @Test
    void counts_ofAFile_giveCoverage() throws IOException {
        Path file = write("problem,total_generations,passed_tests\np1,4,1\np2,4,2\np3,4,0\n");
        JsonNode document = json("inspect", "--format", "json", file.toString());
        assertEquals(
                (.5 + 5 / 6.0 + 0) / 3, row(document, "coverage", 2).get("mean").asDouble(), 1e-12);
        assertEquals(1, document.get("holds").get("neverSolved").asInt());
    }

    @Test
    void files_several_areAnArray() throws IOException {
        String file = write(SAMPLES).toString();
        assertEquals(2, json("inspect", "--format", "json", file, file).size());
    }

    @Test
    void columns_asSaid_areTaken() throws IOException {
        Path file = write("m,uid,y,passed,gen tests\ng,1,a,1,3\nh,1,a,0,2\ng,2,b,0,1\n");
        String out = Ran.command(
                        "inspect",
                        "--problem",
                        "uid",
                        "--answer",
                        "y",
                        "--correct",
                        "passed",
                        "--score",
                        "gen tests",
                        "--where",
                        "m=g",
                        file.toString())
                .assertDone()
                .out();
        assertTrue(out.contains("score: gen tests (as said)"), out);
        assertTrue(out.contains("2, 1 each"), out);
        Ran.command("inspect", "--score", "gen", file.toString())
                .assertRefused("samples.csv:1: there is no column gen; columns are m, uid, y, passed, gen tests");
        Ran.command("inspect", "--where", "m=x", file.toString())
                .assertRefused("samples.csv: no row has m = x; m is g, h");
        Ran.command("inspect", "--where", "m", file.toString()).assertRefused("--where must be COLUMN=VALUE, not 'm'");
        Ran.command("inspect", "--missing", "clas", file.toString())
                .assertRefused("--missing must be one of discard, class, wrong, not 'clas'. Maybe: class");
    }

    @Test
    void stepScores_withoutAScore_becomeOne() throws IOException {
        Path file = write("problem,correct,prm_step_scores\na,1,0.5 0.5\na,0,0.9 0.2\nb,1,0.1 0.6\nb,0,0.7 0.5\n");
        JsonNode last = json("inspect", "--format", "json", file.toString());
        assertEquals(1, last.get("scores").get(0).get("aucWithin").asDouble(), "0.5 > 0.2 and 0.6 > 0.5");
        JsonNode product = json("inspect", "--format", "json", "--steps-as", "product", file.toString());
        assertEquals(.5, product.get("scores").get(0).get("aucWithin").asDouble(), "0.25 > 0.18, but 0.06 < 0.35");
    }

    @Test
    void file_thatIsNone_isRefusedInALine() throws IOException {
        Ran.command("inspect", folder.toString()).assertRefused("this is a directory; a recording is a file");
        Ran.command("inspect", folder.resolve("none").toString()).assertRefused("there is no such file");
        Ran.command("inspect").assertRefused("Missing required parameter: 'FILE'");
        Ran.command("inspect", "--format", "xml", write(SAMPLES).toString())
                .assertRefused("--format must be table or json");
    }

    /** CodeGen-16B on HumanEval, 164 × 100, where the published figures are. */
    @Test
    void realRecording_inspected_givesThePublishedFigures() {
        String shared = System.getProperty("overthink.shared", "");
        Path file = Path.of(shared, "data/codet-humaneval/samples.csv.gz");
        assumeTrue(!shared.isEmpty() && Files.exists(file), "the recordings are not here");
        JsonNode document = json("inspect", "--format", "json", "--score", "gen_tests_passed", file.toString());
        assertEquals(.303803307, row(document, "best-of-n", 5).get("mean").asDouble(), 1e-9);
        assertEquals(.216477599, row(document, "best-of-n", 100).get("mean").asDouble(), 1e-9);
        assertEquals(.221097561, row(document, "coverage", 1).get("mean").asDouble(), 1e-9);
        JsonNode score = document.get("scores").get(0);
        assertEquals(.783, score.get("aucWithin").asDouble(), .0005);
        assertFalse(document.get("holds").get("candidates").asInt() != 16_400);
    }
}
