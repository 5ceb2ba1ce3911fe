package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.api.RealRange;
import overthink.core.api.Resource;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.Progress;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.model.SyntheticWorld;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.core.world.Policy;
import overthink.core.world.Verifiers;
import overthink.scenarios.plugins.StrategyCatalog;

/**
 * Scenarios whose cost keys are each the least or the greatest that they may be, or everyday ones, under budgets from the
 * least to the greatest: whatever is drawn, every cost is at least 0, finite, no more than its calls times the greatest cost
 * of a call, and within the budget, and nothing fails.
 */
class CostCornersTest {

    private static final StrategyCatalog SHIPPED = StrategyCatalog.load(List.of());
    private static final int SCENARIOS = 64;
    private static final int GENERATIONS = 4;
    private static final double ROUNDING = 1e-9;

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(2);

    private String either(String... values) {
        return values[random.nextInt(values.length)];
    }

    private String corner(RealRange range, String everyday) {
        return either(RealRange.text(range.least()), RealRange.text(range.most()), everyday, "1e-300");
    }

    private String count(int least, int most) {
        return either(
                Integer.toString(least),
                Integer.toString(most),
                "{uniform: {min: %d, max: %d}}".formatted(least, most),
                "{uniform: {min: %d, max: %d}}".formatted(most, most),
                "{log-normal: {median: %d, sigma: 3}}".formatted(most),
                "{log-normal: {median: 1, sigma: 0.5, max: 3}}");
    }

    private String latency() {
        return "{prefill: %s, per-token: %s, concurrency: %s}"
                .formatted(
                        corner(Latency.SECONDS, "0.2"),
                        corner(Latency.SECONDS, "0.01"),
                        either("1", "2", "2147483647", "unlimited"));
    }

    private String scenario(Resource resource, String values) {
        return """
                name: corner
                seed: %d
                world:
                  problems: {count: 1, accuracy: 0.5}
                  policy:
                    steps: %s
                    prompt-tokens: %s
                    tokens-per-step: %s
                    parameters: %s
                    price: {input: %s, output: %s}
                    latency: %s
                  verifier:
                    outcome: {tpr: 0.8, fpr: 0.2}
                    process: {d: 1}
                    judge: {d: 1}
                    tokens-per-call: %s
                    parameters: %s
                    price: {input: %s}
                    latency: %s
                budgets: {resource: %s, values: %s, generations: %d}
                strategies: [best-of-n, first-accepted, tournament, beam-search, majority-vote]
                trials: {count: 2}
                """.formatted(
                        random.nextInt(),
                        either("1", "4096", "{uniform: {min: 1, max: 4096}}", "2"),
                        count(0, CountLaw.MOST),
                        count(0, CountLaw.MOST),
                        corner(Tariff.PARAMETERS, "8e9"),
                        corner(Price.DOLLARS, "0.1"),
                        corner(Price.DOLLARS, "0.4"),
                        latency(),
                        either("0", Long.toString(Verifiers.TOKENS_PER_CALL.most()), "500"),
                        corner(Tariff.PARAMETERS, "1e9"),
                        corner(Price.DOLLARS, "0.05"),
                        latency(),
                        resource.label(),
                        values,
                        GENERATIONS);
    }

    private String budgets(Resource resource) {
        RealRange range = Budgets.range(resource);
        return switch (resource) {
            case GENERATIONS -> "[1, 3]";
            case STEPS -> "[1, 5000]";
            default ->
                "[%s, %s, %s]"
                        .formatted(
                                RealRange.text(range.least()),
                                either("3", "1000000", "1000000000000"),
                                RealRange.text(range.most()));
        };
    }

    @Tag("slow")
    @Test
    void costs_atTheCornersOfTheSchema_areWithinTheirBounds() {
        int read = 0;
        Map<Resource, Integer> spent = new EnumMap<>(Resource.class);
        for (int i = 0; i < SCENARIOS; i++) {
            Resource resource = Resource.values()[i % Resource.values().length];
            String text = scenario(resource, budgets(resource));
            Scenario scenario;
            try {
                scenario = new ScenarioReader(SHIPPED).read(ScenarioText.write(folder, text), List.of());
            } catch (InvalidScenarioException e) {
                String message = e.getMessage();
                assertTrue(
                        e.diagnostics().stream()
                                .allMatch(mistake -> mistake.toString().contains("bounds nothing here")),
                        () -> message + text);
                continue;
            }
            read++;
            Results results = Simulator.run(scenario.experiment(), 1, Progress.SILENT);
            assertEquals(List.of(), results.faults(), text);
            SyntheticWorld world = ScenarioText.declared(scenario.experiment().world());
            for (Row row : results.rows()) {
                check(row, world, text);
                if (row.cost().of(resource) > 0) {
                    spent.merge(resource, 1, Integer::sum);
                }
            }
        }
        assertTrue(read > SCENARIOS / 2, "most are valid: " + read);
        assertEquals(Resource.values().length, spent.size(), "something is spent of all: " + spent);
    }

    private List<Row> rows(String policy, String budgets, int trials) {
        String text = """
                name: corner
                world: {problems: {count: 1, accuracy: 0.5}, policy: {%s}}
                budgets: {%s}
                strategies: [majority-vote]
                method: simulated
                trials: {count: %d}
                """.formatted(policy, budgets, trials);
        Scenario scenario = new ScenarioReader(SHIPPED).read(ScenarioText.write(folder, text), List.of());
        return Simulator.run(scenario.experiment(), 1, Progress.SILENT).rows();
    }

    /** 20,000 trials of 10^6 s are 2·10^19 ns, more than the 9.2·10^18 of a long. */
    @Test
    void latency_sumBeyondALong_isExact() {
        Row row = rows("latency: {prefill: 1e6}", "values: [1]", 20_000).get(0);
        assertEquals(1e6, row.cost().latencySeconds());
        assertEquals(0, row.costStdError().latencySeconds());
    }

    /** 4096 steps of 10^7 tokens are 4.096·10^10, more than an int. */
    @Test
    void tokens_ofASolutionBeyondAnInt_areMetered() {
        Row row = rows(
                        "steps: 4096, tokens-per-step: {uniform: {min: 9999999, max: 10000000}}",
                        "resource: tokens, values: [1e11]",
                        2)
                .get(0);
        assertEquals(2, row.cost().generations());
        assertEquals(2 * 4096 * 1e7, row.cost().tokens(), 2 * 4096);
        assertEquals(
                3 * 4096 * 1e7,
                rows("steps: 4096, tokens-per-step: 10000000", "values: [3]", 2)
                        .get(0)
                        .cost()
                        .tokens());
    }

    /** A token at 10^-6 dollars a million is 10^-12 dollars: a budget of three times that pays for three. */
    @Test
    void usd_belowABillionth_isMetered() {
        List<Row> rows = rows("price: {output: 1e-6}", "resource: usd, values: [1e-12, 3e-12, 7.5e-12]", 2);
        assertEquals(
                List.of(1.0, 3.0, 7.0),
                rows.stream().map(row -> row.cost().generations()).toList());
    }

    /** A call that takes any time takes a nanosecond at least: ten one after the other are ten. */
    @Test
    void latency_belowANanosecond_isMetered() {
        List<Row> rows =
                rows("latency: {prefill: 1e-12, concurrency: 1}", "resource: latency, values: [1e-9, 1e-8]", 2);
        assertEquals(
                List.of(1.0, 10.0),
                rows.stream().map(row -> row.cost().generations()).toList());
    }

    /** 10^20 operations are more than a long holds. */
    @Test
    void flops_beyondALong_areMetered() {
        List<Row> rows = rows("parameters: 1e18", "resource: flops, values: [2e18, 1e20]", 2);
        assertEquals(
                List.of(1.0, 50.0),
                rows.stream().map(row -> row.cost().generations()).toList());
    }

    private static void check(Row row, SyntheticWorld world, String text) {
        Policy policy = world.policy();
        Verifiers verifiers = world.verifiers();
        double tokens = row.cost().steps() * policy.tokensPerStep().max();
        double prompt = policy.promptTokens().max();
        double calls = row.cost().verifierCalls();
        double read = calls * verifiers.tokensPerCall();
        Tariff tariff = policy.tariff();
        Tariff verifier = verifiers.tariff();
        Map<Resource, Double> most = new EnumMap<>(Resource.class);
        double steps = row.resource() == Resource.STEPS
                ? row.budget()
                : (double) GENERATIONS * policy.steps().max();
        most.put(Resource.GENERATIONS, row.resource() == Resource.STEPS ? steps : GENERATIONS);
        most.put(Resource.STEPS, steps);
        most.put(Resource.TOKENS, tokens);
        most.put(Resource.INPUT_TOKENS, prompt * row.cost().steps() + read);
        most.put(Resource.VERIFIER_CALLS, steps);
        most.put(Resource.ROUNDS, row.cost().steps());
        most.put(
                Resource.LATENCY,
                row.cost().steps()
                                * (tariff.latency().prefill()
                                        + 1e-9
                                        + tariff.latency().perToken()
                                                * policy.tokensPerStep().max())
                        + calls
                                * (verifier.latency().prefill()
                                        + 1e-9
                                        + verifier.latency().perToken() * verifiers.tokensPerCall()));
        most.put(Resource.FLOPS, 2 * tariff.parameters() * (prompt + tokens) + 2 * verifier.parameters() * read);
        most.put(
                Resource.USD,
                (tariff.price().input() * prompt
                                + tariff.price().output() * tokens
                                + verifier.price().input() * read)
                        / 1e6);
        for (Resource resource : Resource.values()) {
            double cost = row.cost().of(resource);
            String what = "%s of %s under %s %s\n%s"
                    .formatted(
                            resource.label(),
                            row.strategy(),
                            row.budget(),
                            row.resource().label(),
                            text);
            assertTrue(cost >= 0 && cost <= most.get(resource) * (1 + ROUNDING), () -> cost + " " + what);
            assertTrue(Double.isFinite(cost), what);
            if (resource == row.resource()) {
                assertTrue(cost <= row.budget() * (1 + ROUNDING), () -> cost + " is beyond the budget: " + what);
            }
        }
    }
}
