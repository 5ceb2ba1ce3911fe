package overthink.scenarios.results.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import overthink.core.api.Resource;
import overthink.core.estimate.Leader;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Method;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.PairedTest;
import overthink.core.estimate.Row;
import overthink.core.estimate.Turn;
import overthink.core.estimate.TurningPoint;
import overthink.core.results.Results;
import overthink.scenarios.results.Made;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.results.machine.CsvWriter;
import overthink.scenarios.results.machine.JsonWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turning points and leaders in every format, made up. */
class TurnWritersTest {

    private static final PairedTest NONE = new PairedTest(new PairedDifference(0, 0, 0), 0, 3);
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static PairedTest test(double difference, double stdError, double populationStdError) {
        return new PairedTest(new PairedDifference(difference, stdError, populationStdError), 0, 3);
    }

    private static TurningPoint point(String strategy, Method method, Turn listed, boolean edge) {
        return point(strategy, method, listed, edge, Optional.empty(), OptionalDouble.empty());
    }

    private static TurningPoint point(
            String strategy, Method method, Turn listed, boolean edge, Optional<Turn> all, OptionalDouble arrival) {
        return new TurningPoint(strategy, Map.of(), Resource.GENERATIONS, "all", method, listed, edge, all, arrival);
    }

    /** A curve known everywhere that falls; one that rises to the edge; one that falls by trials; and one that might. */
    private static ResultDocument document() {
        List<Row> rows = new ArrayList<>();
        rows.add(Made.row("known", Map.of(), 1, "all", Method.EXACT, 0.25, 0));
        rows.add(Made.row("known", Map.of(), 64, "all", Method.EXACT, 0.5, 0));
        for (String strategy : List.of("rising", "falling", "noisy")) {
            rows.add(Made.row(strategy, Map.of(), 1, "all", Method.SIMULATED, 0.30123, 0.0038));
            rows.add(Made.row(strategy, Map.of(), 64, "all", Method.SIMULATED, 0.25432, 0.0038));
        }
        PairedTest gain = test(0.25, 0.01, 0.02);
        Turn falls = new Turn(1, 0.30123, 1, OptionalDouble.of(1), gain, 64, 0.25432, test(0.04691, 0.01, 0.012));
        List<TurningPoint> points = List.of(
                point(
                        "known",
                        Method.EXACT,
                        new Turn(64, 0.5, 64, OptionalDouble.empty(), gain, 64, 0.5, NONE),
                        true,
                        Optional.of(new Turn(
                                2345,
                                0.625,
                                77,
                                OptionalDouble.of(12_345_678),
                                gain,
                                INFINITE,
                                0.125,
                                test(0.5, 0, 0.01))),
                        OptionalDouble.of(INFINITE)),
                point(
                        "rising",
                        Method.SIMULATED,
                        new Turn(64, 0.25432, 64, OptionalDouble.empty(), gain, 64, 0.25432, NONE),
                        true),
                point("falling", Method.SIMULATED, falls, false),
                point(
                        "noisy",
                        Method.SIMULATED,
                        new Turn(1, 0.30123, 1, OptionalDouble.empty(), NONE, 64, 0.25432, test(0.04691, 0.02, 0.04)),
                        false));
        Leader leader = new Leader(
                "known",
                Map.of(),
                Resource.GENERATIONS,
                64,
                "all",
                0.5,
                List.of(
                        new Leader.Rival("rising", Map.of(), test(0.01, 0.01, 0.02)),
                        new Leader.Rival("falling", Map.of(), test(0.25, 0.001, 0.1)),
                        new Leader.Rival("noisy", Map.of(), test(0.25, 0.001, 0.01))));
        ResultDocument bare = Made.document(rows);
        return new ResultDocument(
                bare.manifest(),
                new Results(
                        rows,
                        List.of(),
                        List.of(),
                        List.of(new Limit(
                                "known", Map.of(), "all", 0.125, 1, OptionalDouble.empty(), Optional.empty())),
                        List.of(),
                        List.of(),
                        points,
                        List.of(leader),
                        Optional.empty()),
                Optional.empty(),
                List.of(),
                "",
                List.of());
    }

    private static final String HEADLINE =
            "At 64 generations known is the most accurate (50.00 %), but cannot be told from rising, nor over the population"
                    + " from falling. known turns down after ~2,300 generations, from 62.50 % to 12.50 % in the end; falling"
                    + " turns down after 1 generation, from 30.1 % to 25.4 % at 64.";

    private static String page(int width) throws IOException {
        StringBuilder text = new StringBuilder();
        new TableWriter(text, new TableStyle(width, false).with(ErrorScope.PROBLEMS)).write(document());
        return text.toString();
    }

    @Test
    void table_saysWhatMattersFirstAndWhereCurvesTurn() throws IOException {
        String page = page(80);
        assertEquals(HEADLINE, flowing(page, "At 64 generations known", "Accuracy in %"));
        assertTrue(page.contains("""
                ∞: as the budget grows without end; the accuracy stays within 0.1 of that not
                even at 1e12 (known).
                """), page);
        assertTrue(page.contains("""
                Where the accuracy turns, by budget in generations
                             best at  accuracy         level     falls to     by
                known    ~2,300          62.50  77 to ~1.2e7  12.50 at ∞   50 ±2
                rising       64 edge     25.4          64 on
                falling       1          30.1              1  25.4  at 64   5 ±3
                noisy         1          30.1           1 on
                """), page);
        assertTrue(flowing(page, "best at: of every", "Coverage")
                .startsWith("best at: of every budget to 2^40 candidates;"
                        + " of those above for rising, falling, noisy. edge: the largest is the best."));
    }

    /** The lines of a page from one that begins so to one that does, as one. */
    private static String flowing(String page, String from, String to) {
        int start = page.indexOf("\n" + from) + 1;
        return page.substring(start, page.indexOf("\n" + to, start))
                .replace('\n', ' ')
                .strip();
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100})
    void table_fitsTheWidth(int width) throws IOException {
        page(width).lines().forEach(line -> assertTrue(line.length() <= width, line));
    }

    /** 1.2 points of a gain of 25 are level still: a curve that falls so little is no news. */
    @Test
    void headline_saysNothingOfSlightFalls() {
        Turn slight =
                new Turn(1, 0.5, 1, OptionalDouble.empty(), test(0.25, 0, 0.01), 64, 0.488, test(0.012, 0, 0.001));
        TurnText text =
                new TurnText(point("slight", Method.EXACT, slight, false), Map.of(), "inf", ErrorScope.PROBLEMS);
        assertTrue(text.falls());
        assertFalse(text.turnsDown());
        Turn more = new Turn(1, 0.5, 1, OptionalDouble.of(2), test(0.25, 0, 0.01), 64, 0.487, test(0.013, 0, 0.001));
        assertTrue(new TurnText(point("more", Method.EXACT, more, false), Map.of(), "inf", ErrorScope.PROBLEMS)
                .turnsDown());
        Turn here = new Turn(1, 0.5, 1, OptionalDouble.of(2), test(0.25, 0, 0.01), 64, 0.3, test(0.2, 0.01, 0.1));
        assertFalse(new TurnText(point("here", Method.EXACT, here, false), Map.of(), "inf", ErrorScope.PROBLEMS)
                .turnsDown());
    }

    @Test
    void bins_haveTheirTurnsWhenEverythingIsAskedFor() {
        assertTrue(Detail.AUTO.turns("all"));
        assertFalse(Detail.AUTO.turns("hard"));
        assertTrue(Detail.FULL.turns("hard"));
        assertFalse(Detail.BRIEF.turns("all"));
    }

    @Test
    void json_hasBothTurnsAndTheEvidence() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter writer = new JsonWriter(out, false)) {
            writer.write(document());
        }
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("""
                    {"strategy": "falling", "parameters": {}, "resource": "generations", "bin": "all", "listed": {"budget": 1, \
                "method": "simulated", "accuracy": 0.30123, "level": 1, "until": 1, "gain": 0.25, "gainStdError": 0.01, \
                "gainPopulationStdError": 0.02, "gains": true, "end": 64, "endAccuracy": 0.25432, "drop": 0.04691, \
                "dropStdError": 0.01, "dropPopulationStdError": 0.012, "falls": true, "fallsOverPopulation": true, \
                "bound": 3.0, "edge": false}},
                """), text);
        JsonNode json = JsonMapper.shared().readTree(text);
        JsonNode known = json.get("turningPoints").get(0);
        assertTrue(known.get("listed").get("edge").booleanValue());
        assertEquals(2345, known.get("overall").get("budget").intValue());
        assertTrue(known.get("overall").get("end").isNull(), "without end");
        assertTrue(known.get("arrival").isNull(), "not reached");
        assertFalse(json.get("turningPoints").get(1).has("overall"));
        assertFalse(json.get("turningPoints").get(1).get("listed").has("until"));
        assertFalse(json.get("turningPoints").get(3).get("listed").get("falls").booleanValue());
        JsonNode leader = json.get("leaders").get(0);
        assertEquals("known", leader.get("strategy").asString());
        assertFalse(leader.get("rivals").get(0).get("ahead").booleanValue());
        assertTrue(leader.get("rivals").get(1).get("ahead").booleanValue());
        assertFalse(leader.get("rivals").get(1).get("aheadOverPopulation").booleanValue());
        assertTrue(leader.get("rivals").get(2).get("aheadOverPopulation").booleanValue());
    }

    @Test
    void csv_repeatsTheCurveInEachRow() throws IOException {
        StringBuilder out = new StringBuilder();
        try (CsvWriter writer = new CsvWriter(out)) {
            writer.write(document());
        }
        List<String> lines = out.toString().lines().toList();
        assertEquals(
                "0.125,1.0,all,2345,0.625,77,12345678,inf,0.125,inf,true,0.25,0.01,0.02,true,0.5,0.0,0.01,true,true,,,,,",
                ofCurve(lines.get(0), lines.get(2)));
        assertEquals(
                ",,listed,1,0.30123,1,1,64,0.25432,,false,0.25,0.01,0.02,true,0.04691,0.01,0.012,true,true,0.25,0.001,0.1,"
                        + "true,false",
                ofCurve(lines.get(0), lines.get(6)));
    }

    /** The fields of a line in the columns that are of its curve. */
    private static String ofCurve(String header, String line) {
        List<String> columns = List.of(header.split(",", -1));
        List<String> fields = List.of(line.split(",", -1));
        return String.join(
                ",",
                fields.subList(columns.indexOf("limit.accuracy"), columns.indexOf("leader.aheadOverPopulation") + 1));
    }

    @Test
    void otherPages_sayItToo() throws IOException {
        StringBuilder markdown = new StringBuilder();
        new MarkdownWriter(markdown, Detail.AUTO, ErrorScope.PROBLEMS).write(document());
        assertTrue(markdown.toString().contains("\n" + HEADLINE.replace("~", "\\~") + "\n\n"), markdown.toString());
        assertTrue(
                markdown.toString()
                        .contains(
                                "| known | \\~2,300 | 62.50 | 77 to \\~1.2e7 | 12.50 at ∞ | 50 ±2 | not even at 1e12 |\n"),
                markdown.toString());
        StringBuilder latex = new StringBuilder();
        new LatexWriter(latex, Detail.AUTO, ErrorScope.PROBLEMS).write(document());
        assertTrue(latex.toString().contains("rising & 64 edge & 25.4 & 64 on &  &  &  \\\\\n"), latex.toString());
        StringBuilder sentences = new StringBuilder();
        new SentenceWriter(sentences, ErrorScope.PROBLEMS).write(document());
        assertTrue(
                sentences
                        .toString()
                        .contains(
                                "falling is best with a budget of 1 generation: 30.1 percent. It is level (95 percent of"
                                        + " the gain) at 1. It falls to 25.4 percent with a budget of 64.\n"),
                sentences.toString());
    }
}
