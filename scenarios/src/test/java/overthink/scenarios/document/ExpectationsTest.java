package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.expectation.Expectation;
import overthink.scenarios.expectation.Measure;
import overthink.scenarios.expectation.Relation;
import overthink.scenarios.expectation.RowKey;
import overthink.scenarios.expectation.Target;

/** Expectations as they are spelt, and the rows that they are about. */
class ExpectationsTest {

    private static final String TWO_BEAMS = "strategies: [single, beam-search: {width: 2}, beam-search]";

    @TempDir
    Path folder;

    private List<Expectation> read(String text) {
        Scenario scenario = ScenarioText.read(folder, text);
        String explained = new ScenarioReader(Strategies.CATALOG).explain(scenario.file(), List.of());
        Scenario again = ScenarioText.read(folder, explained);
        assertEquals(scenario.digest(), again.digest(), explained);
        assertEquals(scenario.expectations().size(), again.expectations().size(), explained);
        for (int i = 0; i < again.expectations().size(); i++) {
            assertEquals(
                    scenario.expectations().get(i).measure(),
                    again.expectations().get(i).measure());
            assertEquals(
                    scenario.expectations().get(i).row().toString().replaceAll(" width=\\d+", ""),
                    again.expectations().get(i).row().toString().replaceAll(" width=\\d+", ""));
        }
        return scenario.expectations();
    }

    private List<Expectation> expecting(String entry) {
        return read(ScenarioText.VALID + "expect:\n  - " + entry + "\n");
    }

    @Test
    void entry_shortest_isOfAllProblemsAtTheLargestBudget() {
        assertEquals(
                List.of(new Expectation(
                        0,
                        folder.resolve("sample.yaml") + ":13: expect[0]",
                        new RowKey("single", Map.of(), 4, "all"),
                        Measure.ACCURACY,
                        Relation.EQUALS,
                        0,
                        4,
                        new Target.Constant(0.3))),
                expecting("{strategy: single, accuracy: {equals: 0.3}}"));
    }

    @Test
    void entry_withLists_isOfEveryRow() {
        List<Expectation> expectations =
                expecting("{strategy: [single, best-of-n], budget: [1, 4], coverage: {above: {budget:"
                        + " 2, times: 0.5}, by: 0.1, errors: 5}, cost: {usd: {at-most: 1}}}");
        assertEquals(8, expectations.size());
        Expectation coverage = expectations.get(6);
        assertEquals(new RowKey("best-of-n", Map.of(), 4, "all"), coverage.row());
        assertEquals(Measure.COVERAGE, coverage.measure());
        assertEquals(Relation.ABOVE, coverage.relation());
        assertEquals(0.1, coverage.margin());
        assertEquals(5, coverage.errors());
        assertEquals(
                new Target.Other(new RowKey("best-of-n", Map.of(), 2, "all"), Measure.COVERAGE, 0.5),
                coverage.target());
        assertEquals(Measure.USD, expectations.get(7).measure());
        assertEquals(4, expectations.get(7).errors());
    }

    @Test
    void otherRow_withMeasure_isOfThatFigure() {
        assertEquals(
                new Target.Other(new RowKey("single", Map.of(), 4, "all"), Measure.COVERAGE, 1),
                expecting("{strategy: single, accuracy: {equals: {measure: coverage}}}")
                        .get(0)
                        .target());
    }

    @Test
    void strategy_amongSeveralOfItsName_isToldByParametersOrIsThePlainOne() {
        String text = ScenarioText.with("strategies: [single, best-of-n, beam-search: {width: 2}]", TWO_BEAMS);
        List<Expectation> expectations = read(text + "expect:\n"
                + "  - {strategy: beam-search, accuracy: {above: 0}}\n"
                + "  - {strategy: {beam-search: {width: 2}}, accuracy: {above: 0}}\n"
                + "  - {strategy: {beam-search: {width: 4}}, accuracy: {above: 0}}\n");
        assertEquals(
                List.of(Map.of(), Map.of("width", 2L), Map.of()),
                expectations.stream().map(each -> each.row().parameters()).toList());
        String ambiguous = ScenarioText.with(
                "strategies: [single, best-of-n, beam-search: {width: 2}]",
                TWO_BEAMS.replace(", beam-search]", ", beam-search: {width: 8}]"));
        assertEquals(
                List.of(
                        "sample.yaml:13: expect[0].strategy: several strategies fit: beam-search: {width: 2}, beam-search:"
                                + " {width: 8}. Name parameters that tell them apart"),
                ScenarioText.mistakes(
                        folder, ambiguous + "expect:\n  - {strategy: beam-search, accuracy: {above: 0}}\n"));
    }

    @Test
    void bins_ofEveryPlan_canBeNamed() {
        String entry = "expect:\n  - {strategy: single, bin: [all, %s], accuracy: {above: 0}}\n";
        for (String bins : List.of("thresholds/hard", "levels/easy", "{quantiles: 3}/q3")) {
            String[] sides = bins.split("/");
            String text = ScenarioText.with("accuracy: 0.3", "accuracy: {levels: {easy: {weight: 1, accuracy: 0.9}}}")
                    + "bins: " + sides[0] + "\n" + entry.formatted(sides[1]);
            assertEquals(List.of(), ScenarioText.mistakes(folder, text), text);
        }
        assertEquals(
                List.of(
                        "sample.yaml:14: expect[0].bin[1]: must be one of the bins, which are all, q1, q2, not q3. Maybe:"
                                + " q1"),
                ScenarioText.mistakes(folder, ScenarioText.VALID + "bins: {quantiles: 2}\n" + entry.formatted("q3")));
    }

    @Test
    void mistakes_inExpectationsAndElsewhere_areAllNamed() {
        assertEquals(
                List.of(
                        "sample.yaml:2: seed: must be a whole number between -9223372036854775808 and 9223372036854775807, not x",
                        "sample.yaml:13: expect[0].strategy: there is no strategy tuned in this scenario; there are: single,"
                                + " best-of-n, beam-search: {width: 2}",
                        "sample.yaml:14: expect[1].budget: must be one of the budgets, which are 1, 2, 4, or inf, not 3"),
                ScenarioText.mistakes(
                        folder,
                        ScenarioText.with("seed: 7", "seed: x")
                                + "expect:\n  - {strategy: tuned, accuracy: {above: 0}}\n"
                                + "  - {strategy: single, budget: 3, accuracy: {above: 0}}\n"));
    }
}
