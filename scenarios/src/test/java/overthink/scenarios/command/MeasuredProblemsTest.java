package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.core.exact.Coverage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said of problems that were measured: success counts, and candidates that were recorded. */
class MeasuredProblemsTest {

    private static final long[] CORRECT = {0, 0, 1, 2, 3, 5};

    @TempDir
    private Path temp;

    private String counts(String budgets) throws IOException {
        StringBuilder file = new StringBuilder("n,c\n");
        for (long c : CORRECT) {
            file.append("5,").append(c).append('\n');
        }
        Files.writeString(temp.resolve("counts.csv"), file);
        return Files.writeString(temp.resolve("counted.yaml"), """
                world:
                  problems: {accuracy: {counts: {file: counts.csv}}}
                  policy: {steps: 2, wrong-answers: {zipf: {answers: 4, exponent: 1}}}
                  verifier: {outcome: {auc: 0.8, shared: {answer: 0.3}}}
                budgets: {values: %s}
                strategies: [best-of-n, majority-vote, weighted-vote, adaptive-consistency]
                trials: {count: 50}
                """.formatted(budgets))
                .toString();
    }

    private static double passAt(long k) {
        double sum = 0;
        for (long c : CORRECT) {
            sum += Coverage.unbiased(5, c, Math.min(k, 5));
        }
        return sum / CORRECT.length;
    }

    /** By whatever method: the same numbers, which rise with the budget and stay at what is ever solved beyond the file. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"auto", "simulated"})
    void counts_coverageOfAllThatIsDrawn_isThatOfTheFile(String method) throws IOException {
        String out = Ran.command("run", "--format", "json", "--method", method, counts("[1, 2, 5, 9]"))
                .out();
        int seen = 0;
        for (JsonNode row : JsonMapper.shared().readTree(out).get("rows")) {
            if (!row.get("strategy").asString().equals("adaptive-consistency")) {
                assertEquals(
                        passAt(row.get("budget").asLong()), row.get("coverage").asDouble(), 1e-12, row.toString());
                seen++;
            }
        }
        assertEquals(12, seen);
        assertEquals(4.0 / 6, passAt(5), 1e-12, "as many as those five samples solved");
    }

    @Tag("slow")
    @Test
    void counts_underTheTable_sayWhatTheErrorLeavesOut() throws IOException {
        Ran within = Ran.command("run", counts("[1, 5]")).assertDone();
        String words = within.out().replaceAll("\\s+", " ");
        assertTrue(
                words.contains(
                        "p of each problem is the share of right ones among 5 recorded candidates. Coverage of strategies that"
                                + " draw all their candidates at once is pass@k of these, without bias as far as they go; all"
                                + " other numbers take p for known: neither ± nor exact includes that it is estimated, or that"
                                + " the verifier is declared and was not measured."),
                words);
        assertEquals("", within.err());
        String file = counts("[1, 9]");
        String note = file
                + ": note: budgets go up to 9 candidates, and p of a problem is the share of right ones among 5 recorded"
                + " candidates: beyond these the numbers leave the file and hang on that estimate, by which a problem without"
                + " a right one is never solved\n";
        assertEquals(note, Ran.command("validate", file).err());
        assertEquals(note, Ran.command("run", file).err());
    }

    @Tag("slow")
    @Test
    void recording_underTheTable_saysOfWhatItIsExact() {
        Path file = Path.of("").resolve("recorded-candidates.yaml");
        String words = Ran.command("run", file.toString()).assertDone().out().replaceAll("\\s+", " ");
        assertTrue(
                words.contains(
                        "Exact of the candidates recorded for these 24 problems: the mean over all orders in which they"
                                + " can be drawn."),
                words);
        assertFalse(words.contains("∞"), "a recording ends");
    }

    /**
     * Exact rows against trials, in the file that ships: 7,000 trials a budget of one seed; 6 standard errors have a chance of
     * 2e-9 each, for 60 of them.
     */
    @Tag("slow")
    @Test
    void recording_exactRows_areThoseOfTrials() {
        String file = Path.of("").resolve("recorded-candidates.yaml").toString();
        JsonNode known = rows(file, "auto");
        JsonNode played = rows(file, "simulated");
        int compared = 0;
        for (int i = 0; i < known.size(); i++) {
            JsonNode exact = known.get(i);
            JsonNode row = played.get(i);
            if (exact.get("method").asString().equals("exact")) {
                double error = 6 * row.get("stdError").asDouble() + 1e-9;
                assertEquals(
                        exact.get("accuracy").asDouble(), row.get("accuracy").asDouble(), error, exact.toString());
                assertEquals(
                        exact.get("cost").get("tokens").asDouble(),
                        row.get("cost").get("tokens").asDouble(),
                        6 * row.get("costStdError").get("tokens").asDouble() + 1e-6);
                compared++;
            }
        }
        assertEquals(60, compared, "of single, best-of-n and majority-vote");
    }

    private static JsonNode rows(String file, String method) {
        String out = Ran.command("run", "--format", "json", "--method", method, file)
                .assertDone()
                .out();
        return JsonMapper.shared().readTree(out).get("rows");
    }
}
