package overthink.scenarios.results.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import overthink.core.api.Resource;
import overthink.core.estimate.Cost;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.scenarios.results.Made;
import overthink.scenarios.results.ResultWriter;

/** Pages in Markdown, LaTeX and sentences, and how much they show. */
class PageFormatsTest {

    private static final List<Row> ROWS = List.of(
            Made.row("single", Map.of(), 1, "all", Method.EXACT, 0.31456, 0),
            Made.row("single", Map.of(), 4, "all", Method.EXACT, 0.25, 0),
            Made.row("a_b", Map.of("k", 3L), 1, "all", Method.SIMULATED, 0.31234, 0.0038),
            Made.row("a_b", Map.of("k", 3L), 4, "all", Method.SIMULATED, 0.5, 0.0038));

    private static String page(ResultWriter writer, StringBuilder text, List<Row> rows) throws IOException {
        writer.write(Made.document(rows));
        writer.close();
        return text.toString();
    }

    @Test
    void markdown_brief_isOneTable() throws IOException {
        StringBuilder text = new StringBuilder();
        assertEquals("""
                ## made-up

                made-up: 500 problems, exact, simulated (20,000 trials); seed 42, version 0.1.0. ± is the larger side of the 95 % interval over these 500 problems. Numbers without ± are exact of these problems.

                ### Accuracy in %, by budget in generations

                |  | method | 1 | 4 |
                |:--|--:|--:|--:|
                | single | exact | 31.46 | 25.00 |
                | a\\_b k=3 | simulated | 31.2 ±0.4 | 50.0 ±0.4 |

                """, page(new MarkdownWriter(text, Detail.BRIEF, ErrorScope.PROBLEMS), text, ROWS));
    }

    /** The best budget of single is 1, that of the other the largest. */
    @Test
    void latex_full_hasCaptionsAndCostsOfTheBestBudgets() throws IOException {
        StringBuilder text = new StringBuilder();
        String page = page(new LatexWriter(text, Detail.FULL, ErrorScope.PROBLEMS), text, ROWS);
        assertTrue(page.contains("""
                \\caption{Accuracy in \\%, by budget in generations. made-up: 500 problems, exact, simulated (20,000 trials); seed 42, version 0.1.0. $\\pm$ is the larger side of the 95 \\% interval over these 500 problems. Numbers without $\\pm$ are exact of these problems.}
                \\begin{tabular}{lrrr}
                \\toprule
                 & method & 1 & 4 \\\\
                \\midrule
                single & exact & 31.46 & 25.00 \\\\
                a\\_b k=3 & simulated & 31.2 $\\pm$0.4 & 50.0 $\\pm$0.4 \\\\
                \\bottomrule
                """), page);
        assertTrue(page.contains("""
                single & 1 & 512 & 30,720 & 200 & 512 & 8 & 7.20 & 0.0123 \\\\
                single & 4 & 512 & 30,720 & 200 & 512 & 8 & 7.20 & 0.0123 \\\\
                a\\_b k=3 & 4 & 512 & 30,720 & 200 & 512 & 8 & 7.20 & 0.0123 \\\\
                """), page);
        assertEquals("\\textbackslash{}a\\{\\}\\#\\&\\textasciicircum{}", LatexWriter.escaped("\\a{}#&^"));
    }

    @Test
    void long_isASentenceARow() throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> lines = page(new SentenceWriter(text, ErrorScope.PROBLEMS), text, ROWS)
                .lines()
                .toList();
        assertEquals(5, lines.size());
        assertEquals(
                "single with a budget of 1 generation: accuracy 31.46 percent, exact, coverage 91.05 percent.",
                lines.get(1));
        assertEquals(
                "a_b (k=3) with a budget of 4 generations: accuracy 50.0 percent, plus or minus 0.4, coverage 91.0 percent.",
                lines.get(4));
    }

    @Test
    void table_manyBins_showsAccuracyAloneUnlessAsked() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String bin : List.of("all", "q1", "q2", "q3")) {
            rows.add(Made.row("single", Map.of(), 1, bin, 0.5));
        }
        StringBuilder text = new StringBuilder();
        String brief = page(new TableWriter(text, new TableStyle(100, false).with(ErrorScope.PROBLEMS)), text, rows);
        assertTrue(brief.contains("Accuracy in % on q3"), brief);
        assertFalse(brief.contains("Coverage in %"), brief);
        assertFalse(brief.contains("Mean cost"), brief);
        assertTrue(brief.contains("--no-brief shows coverage and costs"), brief);
        StringBuilder all = new StringBuilder();
        String full = page(
                new TableWriter(all, new TableStyle(100, false, Detail.FULL).with(ErrorScope.PROBLEMS)), all, rows);
        assertTrue(full.contains("Coverage in % on q3"), full);
        assertTrue(full.contains("Mean cost of a trial at 1 generation"), full);
    }

    /** A vote calls no verifier: its 90 % under any number of calls are no reason to crown it. */
    @Test
    void table_unboundedOrPaidForNothing_saysSo() throws IOException {
        Cost free = new Cost(64, 512, 30720, 0, 0, 8, 7.2, 4.9e14, 0.0123);
        Cost nothing = new Cost(0, 0, 0, 0, 0, 0, 0, 0, 0);
        List<Row> rows = List.of(
                calls("best-of-n", 1, 0, 1, nothing),
                calls("best-of-n", 8, 0.5, 0, Made.COST),
                calls("majority-vote", 8, 0.9, 0, free),
                calls("majority-vote", 16, 0.9, 0, free));
        StringBuilder text = new StringBuilder();
        String page = page(new TableWriter(text, new TableStyle(400, false).with(ErrorScope.PROBLEMS)), text, rows);
        assertFalse(page.contains("*"), page);
        assertTrue(
                page.contains(
                        "majority-vote spends no verifier calls: no budget here bounds that, and it is nowhere marked as"
                                + " the best. No strategy has a candidate for 1 verifier calls."),
                page);
    }

    private static Row calls(String strategy, double budget, double accuracy, double abstained, Cost cost) {
        return new Row(
                new Row.Asked(strategy, Map.of(), Resource.VERIFIER_CALLS, budget, "all"),
                new Row.Basis(Method.EXACT, 500, 0),
                new Estimate(accuracy, 0, 0.01, accuracy, accuracy, 0),
                new Row.Shares(1 - abstained, abstained, 1 - accuracy - abstained),
                cost);
    }

    @Test
    void ascii_hasNoOtherLetter() throws IOException {
        StringBuilder text = new StringBuilder();
        String page = page(
                new TableWriter(
                        new AsciiText(text), new TableStyle(100, false, Detail.FULL, "inf").with(ErrorScope.PROBLEMS)),
                text,
                ROWS);
        assertTrue(page.contains("31.2 +-0.4") || page.contains("31.2  +-0.4"), page);
        assertTrue(page.chars().allMatch(letter -> letter < 128), page);
        assertEquals("inf +- ... ?", AsciiText.of("\u221e \u00b1 \u2026 \u00e9"));
    }
}
