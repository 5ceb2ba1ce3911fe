package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.forecast.ForecastCsv;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code forecast} answers with a table, JSON or CSV, or says what is wrong. */
class ForecastCommandTest {

    /** Three problems of four candidates: half are right, a third, none. */
    private static final String SAMPLES = """
            task,answer,passed,score,tokens
            a,7,1,0.9,10
            a,7,1,0.2,10
            a,8,0,0.5,20
            a,,0,0.1,40
            b,1,0,0.4,40
            b,2,0,0.6,40
            b,3,1,0.6,40
            b,1,0,0.1,40
            c,1,0,0.4,40
            c,2,0,0.6,40
            c,2,0,0.6,40
            c,1,0,0.1,40
            """;

    @TempDir
    private Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("samples.csv"), text).toString();
    }

    private static String[] with(String file, String... options) {
        List<String> all = new ArrayList<>(List.of("forecast", file, "--draws", "50"));
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }

    @Test
    void json_hasARowForEachStrategyBudgetAndKind() throws IOException {
        String out = Ran.command(with(
                        file(SAMPLES), "--budgets", "2,8", "--strategies", "coverage,best-of-n", "--format", "json"))
                .assertDone()
                .out();
        JsonNode document = JsonMapper.shared().readTree(out);
        assertEquals("samples.csv", document.get("manifest").get("file").asString());
        assertEquals(3, document.get("manifest").get("problems").asInt());
        List<String> found = new ArrayList<>();
        document.get("rows")
                .forEach(row -> found.add(row.get("strategy").asString() + " "
                        + row.get("budget").asInt() + " " + row.get("kind").asString()));
        assertEquals(
                List.of(
                        "coverage 2 replayed",
                        "coverage 8 forecast",
                        "coverage 8 exponentiated-power-law",
                        "coverage 8 log-linear",
                        "coverage 8 last-value",
                        "best-of-n 2 replayed",
                        "best-of-n 8 forecast",
                        "best-of-n 8 saturating-power-law",
                        "best-of-n 8 log-linear",
                        "best-of-n 8 last-value"),
                found);
        JsonNode replayed = document.get("rows").get(0);
        // a: 1 - C(2,2)/C(4,2) = 5/6; b: 1/2; c: 0
        assertEquals((5.0 / 6 + 1.0 / 2) / 3, replayed.get("mean").asDouble(), 1e-12);
        JsonNode forecast = document.get("rows").get(1);
        assertTrue(forecast.get("lower").asDouble() <= forecast.get("mean").asDouble(), forecast.toString());
        assertTrue(forecast.get("upper").asDouble() >= forecast.get("mean").asDouble(), forecast.toString());
        // problems differ in tokens: 20 a candidate in a, 40 in b and c
        assertEquals(8 * 100.0 / 3, forecast.get("cost").get("tokens").asDouble(), 1e-9);
        assertTrue(forecast.get("cost").get("usd").isNull());
        assertEquals(3, document.get("difficulty").size());
        assertEquals(2, document.get("best").size());
    }

    @Test
    void table_fitsEightyColumns_andSaysWhatItRestsOn() throws IOException {
        String out = Ran.command(with(file(SAMPLES), "--budgets", "1..100000", "--price", "2"))
                .assertDone()
                .out();
        for (String part : new String[] {
            "samples.csv: 3 problems with 4 candidates each, scored by score",
            "coverage, in %",
            "best-of-n, in %",
            "majority-vote, in %",
            "weighted-vote, in %",
            "replayed  forecast",
            "pow.law  log-lin  last",
            "dollars",
            "The best strategy",
            "What this rests on",
            "- 1 of 12 candidates gave no answer",
            "tail exponent of 0.3"
        }) {
            assertTrue(out.contains(part), part + " is missing in\n" + out);
        }
        assertFalse(out.contains("first-accepted"), "its verdicts were not recorded");
        out.lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }

    /** An error of two digits before the point needs a column more than there is between two spaces each. */
    @Tag("slow")
    @Test
    void table_ofLargeErrors_fitsEightyColumns() throws IOException {
        String out = Ran.command(with("recorded-candidates.csv", "--budgets", "1..1000", "--strategies", "coverage"))
                .assertDone()
                .out();
        assertTrue(out.contains("±1"), out);
        out.lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }

    @Test
    void csv_hasTheRowsOfTheTable() throws IOException {
        List<String> lines = Ran.command(
                        with(file(SAMPLES), "--budgets", "4,5", "--strategies", "majority-vote", "--format", "csv"))
                .assertDone()
                .out()
                .lines()
                .toList();
        assertEquals(String.join(",", ForecastCsv.COLUMNS), lines.get(0));
        assertTrue(lines.get(1).startsWith("majority-vote,4,replayed,0.33333333333333"), lines.get(1));
        assertTrue(lines.get(2).startsWith("majority-vote,5,forecast,"), lines.get(2));
        assertTrue(lines.get(3).startsWith("majority-vote,5,saturating-power-law,"), lines.get(3));
        assertEquals(6, lines.size());
    }

    @Tag("slow")
    @Test
    void sameSeed_givesTheSameBytes_anotherOthers() throws IOException {
        String file = file(SAMPLES);
        String[] options = {"--budgets", "8,100", "--format", "csv"};
        String one = Ran.command(with(file, options)).assertDone().out();
        assertEquals(one, Ran.command(with(file, options)).assertDone().out());
        String[] other =
                Stream.concat(Stream.of(options), Stream.of("--seed", "43")).toArray(String[]::new);
        assertFalse(one.equals(Ran.command(with(file, other)).assertDone().out()));
    }

    @Test
    void counts_haveCoverage() throws IOException {
        String out = Ran.command(with(file("problem,n,c\na,20,3\nb,20,0\n"), "--budgets", "20,200", "--format", "csv"))
                .assertDone()
                .out();
        assertTrue(out.contains("coverage,20,replayed,0.5,"), out);
        assertTrue(out.contains("coverage,200,forecast,"), out);
        assertFalse(out.contains("vote"), out);
    }

    @Tag("slow")
    @Test
    void more_namesWhatToRecordNext() throws IOException {
        String file = file("problem,n,c\na,4,3\nb,4,0\nc,4,1\n");
        String[] options = {"--budgets", "40", "--more", "--format"};
        String out =
                Ran.command(with(file, join(options, "table"))).assertDone().out();
        assertTrue(out.contains("What to record next"), out);
        assertTrue(out.contains("of each of the 2 problems with at most one success"), out);
        JsonNode more = JsonMapper.shared()
                .readTree(Ran.command(with(file, join(options, "json")))
                        .assertDone()
                        .out())
                .get("more");
        assertEquals(40, more.get("budget").asInt());
        assertEquals(2, more.get("hardProblems").get("problems").asInt());
    }

    private static String[] join(String[] options, String last) {
        return Stream.concat(Stream.of(options), Stream.of(last)).toArray(String[]::new);
    }

    @Tag("slow")
    @Test
    void tailExponent_movesTheForecast() throws IOException {
        String file = file("problem,n,c\na,20,3\nb,20,0\nc,20,0\n");
        double heavy = coverage(file, "0.05,0.1");
        double light = coverage(file, "2,0.1");
        assertTrue(light > heavy + 0.01, "%s and %s".formatted(heavy, light));
    }

    private static double coverage(String file, String exponent) {
        String out = Ran.command(with(file, "--budgets", "1000", "--tail-exponent", exponent, "--format", "json"))
                .assertDone()
                .out();
        return JsonMapper.shared().readTree(out).get("rows").get(0).get("mean").asDouble();
    }

    @Tag("slow")
    @Test
    void out_isWrittenWhole() throws IOException {
        Path target = folder.resolve("forecast.json");
        Ran ran = Ran.command(with(file(SAMPLES), "--budgets", "2", "--format", "json", "--out", target.toString()));
        assertEquals("", ran.assertDone().out());
        assertEquals(
                4,
                JsonMapper.shared()
                        .readTree(Files.readString(target))
                        .get("rows")
                        .size());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count(), "nothing but the recording and the forecast");
        }
        Ran.command(with(file(SAMPLES), "--out", folder.toString())).assertRefused("--out");
        Ran.command(with(file(SAMPLES), "--out", folder.resolve("no/where.json").toString()))
                .assertRefused("--out");
    }

    @Test
    void mistakes_areRefusedWithTheirOption() throws IOException {
        String file = file(SAMPLES);
        Ran.command(with(file, "--budgets", "10..1")).assertRefused("--budgets: a range goes upwards", "1..10");
        Ran.command(with(file, "--budgets", "0")).assertRefused("--budgets: a budget must be");
        Ran.command(with(file, "--strategies", "coverage,majority"))
                .assertRefused("--strategies", "not 'majority'. Maybe: majority-vote");
        Ran.command(with(file, "--strategies", "coverage,coverage")).assertRefused("twice");
        Ran.command(with(file, "--strategies", "first-accepted"))
                .assertRefused("--strategies: first-accepted needs verdicts");
        Ran.command(with(file, "--tail-exponent", "0.3"))
                .assertRefused("--tail-exponent must be a median and a spread");
        Ran.command(with(file, "--tail-exponent", "0,1")).assertRefused("--tail-exponent: tail exponent: median");
        Ran.command("forecast", file, "--draws", "3").assertRefused("draws");
        Ran.command(with(file, "--price", "-1")).assertRefused("price");
        Ran.command(with(folder.resolve("absent.csv").toString())).assertRefused("absent.csv");
        Ran.command(with(file, "--correct", "pased")).assertRefused("pased", "passed");
        Ran.command(with(file("problem,n,c\na,2,3\n"))).assertRefused("samples.csv", "3");
    }
}
