package overthink.scenarios.results.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Tail;
import overthink.scenarios.results.Made;
import overthink.scenarios.results.Manifest;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.results.SweepDocument;
import overthink.scenarios.text.Numbers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonWriterTest {

    @Test
    void write_oneDocument_givesTheKeysInOrderARowALine() throws IOException {
        assertEquals("""
                {
                  "manifest": {
                    "schema": 1,
                    "scenario": "made-up",
                    "digest": "0123456789abcdef",
                    "seed": 42,
                    "version": "0.1.0",
                    "java": "17.0.15",
                    "threads": 2,
                    "seconds": 1.9
                  },
                  "rows": [
                    {"strategy": "beam-search", "parameters": {"width": 4}, "effectiveParameters": {"width": 4}, \
                "resource": "generations", "budget": 64, \
                "bin": "all", "method": "simulated", "problems": 500, "spread": "random", "trials": 20000, "accuracy": 0.7312, \
                "stdError": 0.0021, "populationStdError": 0.0137, "lower": 0.7271, "upper": 0.7353, "tolerance": 0.0, \
                "limited": false, \
                "coverage": 0.9105, "abstained": 0.0, "falseAccepted": 0.2688, \
                "cost": {"generations": 64.0, "steps": 512.0, "tokens": 30720.0, "inputTokens": 200.0, "verifierCalls": 512.0, \
                "rounds": 8.0, "latencySeconds": 7.2, "flops": 4.9e14, "usd": 0.0123}, \
                "costStdError": {"generations": 0.0, "steps": 0.0, "tokens": 0.0, "inputTokens": 0.0, \
                "verifierCalls": 0.0, "rounds": 0.0, "latencySeconds": 0.0, "flops": 0.0, "usd": 0.0}, \
                "costPopulationStdError": {"generations": null, "steps": null, "tokens": null, "inputTokens": null, \
                "verifierCalls": null, "rounds": null, "latencySeconds": null, "flops": null, "usd": null}},
                    {"strategy": "odd, \\"name\\"", "parameters": {"flag": true, "select": "vote", \
                "temperature": 0.5}, "effectiveParameters": {"flag": true, "select": "vote", "temperature": 0.5}, \
                "resource": "usd", "budget": 0.05, "bin": "q1", "method": "exact", \
                "problems": 1, "spread": "random", "trials": 3000000000, "accuracy": 0.3333333333333333, "stdError": 0.0, \
                "populationStdError": null, "lower": 0.3333333333333333, "upper": 0.3333333333333333, "tolerance": 0.0, \
                "limited": false, \
                "coverage": 1.0, "abstained": 1.0e-7, "falseAccepted": 0.6666666666666666, \
                "cost": {"generations": 0.1, "steps": 1.0, "tokens": 0.002, "inputTokens": 0.0, "verifierCalls": 1.23456789e7, \
                "rounds": 1.0, "latencySeconds": 100.0, "flops": 1.0e23, "usd": 0.0}, \
                "costStdError": {"generations": 0.0, "steps": 0.0, "tokens": 0.0, "inputTokens": 0.0, \
                "verifierCalls": 0.0, "rounds": 0.0, "latencySeconds": 0.0, "flops": 0.0, "usd": 0.0}, \
                "costPopulationStdError": {"generations": null, "steps": null, "tokens": null, "inputTokens": null, \
                "verifierCalls": null, "rounds": null, "latencySeconds": null, "flops": null, "usd": null}}
                  ],
                  "faults": [
                    {"strategy": "looping", "parameters": {"k": 3}, "kind": "looped", \
                "message": "at problem 3, \\"trial\\" 7"}
                  ]
                }
                """, written(false, Made.golden()));
    }

    @Test
    void write_utility_isStatedInRowsAndWithTheBestBudgets() throws IOException {
        String text = written(false, Made.valued());
        assertTrue(text.contains("""
                  "utility": {
                    "correct": 1.0,
                    "wrong": -2.0,
                    "abstained": 0.0,
                    "per": {"latency": 0.01, "usd": 5.0}
                  },
                  "rows": [
                """), text);
        assertTrue(
                text.contains("\"falseAccepted\": 0.25, \"utility\": 0.125, \"utilityStdError\": 0.01, "
                        + "\"utilityPopulationStdError\": null, \"utilityTolerance\": 0.0, \"cost\": {"),
                text);
        assertTrue(text.contains("""
                  "bestBudgets": [
                    {"strategy": "known", "parameters": {}, "resource": "generations", "bin": "all", \
                "listed": {"budget": 8, "method": "exact", "utility": 0.5, "utilityStdError": 0.0, \
                "utilityPopulationStdError": 0.02, "utilityTolerance": 1.0e-14}, "overall": {"budget": 1234, "utility": 0.625}},
                    {"strategy": "endless", "parameters": {}, "resource": "generations", "bin": "all", \
                "listed": {"budget": 8, "method": "exact", "utility": 0.375, "utilityStdError": 0.0, \
                "utilityPopulationStdError": 0.02, "utilityTolerance": 1.0e-14}, "overall": {"budget": null, "utility": 0.75}},
                    {"strategy": "simulated", "parameters": {}, "resource": "generations", "bin": "all", \
                "listed": {"budget": 4, "method": "simulated", "utility": 0.125, "utilityStdError": 0.01, \
                "utilityPopulationStdError": null, "utilityTolerance": 0.0}}
                  ]
                """), text);
        assertFalse(written(false, Made.golden()).contains("tility"));
        assertFalse(written(false, Made.golden()).contains("bestBudgets"));
    }

    @Test
    void write_limits_haveATailWhereThereIsOne() throws IOException {
        ResultDocument document = new ResultDocument(
                Made.MANIFEST,
                List.of(),
                List.of(),
                List.of(
                        new Limit(
                                "best-of-n",
                                Map.of(),
                                "all",
                                0.5,
                                1,
                                OptionalDouble.empty(),
                                Optional.of(new Tail(0, 0.9))),
                        new Limit("single", Map.of(), "all", 0.25, 0.25, OptionalDouble.empty(), Optional.empty())),
                List.of());
        assertTrue(written(false, document).contains("""
                  "limits": [
                    {"strategy": "best-of-n", "parameters": {}, "bin": "all", "accuracy": 0.5, "coverage": 1.0, \
                "coverageTail": {"p": 0.0, "exponent": 0.9}},
                    {"strategy": "single", "parameters": {}, "bin": "all", "accuracy": 0.25, "coverage": 0.25}
                  ]
                """), written(false, document));
    }

    @Test
    void write_differences_haveBothIntervals() throws IOException {
        String text = written(false, Made.compared());
        assertTrue(text.contains("""
                  "differences": [
                    {"strategy": "beam-search", "parameters": {"width": 4}, \
                "reference": {"strategy": "single", "parameters": {}}, "resource": "generations", "budget": 64, \
                "bin": "all", "difference": 0.25, "stdError": 0.0, "lower": 0.25, "upper": 0.25, \
                "populationStdError": null, "populationLower": null, "populationUpper": null},
                """), text);
    }

    @Test
    void write_withoutFaults_hasNoKeyForThem() throws IOException {
        ResultDocument document = Made.document(List.of(Made.row("single", Map.of(), 1, "all", 0.5)));
        assertFalse(written(false, document).contains("faults"));
    }

    @Test
    void write_withoutRows_isStillADocument() throws IOException {
        JsonNode json = JsonMapper.shared().readTree(written(false, Made.document(List.of())));
        assertEquals(0, json.get("rows").size());
    }

    @Test
    void write_severalDocuments_giveAnArray() throws IOException {
        String text = written(true, Made.golden(), Made.golden());
        JsonNode json = JsonMapper.shared().readTree(text);
        assertEquals(2, json.size());
        assertEquals(
                "beam-search", json.get(1).get("rows").get(0).get("strategy").asString());
        assertEquals(
                4, text.lines().filter(line -> line.contains("\"accuracy\"")).count(), "a line for each row");
    }

    @Test
    void writeRows_twoRunsThatDifferInTime_giveTheSameBytes() throws IOException {
        ResultDocument one = Made.golden();
        ResultDocument other = new ResultDocument(
                new Manifest("made-up", "0123456789abcdef", 42, "0.1.0", "25", 7, 0.1),
                one.rows(),
                one.faults(),
                one.limits(),
                one.findings());
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        JsonWriter.writeRows(first, SweepDocument.of(one));
        JsonWriter.writeRows(second, SweepDocument.of(other));
        assertEquals(first.toString(StandardCharsets.UTF_8), second.toString(StandardCharsets.UTF_8));
    }

    @Tag("slow")
    @Test
    void shortest_anyDouble_readsBackAndIsNeverLongerThanJavas() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 100_000; i++) {
            double bits = Double.longBitsToDouble(random.nextLong());
            double value = !Double.isFinite(bits) || i % 2 == 0 ? random.nextDouble() : bits;
            String text = Numbers.shortest(value);
            assertEquals(value, Double.parseDouble(text), 0, text);
            assertTrue(text.length() <= Double.toString(value).length(), text);
        }
        assertEquals("2.0e-44", Numbers.shortest(2e-44));
        assertEquals("1.0e23", Numbers.shortest(1e23));
    }

    private static String written(boolean array, ResultDocument... documents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter writer = new JsonWriter(out, array)) {
            for (ResultDocument document : documents) {
                writer.write(document);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
