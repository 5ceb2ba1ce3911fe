package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code power} answers with a table, JSON or CSV, or says what is wrong. Chance of a false alarm: 4e-9, of 2 at 6 standard errors. */
class PowerCommandTest {

    private static final int TRIALS = 500;
    private static final int PROBLEMS = 40;

    @TempDir
    private Path folder;

    private String file = "";

    /** A verifier that never errs: best-of-n is right when some candidate is. */
    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("point.yaml"), """
                        name: point
                        seed: 42
                        world:
                          problems: {count: %d, accuracy: 0.3}
                          policy: {steps: 2, tokens-per-step: 500, price: {output: 1}}
                          verifier:
                            outcome: {d: 20}
                            process: {auc: 0.8}
                        budgets: {resource: generations, values: [1, 2]}
                        strategies: [best-of-n, majority-vote, beam-search: {width: 2}]
                        trials: {count: %d}
                        """.formatted(PROBLEMS, TRIALS))
                .toString();
    }

    private Ran power(String... options) {
        List<String> all = new ArrayList<>(List.of("power", file));
        all.addAll(List.of(options));
        return Ran.command(all.toArray(String[]::new));
    }

    @Tag("slow")
    @Test
    void json_ofAPointWorld_hasBinomialVariances() {
        JsonNode document = JsonMapper.shared()
                .readTree(power("--between", "best-of-n@2", "best-of-n@1", "--format", "json")
                        .assertDone()
                        .out());
        assertEquals("point", document.get("manifest").get("scenario").asString());
        JsonNode agreement = document.get("agreement");
        double all = PROBLEMS * TRIALS;
        assertEquals(all, agreement.get("trials").asDouble());
        // right with one candidate is right with two; only the second is right with probability .7·.3 = .21
        assertEquals(0, agreement.get("onlySecond").asInt());
        double sd = Math.sqrt(0.21 * 0.79 / all);
        assertEquals(0.21, agreement.get("onlyFirst").asInt() / all, 6 * sd);
        assertEquals(
                agreement.get("onlyFirst").asInt() / all,
                document.get("difference").get("accuracy").asDouble(),
                1e-12);
        JsonNode row = document.get("rows").get(0);
        assertEquals("same candidates", row.get("pairing").asString());
        assertEquals(
                0.21 * 0.79, row.get("within").asDouble() + row.get("between").asDouble(), 6 * sd);
        // two candidates of two steps of 500 tokens, paid once: .002 dollars; apart .003
        assertEquals(0.002, row.get("usdPerSample").asDouble(), 1e-15);
        JsonNode unpaired = document.get("rows").get(document.get("rows").size() - 1);
        assertEquals("other problems", unpaired.get("pairing").asString());
        assertEquals(0.003, unpaired.get("usdPerSample").asDouble(), 1e-15);
        assertTrue(unpaired.get("samplesPerProblem").isNull());
        assertEquals(PROBLEMS, document.get("test").get("givenProblems").asInt());
    }

    @Tag("slow")
    @Test
    void json_onAnyNumberOfThreads_hasTheSameRows() {
        String[] outs = new String[2];
        for (int i = 0; i < 2; i++) {
            outs[i] = power(
                            "--between",
                            "best-of-n",
                            "majority-vote",
                            "--format",
                            "json",
                            "--threads",
                            "" + (1 + 2 * i))
                    .assertDone()
                    .out()
                    .replaceAll("(?s)\"manifest\": \\{.*?\\n  }", "");
        }
        assertFalse(outs[0].contains("threads"));
        assertEquals(outs[0], outs[1]);
    }

    @Test
    void table_saysWhatIsNeeded() {
        String page = power("--between", "best-of-n@2", "majority-vote@2", "--problems", "77")
                .assertDone()
                .out();
        for (String words : List.of(
                "point: best-of-n@2 against majority-vote@2 on 40 problems, 500 trials of each",
                "Same candidates (paired)",
                "Same problems (paired)",
                "Other problems for each (unpaired)",
                "power of 77",
                "McNemar's test")) {
            assertTrue(page.contains(words), page);
        }
        assertTrue(page.lines().allMatch(line -> line.length() <= 100), page);
    }

    @Test
    void csv_ofAStrategyThatGoesStepByStep_sharesNoCandidates() {
        List<String> lines = power(
                        "--between", "best-of-n@2", "beam-search@2", "--samples-per-problem", "3,1", "--format", "csv")
                .assertDone()
                .out()
                .lines()
                .toList();
        assertEquals(1 + 2 * 3, lines.size());
        assertTrue(lines.stream().noneMatch(line -> line.contains("same candidates")), lines.toString());
        assertTrue(lines.get(1).startsWith("point,best-of-n@2,beam-search{width: 2}@2,same problems,"), lines.get(1));
    }

    @Test
    void power_ofThoseThatNeverDiffer_saysSo() {
        // one candidate: nothing to choose
        String page = power("--between", "best-of-n@1", "majority-vote@1")
                .assertDone()
                .out();
        assertTrue(page.contains("No difference was seen in 20,000 trials"), page);
        assertTrue(page.contains("never"), page);
    }

    @Test
    void power_ofWhatItCannotCompare_isRefused() {
        power("--between", "best-of-n@2", "best-of-n@2").assertRefused("is compared with itself");
        power("--between", "best-of-n@2", "bestofn@2").assertRefused("'bestofn@2', column 1", "Maybe: best-of-n");
        power("--between", "coverage of best-of-n@2", "best-of-n@1").assertRefused("the test is of accuracy");
        power("--between", "best-of-n@inf", "best-of-n@1").assertRefused("the test is of accuracy");
        power("--between", "best-of-n@2", "best-of-n@1", "--trials", "1")
                .assertRefused("there must be 2 to 500000 trials of each of 40 problems, not 1");
    }

    @Test
    void power_withSeveralMistakes_tellsAll() {
        power(
                        "--between",
                        "best-of-n@2",
                        "best-of-n@1",
                        "--power",
                        "1",
                        "--samples-per-problem",
                        "2,x",
                        "--problems",
                        "1",
                        "--usd-per-problem",
                        "-1",
                        "--threads",
                        "0")
                .assertRefused(
                        "--power must be",
                        "--samples-per-problem: must be whole numbers",
                        "--problems must be",
                        "--usd-per-problem must be",
                        "--threads must be");
    }

    @Test
    void power_ofARecording_saysWhatItLeavesOut() {
        String page = Ran.command(
                        "power",
                        "recorded-candidates.yaml",
                        "--between",
                        "best-of-n@4",
                        "majority-vote@4",
                        "--trials",
                        "20")
                .assertDone()
                .out();
        assertTrue(page.replaceAll("\\s+", " ").contains("Candidates are drawn from those recorded"), page);
    }
}
