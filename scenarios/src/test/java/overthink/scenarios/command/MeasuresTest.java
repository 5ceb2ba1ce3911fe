package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.results.PointColumns;
import overthink.scenarios.results.machine.CsvWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** More of what trials come to, where it is asked for. */
class MeasuresTest {

    @TempDir
    private Path temp;

    private String scenario() throws IOException {
        return Files.writeString(temp.resolve("asked.yaml"), """
                name: asked
                world:
                  problems: {count: 20, accuracy: {point: 0.5}}
                  policy: {tokens-per-step: 100, price: {output: 0.4}, latency: {per-token: 0.01}}
                  verifier: {outcome: {tpr: 0.8, fpr: 0.2}}
                budgets: {values: [1, 16]}
                strategies: [best-of-n, first-accepted]
                trials: {count: 20}
                """).toString();
    }

    private Ran run(String... options) throws IOException {
        return Ran.command(
                Stream.concat(Stream.of("run", scenario()), Stream.of(options)).toArray(String[]::new));
    }

    private JsonNode last(String... options) throws IOException {
        String[] all =
                Stream.concat(Stream.of("--format", "json"), Stream.of(options)).toArray(String[]::new);
        JsonNode rows =
                JsonMapper.shared().readTree(run(all).assertDone().out()).get("rows");
        return rows.get(rows.size() - 1);
    }

    /** Accepted are half of the candidates: P(more than n) is 2^−n, and 100 tokens take a second. */
    @Test
    void quantiles_whereAskedFor_areInTheRows() throws IOException {
        JsonNode asked = last("--set", "measures=quantiles").get("perTrial");
        assertEquals(1, asked.get("latencySeconds").get("p50").asDouble());
        assertEquals(5, asked.get("latencySeconds").get("p95").asDouble());
        assertEquals(700, asked.get("tokens").get("p99").asDouble());
        assertTrue(asked.get("correct").isNull());
        JsonNode unasked = last();
        assertFalse(unasked.has("perTrial"));
        assertEquals(0, unasked.get("costPopulationStdError").get("tokens").asDouble());
        assertEquals("last", unasked.get("effectiveParameters").get("fallback").asString());
        assertEquals(0, unasked.get("parameters").size());
    }

    @Test
    void page_showsWhatWasAskedFor() throws IOException {
        String page =
                run("--set", "measures=[quantiles, candidates]").assertDone().out();
        assertTrue(page.contains("Half, 95 % and 99 % of trials spend no more than, by budget in generations\n"), page);
        assertTrue(page.contains("1 / 5 / 7"), page);
        assertTrue(page.contains("right candidates"), page);
        assertFalse(run().assertDone().out().contains("right candidates"));
    }

    @Test
    void expectations_askByThemselves() throws IOException {
        run("--set", "expect=[{strategy: first-accepted, latency: {p95: {equals: 5}}, correct: {above: 0.9}}]")
                .assertDone();
        run("--set", "expect=[{strategy: first-accepted, tokens: {p50: {above: 100}}}]")
                .assertFailed(ExitCode.UNMET, "tokens.p50 of first-accepted at 16 is 100, not above 100");
        run("--set", "expect=[{strategy: best-of-n, divergence: {below: {strategy: first-accepted}}}]")
                .assertFailed(
                        ExitCode.UNMET,
                        "divergence of best-of-n at 16: it is not known of rows found by the method exact");
    }

    @Test
    void measures_misspelt_areRefused() throws IOException {
        run("--set", "measures=[quantile]").assertRefused("measures[0]: must be one of none, quantiles, candidates");
    }

    @Test
    void columns_allOfThem_standInTheReference() throws IOException {
        String reference = Files.readString(Path.of("REFERENCE.md"));
        List<String> missing = CsvWriter.types(PointColumns.NONE).keySet().stream()
                .map(column -> column.startsWith("perTrial.") ? column.substring("perTrial.".length()) : column)
                .filter(column -> !column.endsWith("StdError") || !column.contains(".p"))
                .map(column -> column.contains(".") ? column.substring(0, column.indexOf('.')) : column)
                .map(column -> column.matches("(correct|distinct|length).+") ? "…StdError" : column)
                .distinct()
                .filter(column -> !reference.contains("`" + column + "`") && !reference.contains("`" + column + ".…`"))
                .toList();
        assertEquals(List.of(), missing);
    }
}
