package overthink.scenarios.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of sweeps of ten thousand rows open at once: what they hold is counted. */
@Tag("slow")
class LargeReportTest {

    private static final int MOST_BYTES = 1_500_000;
    private static final int MOST_ELEMENTS = 12_000;

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
}
