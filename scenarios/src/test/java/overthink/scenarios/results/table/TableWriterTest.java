package overthink.scenarios.results.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.core.estimate.Cost;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.estimate.Tail;
import overthink.core.world.Gathering;
import overthink.scenarios.expectation.Expectation;
import overthink.scenarios.expectation.Finding;
import overthink.scenarios.expectation.Measure;
import overthink.scenarios.expectation.Relation;
import overthink.scenarios.expectation.RowKey;
import overthink.scenarios.expectation.Target;
import overthink.scenarios.results.Made;
import overthink.scenarios.results.ResultDocument;

class TableWriterTest {

    @Test
    void write_smallResults_givesThisPage() throws IOException {
        List<Row> rows = List.of(
                Made.row("single", Map.of(), 1, "all", Method.EXACT, 0.31456, 0),
                Made.row("single", Map.of(), 1024, "all", Method.EXACT, 0.31456, 0),
                Made.row("beam-search", Map.of("width", 8L), 1, "all", Method.SIMULATED, 0.31234, 0.0038),
                Made.row("beam-search", Map.of("width", 8L), 1024, "all", Method.SIMULATED, 0.99949, 0.00012));
        assertEquals("""
                made-up (seed 42)
                500 problems, exact and simulated (20,000 trials each), 1.9 s on 2 threads

                Accuracy in %, by budget in generations
                                                          1         1,024
                single                   exact   31.46        31.46
                beam-search width=8  simulated   31.2  ±0.4   99.95 ±0.02*
                """, page(100, rows).substring(0, page(100, rows).indexOf("\nCoverage")));
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {40, 100})
    void write_manyBudgets_fitTheWidthAndSayWhatIsLeftOut(int width) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String strategy : List.of("best-of-n", "majority-vote")) {
            for (int budget = 1; budget <= 256; budget++) {
                rows.add(Made.row(strategy, Map.of(), budget, "all", 0.5));
            }
        }
        String page = page(width, rows);
        page.lines().forEach(line -> assertTrue(line.length() <= width, line));
        assertTrue(page.contains(" of 256 budgets; --format csv"), page);
        String accuracy = page.substring(0, page.indexOf("Coverage"));
        assertEquals(
                3, accuracy.lines().filter(line -> line.startsWith("best-of-n")).count(), "panels");
        assertTrue(accuracy.matches("(?s).* 1 .* 256 *\\n.*"), "first and last budget");
    }

    @Test
    void write_longParameters_goBelowTheName() throws IOException {
        Map<String, Object> parameters =
                new java.util.TreeMap<>(Map.of("resampling", "systematic", "select", "vote", "temperature", 0.5));
        String page = page(100, List.of(Made.row("particle-filter", parameters, 64, "all", 0.5)));
        assertTrue(page.contains("\nparticle-filter"), page);
        assertTrue(page.contains("\n  resampling=systematic\n  select=vote temperature=0.5\n"), page);
    }

    @Test
    void write_best_isMarkedOnlyBeyondTheError() throws IOException {
        List<Row> rows = List.of(
                Made.row("a", Map.of(), 1, "all", 0.5),
                Made.row("a", Map.of(), 2, "all", 0.5),
                Made.row("b", Map.of(), 1, "all", 0.507),
                Made.row("b", Map.of(), 2, "all", 0.509));
        String page = page(100, rows);
        assertTrue(page.contains("b  50.7 ±0.4   50.9 ±0.4*\n"), page);
        assertTrue(page.contains("An asterisk marks"), page);
        StringBuilder bold = new StringBuilder();
        new TableWriter(bold, new TableStyle(100, true).with(ErrorScope.PROBLEMS)).write(Made.document(rows));
        assertTrue(bold.toString().contains("b  50.7 ±0.4  \u001b[1m50.9 ±0.4\u001b[0m\n"), bold.toString());
        assertFalse(page(100, rows.subList(0, 2)).contains("*"), "one strategy is not the best of several");
    }

    @Test
    void write_bins_haveBlocksOfTheirOwn() throws IOException {
        String page = page(
                100,
                List.of(
                        Made.row("single", Map.of(), 1, "all", 0.5),
                        Made.row("single", Map.of(), 1, "easy", 0.8),
                        Made.row("single", Map.of(), 1, "hard", 0.1)));
        assertTrue(page.contains("Accuracy in % on easy (500 problems), by budget in generations"), page);
        assertTrue(page.contains("Accuracy in % on hard (500 problems), by budget in generations"), page);
        assertEquals(
                1, page.lines().filter(line -> line.startsWith("Mean cost")).count());
    }

    @Test
    void write_findings_listTheUnmetAndAFewOfTheMet() throws IOException {
        List<Row> rows = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (int budget = 1; budget <= 7; budget++) {
            rows.add(Made.row("single", Map.of(), budget, "all", 0.5));
            RowKey key = new RowKey("single", Map.of(), budget, "all");
            Target limit = new Target.Constant(budget == 7 ? 0.9 : 0.4);
            findings.add(new Expectation(0, "", key, Measure.ACCURACY, Relation.ABOVE, 0, 0, limit).judge(rows));
        }
        StringBuilder out = new StringBuilder();
        new TableWriter(out, new TableStyle(100, false).with(ErrorScope.PROBLEMS))
                .write(new ResultDocument(Made.MANIFEST, rows, List.of(), List.of(), findings));
        assertTrue(out.toString().endsWith("""

                7 expectations, 6 of them met
                met    accuracy of single at 1 is 0.5 ±0.0021, above 0.4
                met    and 5 more
                UNMET  accuracy of single at 7 is 0.5 ±0.0021, not above 0.9
                """), out.toString());
    }

    @Test
    void write_limits_areTheLastColumn() throws IOException {
        List<Row> rows = List.of(
                Made.row("single", Map.of(), 1, "all", Method.EXACT, 0.25, 0),
                Made.row("beam-search", Map.of(), 1, "all", Method.SIMULATED, 0.5, 0.0038));
        Limit limit =
                new Limit("single", Map.of(), "all", 0.75, 1, OptionalDouble.empty(), Optional.of(new Tail(0, 0.5)));
        StringBuilder out = new StringBuilder();
        new TableWriter(out, new TableStyle(100, false).with(ErrorScope.PROBLEMS))
                .write(new ResultDocument(Made.MANIFEST, rows, List.of(), List.of(limit), List.of()));
        assertTrue(out.toString().contains("""
                                                  1       ∞
                single           exact   25.00        75.00
                beam-search  simulated   50.0  ±0.4*
                ∞: as the budget grows without end. Over the population, what is missing to the coverage shrinks at
                last as budget^-0.5 (single).
                """), out.toString());
    }

    /** Problems that are all alike differ by what arithmetic leaves: no digit of a limit is due to that. */
    @Test
    void write_limitsOfRowsWithoutAnErrorToSpeakOf_haveNoMoreDigitsThanTheRows() throws IOException {
        List<Row> rows = List.of(Made.row("drawn", Map.of(), 1, "all", Method.EXACT, 0.3, 1e-17));
        Limit limit = new Limit("drawn", Map.of(), "all", 0.3, 1, OptionalDouble.empty(), Optional.empty());
        StringBuilder out = new StringBuilder();
        new TableWriter(out, new TableStyle(100, false).with(ErrorScope.PROBLEMS))
                .write(new ResultDocument(Made.MANIFEST, rows, List.of(), List.of(limit), List.of()));
        assertTrue(out.toString().matches("(?s).*\\ndrawn +30\\.00 +30\\.00\\n.*"), out.toString());
    }

    @Test
    void write_correctionsToLimits_areInPercentByN() throws IOException {
        List<Row> rows = List.of(Made.row("drawn", Map.of(), 1, "all", Method.SIMULATED, 0.5, 0.0038));
        Limit limit = new Limit("drawn", Map.of(), "all", 0.75, 1, OptionalDouble.of(-0.8401), Optional.empty());
        StringBuilder out = new StringBuilder();
        new TableWriter(out, new TableStyle(100, false).with(ErrorScope.PROBLEMS))
                .write(new ResultDocument(Made.MANIFEST, rows, List.of(), List.of(limit), List.of()));
        assertTrue(out.toString().contains("""
                ∞: as the budget grows without end. N generations are off that, to first order, by -84.0 %/N
                (drawn).
                """), out.toString());
    }

    @Test
    void write_differences_areFromTheFirstPairedByProblem() throws IOException {
        StringBuilder out = new StringBuilder();
        new TableWriter(out, new TableStyle(100, false).with(ErrorScope.PROBLEMS)).write(Made.compared());
        assertTrue(out.toString().contains("""

                Accuracy in % less that of single, at 64 generations, paired by problem
                                     difference
                beam-search width=4  25.00
                best-of-n            12.5  ±0.4

                Mean cost"""), out.toString());
    }

    @Test
    void write_asymmetricInterval_showsItsLargerSide() throws IOException {
        Row rare = Made.row("rare", 1, 0, 0, 0.071, false);
        Row limited = Made.row("limited", 1, 0.5, 0.48, 0.51, true);
        String page = page(100, List.of(rare, limited));
        assertTrue(page.contains("rare      0 ±8\nlimited  50 ±2*\n"), page);
        assertTrue(
                page.replace('\n', ' ')
                        .contains(
                                "Trials ended at their limit before the precision asked for was reached: limited at 1."),
                page);
        assertFalse(page(100, List.of(rare)).contains("ended at their limit"));
    }

    @Test
    void write_costs_endWhereTheirErrorBegins() throws IOException {
        // Tokens 30,720 and steps 512: 1.96 errors of 1,000 and 10 make 31,000 and 510.
        Row row = Made.row("varying", new Cost(1, 10, 1000, 0, 0, 0.2, 0.01, 1, 1e-5));
        String page = page(100, List.of(row));
        assertTrue(
                page.contains("varying    510  31,000           200             512       8       7.20  0.0123\n"),
                page);
    }

    @Test
    void write_exactRows_showTheDigitsThatTheirErrorAllows() throws IOException {
        String page = page(
                100,
                List.of(
                        Made.row("fine", Map.of(), 1, "all", Method.EXACT, 0.123456, 1e-10),
                        Made.row("rough", Map.of(), 1, "all", Method.EXACT, 0.123456, 2e-3)));
        assertTrue(page.contains("fine   12.35\nrough  12.3\n"), page);
    }

    @Test
    void write_utility_hasCurvesAndBestBudgets() throws IOException {
        StringBuilder out = new StringBuilder();
        new TableWriter(out, new TableStyle(100, false).with(ErrorScope.PROBLEMS)).write(Made.valued());
        assertTrue(out.toString().contains("""

                Utility, by budget in generations: 1 for a right answer, -2 for a wrong one, 0 for none; less 0.01
                per second, 5 per dollar
                                       4           8
                known      -0.2500         0.5000
                endless     0.2500*        0.3750
                simulated   0.12   ±0.02   0.0625 ±?

                Best budget in generations for the utility
                           listed       utility  of all  utility
                known           8  0.5000         1,234   0.6250
                endless         8  0.3750             ∞   0.7500
                simulated       4  0.12   ±0.02
                listed: of the budgets above; of all: of every budget that pays for up to 2^40 candidates. ∞: more
                is always better.
                """), out.toString());
        assertTrue(out.toString().replace('\n', ' ').contains("of accuracies is up to ±4."), out.toString());
        assertTrue(out.toString().replace('\n', ' ').contains("An asterisk marks"), out.toString());
    }

    /** ± over the population: of exact numbers, too, and with the digits that it supports. */
    @Test
    void write_populationScope_isOfAllNumbersButThoseOfTheLawItself() throws IOException {
        Row drawn = Made.row("drawn", Map.of(), 1, "all", Method.EXACT, 0.31456, 0);
        Row problems = Made.row("law", Map.of(), 1, "all", Method.EXACT, 0.35, 0);
        Row law = new Row(
                problems.asked(),
                new Row.Basis(Method.EXACT, 500, 0, false, Gathering.POPULATION),
                problems.estimate(),
                problems.shares(),
                problems.cost());
        StringBuilder out = new StringBuilder();
        new TableWriter(out, new TableStyle(100, false)).write(Made.document(List.of(drawn, exact(law))));
        assertTrue(out.toString().contains("""
                500 problems and the population of problems, exact, 1.9 s on 2 threads

                Accuracy in %, by budget in generations
                              1
                drawn  31    ±3
                law    35.00*
                """), out.toString());
        assertTrue(
                out.toString()
                        .replace('\n', ' ')
                        .contains("± is the 95 % half-width over the population that the 500 problems stand for."
                                + " Numbers without ± are exact of the population: integrals over the law of p."),
                out.toString());
    }

    /** Without an error over the population. */
    private static Row exact(Row row) {
        return new Row(
                row.asked(),
                row.basis(),
                new Estimate(row.accuracy(), 0, 0, row.lower(), row.upper(), 0),
                row.shares(),
                row.cost());
    }

    @Test
    void write_noRows_saysSo() throws IOException {
        assertEquals("made-up (seed 42)\nno results, 1.9 s on 2 threads\n", page(100, List.of()));
    }

    private static String page(int width, List<Row> rows) throws IOException {
        StringBuilder out = new StringBuilder();
        new TableWriter(out, new TableStyle(width, false).with(ErrorScope.PROBLEMS)).write(Made.document(rows));
        return out.toString();
    }
}
