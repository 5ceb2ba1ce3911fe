package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.scenarios.text.Numbers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What costs go for: those of {@link CostSharesTest}, whose policies read prompts of 10 tokens. */
class CostPartsTest {

    @TempDir
    private Path temp;

    private JsonNode last(String scenario, String... options) throws IOException {
        String file = Files.writeString(temp.resolve("scenario.yaml"), scenario).toString();
        String[] all = Stream.concat(Stream.of("run", file, "--format", "json"), Stream.of(options))
                .toArray(String[]::new);
        JsonNode rows = JsonMapper.shared()
                .readTree(Ran.command(all).assertDone().out())
                .get("rows");
        return rows.get(rows.size() - 1);
    }

    private static double part(JsonNode row, String resource, String kind, String name) {
        return row.get("costParts").get(resource).get(kind).get(name).asDouble();
    }

    private static void assertAddsUp(JsonNode row) {
        for (String resource : new String[] {"usd", "flops"}) {
            double sum = 0;
            for (JsonNode kind : row.get("costParts").get(resource)) {
                for (JsonNode part : kind) {
                    sum += part.asDouble();
                }
            }
            double cost = row.get("cost").get(resource).asDouble();
            assertEquals(cost, sum, 1e-12 * cost, resource);
        }
    }

    /** The small policy always reads and answers, the large one in half of the trials. */
    private static void assertClosedForm(JsonNode row) {
        assertEquals(10e-6, part(row, "usd", "read", "small"), 1e-15);
        assertEquals(200e-6, part(row, "usd", "generated", "small"), 1e-15);
        assertEquals(.5 * 30e-6, part(row, "usd", "read", "large"), 1e-15);
        assertEquals(.5 * 1000e-6, part(row, "usd", "generated", "large"), 1e-15);
        assertEquals(200e-6, part(row, "usd", "verified", "outcome"), 1e-15);
        assertEquals(2e10, part(row, "flops", "read", "small"), 1);
        assertEquals(2e11, part(row, "flops", "generated", "small"), 1);
        assertEquals(1e11, part(row, "flops", "read", "large"), 1);
        assertEquals(2e12, part(row, "flops", "generated", "large"), 10);
        assertEquals(2e11, part(row, "flops", "verified", "outcome"), 1);
    }

    @Test
    void exactRow_hasTheClosedForm() throws IOException {
        JsonNode row = last(CostSharesTest.CASCADE);
        assertEquals("exact", row.get("method").asString());
        assertClosedForm(row);
        assertAddsUp(row);
    }

    @Test
    void csv_hasThemByKind() throws IOException {
        String file = Files.writeString(temp.resolve("scenario.yaml"), CostSharesTest.CASCADE)
                .toString();
        String csv =
                Ran.command("run", file, "--format", "csv").assertDone().out().strip();
        List<String> header = List.of(csv.substring(0, csv.indexOf('\n')).split(",", -1));
        String[] last = csv.substring(csv.lastIndexOf('\n') + 1).split(",", -1);
        JsonNode row = last(CostSharesTest.CASCADE);
        for (String resource : List.of("usd", "flops")) {
            assertEquals(
                    "small=%s;large=%s"
                            .formatted(
                                    Numbers.shortest(part(row, resource, "read", "small")),
                                    Numbers.shortest(part(row, resource, "read", "large"))),
                    last[header.indexOf("costParts.%s.read".formatted(resource))]);
            assertEquals(
                    "outcome=" + Numbers.shortest(part(row, resource, "verified", "outcome")),
                    last[header.indexOf("costParts.%s.verified".formatted(resource))]);
        }
    }

    /** What does not hang on how often the large policy is asked is the same in every trial. */
    @Test
    void playedRow_addsUp() throws IOException {
        JsonNode row = last(CostSharesTest.CASCADE, "--set", "method=simulated", "--set", "trials.count=20");
        assertEquals("simulated", row.get("method").asString());
        assertEquals(10e-6, part(row, "usd", "read", "small"), 1e-15);
        assertEquals(200e-6, part(row, "usd", "generated", "small"), 1e-15);
        assertEquals(
                30e-6 / 1000e-6, part(row, "usd", "read", "large") / part(row, "usd", "generated", "large"), 1e-12);
        assertAddsUp(row);
    }

    /** Planted: a price of the prompt, and a length, that are not those of the closed form. */
    @ParameterizedTest
    @ValueSource(
            strings = {"world.policies.small.price={input: 2, output: 2}", "world.policies.large.tokens-per-step=201"})
    void wrongPart_isRejected(String planted) throws IOException {
        JsonNode wrong = last(CostSharesTest.CASCADE, "--set", planted);
        assertAddsUp(wrong);
        assertThrows(AssertionError.class, () -> assertClosedForm(wrong));
    }

    @Test
    void namedVerifiers_andOnePolicy_haveTheirOwn() throws IOException {
        JsonNode row = last(CostSharesTest.PANEL);
        assertEquals(400e-6, part(row, "usd", "generated", "policy"), 1e-15);
        assertEquals(0, part(row, "usd", "read", "policy"));
        assertEquals(400e-6, part(row, "usd", "verified", "tests"), 1e-15);
        assertEquals(240e-6, part(row, "usd", "verified", "style"), 1e-15);
        assertAddsUp(row);
    }

    @Test
    void whereNothingCosts_thereAreNone() throws IOException {
        JsonNode row = last("""
                world:
                  problems: {count: 2, accuracy: {point: 0.5}}
                  verifier: {outcome: {d: 1}}
                budgets: {values: [2]}
                strategies: [best-of-n]
                """);
        assertFalse(row.has("costParts"));
    }
}
