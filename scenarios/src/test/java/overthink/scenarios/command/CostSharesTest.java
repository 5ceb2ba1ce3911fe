package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.text.Numbers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What goes to whom. A small policy of p = 0.5 whose candidates a verifier of t = 0.8 and f = 0.2 accepts is followed by a large one
 * where it does not: in 1 − (0.5 · 0.8 + 0.5 · 0.2) = 0.5 of the trials. So a trial costs on average
 *
 * <ul>
 *   <li>small: (10 · 1 + 100 · 2)/10⁶ = 210 millionths of a dollar, 2 · 10⁹ · 110 FLOPs, 100 tokens;
 *   <li>large: 0.5 · (10 · 3 + 200 · 5)/10⁶ = 515 millionths, 0.5 · 2 · 10¹⁰ · 210 FLOPs, 0.5 · 200 tokens;
 *   <li>verifier: one call of 50 · 4/10⁶ = 200 millionths and 2 · 2·10⁹ · 50 FLOPs.
 * </ul>
 */
class CostSharesTest {

    private static final double SMALL = 210e-6;
    private static final double LARGE = 515e-6;
    private static final double CHECK = 200e-6;

    static final String CASCADE = """
            name: shares
            world:
              problems: {count: 3, accuracy: {point: 0.5}}
              policies:
                small: {prompt-tokens: 10, tokens-per-step: 100, parameters: 1.0e9, price: {input: 1, output: 2}}
                large: {accuracy: {point: 0.9}, tokens-per-step: 200, parameters: 1.0e10, price: {input: 3, output: 5}}
              verifier:
                outcome: {tpr: 0.8, fpr: 0.2}
                tokens-per-call: 50
                parameters: 2.0e9
                price: {input: 4}
            budgets: {values: [1, 4]}
            strategies: [cascade]
            trials: {count: 2000}
            """;

    /** Its two verifiers are asked for every one of two candidates: 2 · 50 · 4 and 2 · 20 · 6 millionths of a dollar. */
    static final String PANEL = """
            name: panel
            world:
              problems: {count: 2, accuracy: {point: 0.5}}
              policy: {tokens-per-step: 100, price: {output: 2}}
              verifier:
                outcome:
                  tests: {d: 1, tokens-per-call: 50, price: {input: 4}}
                  style: {d: 1, tokens-per-call: 20, price: {input: 6}}
            budgets: {values: [2]}
            strategies: [verifier-ensemble]
            trials: {count: 5}
            """;

    @TempDir
    private Path temp;

    private Ran run(String scenario, String... options) throws IOException {
        String file = Files.writeString(temp.resolve("scenario.yaml"), scenario).toString();
        return Ran.command(
                Stream.concat(Stream.of("run", file), Stream.of(options)).toArray(String[]::new));
    }

    private JsonNode last(String scenario, String... options) throws IOException {
        String[] all =
                Stream.concat(Stream.of("--format", "json"), Stream.of(options)).toArray(String[]::new);
        JsonNode rows = JsonMapper.shared()
                .readTree(run(scenario, all).assertDone().out())
                .get("rows");
        return rows.get(rows.size() - 1);
    }

    private static double share(JsonNode row, String resource, String kind, String name) {
        return row.get("costShares").get(resource).get(kind).get(name).asDouble();
    }

    private static void assertAddsUp(JsonNode row) {
        assertAddsUp(row, row);
    }

    private static void assertAddsUp(JsonNode row, JsonNode paid) {
        for (String resource : new String[] {"usd", "flops", "tokens"}) {
            double sum = 0;
            for (String kind : new String[] {"policies", "verifiers"}) {
                for (JsonNode part : row.get("costShares").get(resource).get(kind)) {
                    sum += part.asDouble();
                }
            }
            double cost = paid.get("cost").get(resource).asDouble();
            assertEquals(cost, sum, 1e-12 * cost, resource);
        }
    }

    private static void assertClosedForm(JsonNode row) {
        assertEquals(SMALL, share(row, "usd", "policies", "small"), 1e-15);
        assertEquals(LARGE, share(row, "usd", "policies", "large"), 1e-15);
        assertEquals(CHECK, share(row, "usd", "verifiers", "outcome"), 1e-15);
        assertEquals(2.2e11, share(row, "flops", "policies", "small"), 1);
        assertEquals(2.1e12, share(row, "flops", "policies", "large"), 10);
        assertEquals(2e11, share(row, "flops", "verifiers", "outcome"), 1);
        assertEquals(100, share(row, "tokens", "policies", "small"), 1e-10);
        assertEquals(100, share(row, "tokens", "policies", "large"), 1e-10);
        assertEquals(0, share(row, "tokens", "verifiers", "outcome"));
    }

    @Test
    void exactRow_hasTheClosedForm() throws IOException {
        JsonNode row = last(CASCADE);
        assertEquals("exact", row.get("method").asString());
        assertClosedForm(row);
        assertAddsUp(row);
    }

    /**
     * The large policy is asked in a share of 6,000 trials that is binomial(6,000, 0.5)/6,000, whose deviation is 0.0065: five of
     * them, 0.033, are exceeded with a chance of 6e-7. What the others get is the same in every trial.
     */
    @Test
    void playedRow_hasTheClosedFormUpToItsTrials() throws IOException {
        JsonNode row = last(CASCADE, "--set", "method=simulated");
        assertEquals("simulated", row.get("method").asString());
        assertEquals(SMALL, share(row, "usd", "policies", "small"), 1e-15);
        assertEquals(LARGE, share(row, "usd", "policies", "large"), 2 * LARGE * 0.033);
        assertEquals(CHECK, share(row, "usd", "verifiers", "outcome"), 1e-15);
        assertAddsUp(row);
    }

    /** Planted: the large policy's work by the small one's tariff, and the verifier's by the large one's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "world.policies.large.price={input: 1, output: 2}",
                "world.policies.large.parameters=1.0e9",
                "world.verifier.price={input: 3}"
            })
    void wrongTariff_isRejected(String planted) throws IOException {
        JsonNode wrong = last(CASCADE, "--set", planted);
        JsonNode right = last(CASCADE);
        assertAddsUp(wrong);
        assertThrows(AssertionError.class, () -> assertClosedForm(wrong));
        assertThrows(AssertionError.class, () -> assertAddsUp(wrong, right));
    }

    @Test
    void namedVerifiers_eachHaveTheirOwn() throws IOException {
        JsonNode row = last(PANEL);
        assertEquals(400e-6, share(row, "usd", "policies", "policy"), 1e-15);
        assertEquals(400e-6, share(row, "usd", "verifiers", "tests"), 1e-15);
        assertEquals(240e-6, share(row, "usd", "verifiers", "style"), 1e-15);
        assertAddsUp(row);
    }

    /** 210, 515 and 200 of 925. */
    @Test
    void page_hasPercentagesAtTheLargestBudget() throws IOException {
        String page = run(CASCADE).assertDone().out();
        assertTrue(page.contains("What the money goes to, in % of dollars"), page);
        assertTrue(page.matches("(?s).*cascade +4 +22\\.7 +55\\.7 +21\\.6\n.*"), page);
        String free = CASCADE.replaceAll(", price: \\{[^}]*}", "").replaceAll("    price: \\{input: 4}\n", "");
        String unpriced = run(free).assertDone().out();
        assertTrue(unpriced.contains("in % of FLOPs, as nothing has a price"), unpriced);
        assertTrue(unpriced.matches("(?s).*cascade +4 +8\\.7 +83\\.3 +7\\.9\n.*"), unpriced);
        String markdown = run(CASCADE, "--format", "markdown").assertDone().out();
        assertTrue(markdown.contains("What the money goes to"), markdown);
        String unpaid = free.replaceAll("parameters: [^,}\n]+", "parameters: 0");
        assertFalse(run(unpaid).assertDone().out().contains("the money"));
    }

    /** The same of FLOPs and tokens, and of a verifier that has a policy's name. */
    @Test
    void expectations_areOfParts() throws IOException {
        run(CASCADE, "--set", expect("usd: {large: {equals: 0.5567568, tolerance: 1.0e-7}}"))
                .assertDone();
        run(CASCADE, "--set", expect("flops: {small: {equals: 0.0873016, tolerance: 1.0e-7}}"))
                .assertDone();
        run(CASCADE, "--set", expect("tokens: {large: {equals: 0.5}, outcome: {equals: 0}}"))
                .assertDone();
        run(CASCADE, "--set", expect("usd: {large: {above: {strategy: cascade, budget: 1}, by: 0.5}}"))
                .assertDone();
        run(CASCADE, "--set", expect("usd: {large: {above: 0.6}}"))
                .assertFailed(ExitCode.UNMET, "cost-share.usd.large of cascade at 4 is 0.556757, not above 0.6");
        String named = PANEL.replace("style:", "policy:");
        run(named, "--set", expect("usd: {policy (verifier): {equals: 0.2307692, tolerance: 1.0e-7}}"))
                .assertDone();
    }

    private static String expect(String shares) {
        String strategy = shares.contains("verifier)") ? "verifier-ensemble" : "cascade";
        return "expect=[{strategy: %s, cost-share: {%s}}]".formatted(strategy, shares);
    }

    @Test
    void expectations_ofNobody_areRefused() throws IOException {
        run(CASCADE, "--set", expect("usd: {lage: {above: 0.5}}"))
                .assertRefused("there is no policy or verifier lage; there are: small, large, outcome. Maybe: large");
        run(PANEL.replaceAll("\n +style:[^\n]*", ""), "--set", expect("usd: {policy (verifier): {above: 0.5}}"))
                .assertRefused("costs are divided where there are several policies, or several verifiers");
    }

    /**
     * The part that goes to the large policy is R = L·q/(S + L·q), with L = 1,030 millionths when it is asked, q the share of
     * the trials in which it is, and S = 410 what is always spent. The error of q over 6,000 trials is √(0.25/6,000), so that of
     * R is L·S/(S + L·q)² times this. It is estimated from 3 · 256 groups of trials, to 1/√(2 · 765) = 0.026: five of these are
     * exceeded with a chance of 6e-7. Planted: the error of the numerator alone, by a factor (S + L·q)/S = 2.3.
     */
    @Test
    void part_ofPlayedRow_hasTheErrorOfARatio() throws IOException {
        String[] options = {
            "--format", "json", "--set", "method=simulated", "--set", expect("usd: {large: {above: 0.4}}")
        };
        double error = JsonMapper.shared()
                .readTree(run(CASCADE, options).assertDone().out())
                .get("expectations")
                .get(0)
                .get("observedError")
                .asDouble();
        double deviation = Math.sqrt(0.25 / 6000);
        double closed = 1030e-6 * 410e-6 / Math.pow(925e-6, 2) * deviation;
        assertEquals(1, error / closed, 5 * 0.026);
        assertThrows(AssertionError.class, () -> assertEquals(1, error / (1030.0 / 925 * deviation), 5 * 0.026));
    }

    /** Beside the amounts their parts of the whole, 515 of 925 at the large policy; known ones have no error. */
    @Tag("slow")
    @Test
    void fractions_areBesideTheAmounts_withTheirErrors() throws IOException {
        JsonNode exact = last(CASCADE).get("costFractions").get("usd");
        assertEquals(
                515.0 / 925, exact.get("policies").get("large").get("value").asDouble(), 1e-12);
        assertEquals(
                200.0 / 925, exact.get("verifiers").get("outcome").get("value").asDouble(), 1e-12);
        assertEquals(0, exact.get("policies").get("large").get("stdError").asDouble());
        JsonNode row = last(CASCADE, "--set", "method=simulated");
        JsonNode played = row.get("costFractions").get("usd").get("policies");
        double closed = 1030e-6 * 410e-6 / Math.pow(925e-6, 2) * Math.sqrt(0.25 / 6000);
        double error = played.get("large").get("stdError").asDouble();
        assertEquals(1, error / closed, 5 * 0.026);
        assertEquals(
                share(row, "usd", "policies", "large")
                        / row.get("cost").get("usd").asDouble(),
                played.get("large").get("value").asDouble(),
                1e-12);
        JsonNode free = last(CASCADE.replaceAll("price: \\{[^}]*}", "price: {}"))
                .get("costFractions")
                .get("usd");
        assertTrue(free.get("policies").get("large").get("value").isNull(), "nothing of nothing");
        String csv = run(CASCADE, "--set", "method=simulated", "--format", "csv")
                .assertDone()
                .out();
        List<String> header = List.of(csv.substring(0, csv.indexOf('\n')).split(",", -1));
        String[] last = csv.strip().substring(csv.strip().lastIndexOf('\n') + 1).split(",", -1);
        String cell = last[header.indexOf("costFractionsStdError.usd.policies")];
        assertTrue(cell.endsWith(";large=" + Numbers.shortest(error)), cell);
    }

    @Test
    void everyFormat_hasThem() throws IOException {
        String csv = run(CASCADE, "--format", "csv").assertDone().out();
        List<String> header = List.of(csv.substring(0, csv.indexOf('\n')).split(",", -1));
        String[] last = csv.strip().substring(csv.strip().lastIndexOf('\n') + 1).split(",", -1);
        String policies = last[header.indexOf("costShares.usd.policies")];
        assertTrue(policies.matches("small=2\\.1\\d*e-4;large=5\\.15\\d*e-4"), policies);
        assertEquals("outcome=2.0e-4", last[header.indexOf("costShares.usd.verifiers")]);
        assertEquals("outcome=0.0", last[header.indexOf("costShares.tokens.verifiers")]);
        String latex = run(CASCADE, "--format", "latex").assertDone().out();
        assertTrue(latex.contains("cascade & 4 & 22.7 & 55.7 & 21.6 \\\\"), latex);
        String words = run(CASCADE, "--format", "long").assertDone().out();
        assertTrue(words.contains(
                "; of the money 22.7 percent to small, 55.7 percent to large, 21.6 percent to outcome."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "long", "json"})
    void onePolicyAndVerifier_haveNone(String format) throws IOException {
        String out = run("""
                name: one
                world:
                  problems: {count: 2, accuracy: {point: 0.5}}
                  policy: {tokens-per-step: 100, price: {output: 2}}
                  verifier: {outcome: {tpr: 0.8, fpr: 0.2}, tokens-per-call: 50, price: {input: 4}}
                budgets: {values: [2]}
                strategies: [best-of-n]
                trials: {count: 5}
                """, "--format", format).assertDone().out();
        assertFalse(out.contains("costShares") || out.contains("the money"), out);
    }
}
