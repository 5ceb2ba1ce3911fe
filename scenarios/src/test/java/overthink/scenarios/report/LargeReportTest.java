package overthink.scenarios.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of sweeps of ten thousand rows open at once: what they hold is counted. */
@Tag("slow")
class LargeReportTest {

    private static final int MOST_BYTES = 1_500_000;
    private static final int MOST_ELEMENTS = 12_000;
    private static final int MOST_MARKED_ELEMENTS = 24_000;

    static ReportDocument sweep(int points, int budgets, int strategies) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int point = 0; point < points; point++) {
            for (int strategy = 0; strategy < strategies; strategy++) {
                for (int budget = 1; budget <= budgets; budget++) {
                    double wave = StrictMath.sin(7.0 * point + 3 * strategy + budget);
                    rows.add(Map.of(
                            "sweep",
                            Map.of("world.verifier.outcome.auc", String.valueOf(.5 + .5 * point / points)),
                            "strategy",
                            "strategy-" + strategy,
                            "resource",
                            "generations",
                            "budget",
                            budget,
                            "bin",
                            "all",
                            "method",
                            "exact",
                            "accuracy",
                            .3 + .6 * wave * wave,
                            "coverage",
                            .9,
                            "populationStdError",
                            .01 + .001 * wave));
                }
            }
        }
        StoredObject manifest = StoredObject.of(Map.of("scenario", "large"));
        return ReportDocument.of(manifest, "", StoredObject.of(Map.of("rows", rows)));
    }

    private static int count(String page, String sought) {
        return page.split(sought, -1).length - 1;
    }

    @ParameterizedTest
    @CsvSource({"2500, 4, 1, 1", "100, 10, 10, 9"})
    void page_ofTenThousandRows_isBounded(int points, int budgets, int strategies, int grids) {
        ReportDocument document = sweep(points, budgets, strategies);
        assertEquals(10_000, document.rows().size());
        String page = HtmlReport.of(List.of(document), Map.of(), Overlay.NONE);
        assertTrue(page.length() < MOST_BYTES, page.length() + " letters");
        int elements = count(page, "<[a-z]");
        assertTrue(elements < MOST_ELEMENTS, elements + " elements");
        assertEquals(501, count(page, "<tr"), "lines of the table");
        assertEquals(grids, count(page, "<svg "), "a picture in one size");
        assertTrue(page.contains("10,000 rows. Each picture of a grid says what is ahead where; the CSV of all rows"));
    }

    @ParameterizedTest
    @CsvSource({
        "10000, 4, 1, 1, '2,500 of 10,000 points', 10000",
        "20, 10, 100, 18, '10 of 20 points', 10000",
        "1, 300, 20, 0, '50 of 300 budgets', 1000"
    })
    void page_ofMoreRows_holdsSomeOfThemEvenly(
            int points, int budgets, int strategies, int grids, String said, int shown) {
        ReportDocument document = sweep(points, budgets, strategies);
        String page = HtmlReport.of(List.of(document), Map.of(), Overlay.NONE);
        assertTrue(page.length() < MOST_BYTES, page.length() + " letters");
        int elements = count(page, "<[a-z]");
        assertTrue(elements < (points > 1 ? MOST_ELEMENTS : MOST_MARKED_ELEMENTS), elements + " elements");
        assertTrue(page.contains("this page holds %,d: those of %s, evenly".formatted(shown, said)), said);
        if (grids > 0) {
            assertEquals(grids, count(page, "<svg "), "a picture in one size");
        }
        ShownRows rows = ShownRows.of(document, points > 1 ? shown : 5 * shown);
        List<ReportRow> all = document.rows();
        assertEquals(all.get(0), rows.document().rows().get(0));
        ReportRow last = rows.document().rows().get(shown - 1);
        assertEquals(all.get(all.size() - 1), last.named(last.strategy(), all.size() - 1));
    }

    @Test
    void rows_thatAPageHolds_areAll() {
        ReportDocument document = sweep(20, 5, 2);
        assertEquals(new ShownRows(document, ""), ShownRows.of(document, ShownRows.MOST));
    }
}
