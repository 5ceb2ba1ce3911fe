package overthink.scenarios.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedRunsTest {

    private static ReportDocument run(String scenario) {
        Map<String, Object> row = Map.of(
                "strategy",
                "single",
                "resource",
                "generations",
                "budget",
                1,
                "bin",
                "all",
                "method",
                "exact",
                "accuracy",
                .5,
                "coverage",
                .5);
        return ReportDocument.of(
                StoredObject.of(Map.of("scenario", "mine")), scenario, StoredObject.of(Map.of("rows", List.of(row))));
    }

    private static ReportDocument fit() {
        return ReportDocument.of(
                StoredObject.of(Map.of("file", "mine.csv")),
                "",
                StoredObject.of(Map.of("checked", List.of(), "verdict", "fair", "parameters", List.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "world:\n  recording: {file: mine.csv, answer: answer}\n",
                "world:\n  recording: {answer: answer, file: 'mine.csv'}\n",
                "world:\n  recording:\n    answer: answer\n    file: mine.csv  # all of it\nname: mine\n"
            })
    void note_ofARecordedRun_saysHowToHaveItsFittedWorld(String scenario) {
        ReportDocument run = run(scenario);
        assertEquals(Optional.of("mine.csv"), RecordedRuns.file(run));
        String page = HtmlReport.of(List.of(run), Map.of(), Overlay.NONE);
        assertTrue(page.contains("<code>overthink fit mine.csv --format json</code>"), "how");
        assertFalse(page.contains("on this page, too"), "where");
    }

    /** Long scenarios are read once. */
    @Test
    void file_ofALongScenario_isFoundAtOnce() {
        String rest = "  policy: {price: {output: 0.4}}\n".repeat(5_000);
        assertEquals(Optional.of("mine.csv"), RecordedRuns.file(run("world:\n  recording: {file: mine.csv}\n" + rest)));
        assertEquals(Optional.empty(), RecordedRuns.file(run("world:\n  recording: {}\n" + rest)));
    }

    @Test
    void note_besideItsFit_saysWhereItIs() {
        String page =
                HtmlReport.of(List.of(run("world:\n  recording: {file: mine.csv}\n"), fit()), Map.of(), Overlay.NONE);
        assertTrue(
                page.contains("The recording against its fitted world is on this page, too: see mine.csv."), "where");
        assertTrue(page.contains("What the fitted world leaves"), "the fit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# a recording: of nothing\nworld:\n  problems: {counts: {file: mine.csv}}\n"})
    void note_ofAnotherRun_isNone(String scenario) {
        assertEquals("", RecordedRuns.note(run(scenario), List.of()));
    }

    @Test
    void note_ofAHostileFile_isText() {
        ReportDocument run = run("world:\n  recording: {file: <img src=x onerror=alert(1)>.csv}\n");
        assertTrue(RecordedRuns.note(run, List.of()).contains("&lt;img"), "escaped");
    }
}
