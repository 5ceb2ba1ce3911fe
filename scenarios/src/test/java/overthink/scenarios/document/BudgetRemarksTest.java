package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import overthink.core.experiment.Progress;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.scenarios.document.remark.BudgetRemarks;
import overthink.scenarios.plugins.StrategyCatalog;

class BudgetRemarksTest {

    private static final StrategyCatalog SHIPPED = StrategyCatalog.load(List.of());

    @TempDir
    Path folder;

    private static String text(String policy, String verifier, String resource, String strategies) {
        return """
                name: sample
                world:
                  problems: {count: 2, accuracy: 0.3}
                  policy: {%s}
                  verifier: {outcome: {d: 1}, %s}
                budgets: {resource: %s, values: [1, 2], generations: 16}
                strategies: [%s]
                trials: {count: 5}
                """.formatted(policy, verifier, resource, strategies);
    }

    private List<String> mistakes(String text) {
        return ScenarioText.mistakes(folder, text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            usd     | steps: 2             | tokens-per-call: 0                    | single    | world.policy.price.output
            usd     | price: {input: 5}, prompt-tokens: 9 | tokens-per-call: 0     | single    | world.policy.price.output
            usd     | tokens-per-step: 0, price: {output: 1} | tokens-per-call: 0  | single    | world.policy.tokens-per-step
            usd     | steps: 2             | tokens-per-call: 0, price: {input: 1} | best-of-n | world.policy.price.output, world.verifier.tokens-per-call
            usd     | steps: 2             | tokens-per-call: 7                    | best-of-n | world.policy.price.output, world.verifier.price.input
            usd     | steps: 2             | tokens-per-call: 7, price: {input: 1} | single    | world.policy.price.output
            flops   | steps: 2             | tokens-per-call: 7                    | best-of-n | world.policy.parameters, world.verifier.parameters
            flops   | steps: 2             | tokens-per-call: 7, parameters: 5     | single    | world.policy.parameters
            latency | latency: {concurrency: 3} | tokens-per-call: 7               | best-of-n | world.policy.latency, world.verifier.latency
            latency | tokens-per-step: 0, latency: {per-token: 3} | tokens-per-call: 0 | single | world.policy.latency
            tokens  | tokens-per-step: 0   | tokens-per-call: 7                    | best-of-n | world.policy.tokens-per-step
            """)
    void budget_ofWhatNothingCosts_isRefusedWithTheKeysThatWouldCost(
            String resource, String policy, String verifier, String strategies, String keys) {
        assertEquals(
                List.of(
                        "sample.yaml:6: budgets.resource: a budget in %s bounds nothing here: nothing that a strategy does costs any. What makes it cost: %s"
                                .formatted(resource, keys)),
                mistakes(text(policy, verifier, resource, strategies)));
    }

    @Test
    void budgetOfVerifierCalls_noneCalled_isRefused() {
        assertEquals(
                List.of(
                        "sample.yaml:6: budgets.resource: a budget in verifier-calls bounds nothing here: no strategy calls a verifier"),
                mistakes(text("steps: 2", "tokens-per-call: 0", "verifier-calls", "single")));
    }

    @Test
    void budgetOfWhatNothingCosts_otherMistakes_areReportedBeside() {
        String text =
                text("steps: 2", "tokens-per-call: 0", "usd", "single").replace("trials: {count: 5}", "method: fast");
        assertEquals(2, mistakes(text).size(), () -> mistakes(text).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            usd            | price: {output: 1}    | tokens-per-call: 0
            usd            | steps: 2              | tokens-per-call: 7, price: {input: 1}
            flops          | parameters: 1         | tokens-per-call: 0
            latency        | latency: {prefill: 1} | tokens-per-call: 0
            latency        | steps: 2              | latency: {prefill: 1}
            tokens         | tokens-per-step: {uniform: {min: 0, max: 1}} | tokens-per-call: 0
            verifier-calls | steps: 2              | tokens-per-call: 0
            rounds         | steps: 2              | tokens-per-call: 0
            steps          | tokens-per-step: 0    | tokens-per-call: 0
            """)
    void budget_ofWhatIsCharged_isRead(String resource, String policy, String verifier) {
        assertEquals(List.of(), mistakes(text(policy, verifier, resource, "best-of-n")));
    }

    @Test
    void cautions_someStrategiesFree_nameThem() {
        Scenario scenario = ScenarioText.read(
                folder,
                text(
                        "steps: 2",
                        "tokens-per-call: 7, price: {input: 1}",
                        "usd",
                        "best-of-n, single, tuned: {whole: 3}"));
        assertEquals(
                List.of(
                        "budgets: nothing that single, tuned {whole=3} do costs any usd, so that no budget here bounds it;"
                                + " budgets.generations does, which is 16. What makes it cost: world.policy.price.output."),
                new BudgetRemarks(scenario.experiment()).cautions());
        Scenario bounded =
                ScenarioText.read(folder, text("price: {output: 1}", "tokens-per-call: 0", "usd", "best-of-n, single"));
        assertEquals(List.of(), new BudgetRemarks(bounded.experiment()).cautions());
    }

    /** A judge's calls and a vote's none, with the strategies that ship. */
    @Test
    void bounded_generationsSpentBeforeTheBudget_areNamed() {
        Scenario scenario = new ScenarioReader(SHIPPED)
                .read(
                        ScenarioText.write(
                                folder,
                                text("steps: 1", "tokens-per-call: 0", "verifier-calls", "majority-vote, best-of-n")),
                        List.of());
        BudgetRemarks remarks = new BudgetRemarks(scenario.experiment());
        assertTrue(
                remarks.cautions().get(0).contains("majority-vote does"),
                remarks.cautions().toString());
        Results results = Simulator.run(scenario.experiment(), 1, Progress.SILENT);
        assertEquals(
                "majority-vote came to the 16 generations of budgets.generations before some budget in verifier-calls was"
                        + " spent.",
                remarks.bounded(results.rows()));
    }
}
