package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.Terminal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code plan} says what to do, or what is wrong with the question. */
class PlanCommandTest {

    private static final String SMALL = """
            name: small
            seed: 5
            world:
              problems: {count: 30, accuracy: {beta: {alpha: 0.9, beta: 1.6}}}
              policy:
                steps: 2
                wrong-answers: {zipf: {answers: 6, exponent: 1.2}}
                tokens-per-step: 100
                price: {output: 1.0}
                latency: {per-token: 0.01, concurrency: 4}
              verifier:
                outcome: {auc: 0.8}
                process: {auc: 0.75}
                tokens-per-call: 100
                price: {input: 0.5}
            budgets: {values: [1, 2, 4, 8]}
            strategies: [best-of-n, majority-vote, beam-search: {width: 2}]
            trials: {count: 100}
            """;

    @TempDir
    private Path folder;

    private String file() throws IOException {
        return Files.writeString(folder.resolve("small.yaml"), SMALL).toString();
    }

    private Ran plan(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("plan", file()));
        all.addAll(List.of(options));
        return Ran.command(all.toArray(String[]::new));
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--max-usd 0|--max-usd: the amount must be a number between",
                "--max-generations -3|--max-generations: the amount must be a number between",
                "--max-latency p59:3|there is no quantile 'p59'; there are: mean, p50, p90, p95, p99. Maybe: p50",
                "--max-latency 3s|the amount must be a number, such as 5 or p95:5, not '3s'",
                "--max-steps p95:3|quantiles are of usd, latency and tokens",
                "--max-usd 1 --max-usd 2|--max-usd: the mean is capped twice",
                "--max-flops 3|What makes it cost: world.policy.parameters",
                "--target-accuracy .8 --wrong-answer-cost 3|give one",
                "--target-accuracy 80|Maybe: 80%",
                "--target-accuracy 0|must be above 0 and at most 1",
                "--minimise usd|which is missing",
                "--target-accuracy .4 --minimise tokns|there is no resource 'tokns'",
                "--target-accuracy .4 --per-difficulty|which a hard bin may never reach",
                "--wrong-answer-cost -1|It is what a wrong answer costs, without a sign",
                "--strategies bst-of-n|Maybe: best-of-n",
                "--strategies first-accepted|first-accepted needs",
                "--strategies all,best-of-n|all are all",
                "--posterior nix.csv|there is no such file",
                "--threads 0|--threads must be between 1 and 1024",
                "--format csv|must be table or json"
            })
    void question_thatCannotBe_isRefusedWithItsReason(String options, String reason) throws IOException {
        plan(options.split(" ")).assertRefused(reason);
    }

    @Test
    void mistakes_areAllNamedAtOnce() throws IOException {
        plan("--max-usd", "0", "--max-latency", "p59:3", "--strategies", "nix")
                .assertRefused("--max-usd: the amount", "there is no quantile 'p59'", "there is no strategy 'nix'");
    }

    @Test
    void caps_thatNothingMeets_endWith4AndNameTheNearest() throws IOException {
        Ran ran = plan("--max-usd", "0.0001", "--no-flips");
        assertEquals(ExitCode.NOTHING, ran.code(), ran.err());
        assertTrue(ran.out().contains("nothing       meets --max-usd 0.0001"), ran.out());
        // 200 tokens at a dollar a million
        assertTrue(
                ran.out().replaceAll("\\s+", " ").contains("misses --max-usd 0.0001 by least: $0.0002, 100 % too much"),
                ran.out());
    }

    /** A budget that pays for nothing spends nothing, which a single trial does not show. */
    @Test
    void cap_thatIsMetButNotForSure_isNotSaidToBeMissed() throws IOException {
        Ran ran = plan(
                "--max-usd",
                "1e-9",
                "--no-flips",
                "--set",
                "world.problems.count=1",
                "--set",
                "trials.count=1",
                "--set",
                "budgets={resource: usd, values: [0.0000001, 0.001]}");
        assertEquals(ExitCode.NOTHING, ran.code(), ran.err());
        String out = ran.out().replaceAll("\\s+", " ");
        assertTrue(out.contains("may meet --max-usd 1e-9, but the trials do not show that it does for half"), out);
        assertFalse(out.contains("-100 %"), out);
    }

    @Tag("slow")
    @Test
    void output_run_givesTheRowThatIsRecommended() throws IOException {
        Path output = folder.resolve("plan.yaml");
        Ran ran = plan("--max-generations", "4", "--no-flips", "--format", "json", "-o", output.toString());
        assertEquals(ExitCode.DONE, ran.code(), ran.err());
        JsonNode chosen = JsonMapper.shared().readTree(ran.out()).get("choice").get("chosen");
        assertEquals("beam-search", chosen.get("strategy").asString());
        assertEquals("exact", chosen.get("method").asString());
        JsonNode rows = JsonMapper.shared()
                .readTree(Ran.command("run", output.toString(), "--format", "json")
                        .assertDone()
                        .out())
                .get("rows");
        assertEquals(1, rows.size());
        JsonNode row = rows.get(0);
        for (String field : List.of("strategy", "parameters", "budget", "method", "trials", "accuracy", "cost")) {
            assertEquals(row.get(field), chosen.get(field), field);
        }
        plan("-o", output.toString()).assertRefused("is there already. Give another name, or --force.");
        plan("-o", folder.resolve("small.yaml").toString(), "--force").assertRefused("is the scenario itself");
    }

    @Tag("slow")
    @Test
    void page_fits60Columns() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(out, false, StandardCharsets.UTF_8);
        Terminal narrow = new Terminal(printer, printer, false, false, 60);
        int code = Main.run(narrow, "plan", file(), "--max-usd", "0.002", "--max-latency", "p95:6", "--per-difficulty");
        String page = out.toString(StandardCharsets.UTF_8);
        assertEquals(ExitCode.DONE, code, page);
        for (String line : page.lines().toList()) {
            assertTrue(line.length() <= 60, line);
        }
        for (String part :
                List.of("do  ", "next best", "for half", "for twice", "By difficulty", "What would change")) {
            assertTrue(page.contains(part), part + "\n" + page);
        }
        assertFalse(page.contains("NaN"), page);
    }

    @Test
    void quantile_thatMathematicsDoesNotKnow_isFoundByTrialsAndKept() throws IOException {
        // four calls at once: 8 candidates of 200 tokens take 4 s, 4 take 2 s; every trial spends the same
        Ran ran = plan("--max-latency", "p95:2.5", "--no-flips", "--format", "json", "--set", "strategies=[best-of-n]");
        JsonNode chosen = JsonMapper.shared().readTree(ran.out()).get("choice").get("chosen");
        assertEquals(4, chosen.get("budget").asInt(), ran.out());
        assertEquals("exact", chosen.get("method").asString());
    }
}
