package overthink.scenarios.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What others can make of a line a problem: pairs, bins and means, worked out here from the lines alone. */
class PerProblemTest {

    private static final int PROBLEMS = 60;

    @TempDir
    private Path temp;

    private String scenario() throws IOException {
        return Files.writeString(temp.resolve("pairs.yaml"), """
                name: pairs
                seed: 5
                world:
                  problems: {count: %d, accuracy: {beta: {alpha: 0.9, beta: 1.6}}}
                  policy:
                    steps: {uniform: {min: 2, max: 4}}
                    wrong-answers: {zipf: {answers: 5, exponent: 1.2}}
                    tokens-per-step: {uniform: {min: 10, max: 90}}
                    price: {input: 0.1, output: 0.4}
                    latency: {prefill: 0.2, per-token: 0.01}
                  verifier: {outcome: {tpr: 0.8, fpr: 0.3}}
                budgets: {values: [1, 4]}
                strategies: [first-accepted: {fallback: abstain}, majority-vote, best-of-n]
                trials: {count: 50}
                bins: thresholds
                method: simulated
                measures: [candidates, quantiles]
                """.formatted(PROBLEMS))
                .toString();
    }

    private JsonNode run(String... options) throws IOException {
        String[] command = Stream.concat(
                        Stream.of("run", "--format", "json", "--per-problem", scenario()), Stream.of(options))
                .toArray(String[]::new);
        return JsonMapper.shared().readTree(Ran.command(command).assertDone().out());
    }

    private static Map<Integer, JsonNode> lines(JsonNode document, String strategy, int budget) {
        Map<Integer, JsonNode> lines = new TreeMap<>();
        for (JsonNode line : document.get("perProblem")) {
            if (line.get("strategy").asString().equals(strategy)
                    && line.get("budget").asInt() == budget) {
                lines.put(line.get("problem").asInt(), line);
            }
        }
        return lines;
    }

    private static JsonNode row(JsonNode document, String strategy, int budget, String bin) {
        for (JsonNode row : document.get("rows")) {
            if (row.get("strategy").asString().equals(strategy)
                    && row.get("budget").asInt() == budget
                    && row.get("bin").asString().equals(bin)) {
                return row;
            }
        }
        throw new AssertionError("no row");
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }

    /** The standard deviation over the root of their number. */
    private static double error(List<Double> values) {
        double mean = mean(values);
        double sum = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(sum / (values.size() - 1) / values.size());
    }

    @Tag("slow")
    @Test
    void pairs_madeOfTheLines_haveTheProductsErrorOverThePopulation() throws IOException {
        JsonNode document = run();
        Map<Integer, JsonNode> reference = lines(document, "first-accepted", 4);
        assertEquals(PROBLEMS, reference.size());
        assertEquals(2, document.get("differences").size() / 4, "a bin of all and three others, for two strategies");
        for (JsonNode difference : document.get("differences")) {
            String bin = difference.get("bin").asString();
            Map<Integer, JsonNode> other =
                    lines(document, difference.get("strategy").asString(), 4);
            List<Double> pairs = new ArrayList<>();
            List<Double> one = new ArrayList<>();
            reference.forEach((problem, line) -> {
                if (bin(line.get("p").asDouble()).equals(bin) || bin.equals("all")) {
                    pairs.add(other.get(problem).get("accuracy").asDouble()
                            - line.get("accuracy").asDouble());
                    one.add(line.get("accuracy").asDouble());
                }
            });
            assertEquals(difference.get("difference").asDouble(), mean(pairs), 1e-12);
            assertEquals(difference.get("populationStdError").asDouble(), error(pairs), 1e-12);
            assertNotEquals(error(one), error(pairs), 1e-3, "that of one strategy is not it");
        }
    }

    private static String bin(double p) {
        return p >= 0.5 ? "easy" : p >= 0.1 ? "medium" : "hard";
    }

    @Tag("slow")
    @Test
    void means_ofTheLines_areThoseOfTheRows() throws IOException {
        JsonNode document = run();
        for (String bin : List.of("all", "easy", "medium", "hard")) {
            Predicate<JsonNode> in =
                    line -> bin.equals("all") || bin(line.get("p").asDouble()).equals(bin);
            for (String strategy : List.of("first-accepted", "majority-vote")) {
                List<JsonNode> lines = lines(document, strategy, 4).values().stream()
                        .filter(in)
                        .toList();
                JsonNode row = row(document, strategy, 4, bin);
                for (String mean : List.of("accuracy", "coverage", "abstained", "falseAccepted")) {
                    assertEquals(row.get(mean).asDouble(), average(lines, mean), 1e-12, mean);
                }
                for (String cost : List.of("generations", "tokens", "verifierCalls", "latencySeconds", "usd")) {
                    List<Double> spent = lines.stream()
                            .map(line -> line.get("cost").get(cost).asDouble())
                            .toList();
                    assertEquals(row.get("cost").get(cost).asDouble(), mean(spent), 1e-9, cost);
                    assertEquals(row.get("costPopulationStdError").get(cost).asDouble(), error(spent), 1e-9, cost);
                }
                JsonNode beside = row.get("perTrial");
                assertEquals(beside.get("correct").asDouble(), average(lines, "correct"), 1e-12);
                assertEquals(beside.get("distinct").asDouble(), average(lines, "distinct"), 1e-12);
                // where an answer is given: a mean in which problems weigh as many answers as they have
                double tokens = 0;
                double answers = 0;
                for (JsonNode line : lines) {
                    double answered = 1 - line.get("abstained").asDouble();
                    tokens += answered * (answered > 0 ? line.get("length").asDouble() : 0);
                    answers += answered;
                }
                assertEquals(beside.get("length").asDouble(), tokens / answers, 1e-9);
            }
        }
        JsonNode line = lines(document, "majority-vote", 1).get(0);
        assertEquals(50, line.get("trials").asInt());
        assertTrue(line.get("steps").asInt() >= 2 && line.get("steps").asInt() <= 4);
        assertEquals(line.get("steps").asDouble(), line.get("cost").get("steps").asDouble());
    }

    private static double average(List<JsonNode> lines, String field) {
        return mean(lines.stream().map(line -> line.get(field).asDouble()).toList());
    }

    /** The error over these problems, of groups of trials that share their candidates: Σ e²/n² ÷ (1 − Σ (n_g/n)²) a problem. */
    @Tag("slow")
    @Test
    void store_linesAndGroups_haveTheProductsErrors() throws IOException {
        Path store = temp.resolve("store");
        JsonNode document = run("--out", store.toString());
        Path run;
        try (Stream<Path> runs = Files.list(store)) {
            run = runs.findFirst().orElseThrow();
        }
        Map<Integer, double[][]> groups = new TreeMap<>();
        for (CSVRecord line : zipped(run.resolve("problems.csv.gz"))) {
            int side = List.of("first-accepted", "majority-vote").indexOf(line.get("strategy"));
            if (side >= 0 && line.get("budget").equals("4")) {
                int group = Integer.parseInt(line.get("group"));
                double[] cell = groups.computeIfAbsent(
                                Integer.parseInt(line.get("problem")), problem -> new double[64][3])[group];
                cell[side] = Double.parseDouble(line.get("correct"));
                cell[2] = Double.parseDouble(line.get("trials"));
            }
        }
        double variance = 0;
        for (double[][] problem : groups.values()) {
            double n = Stream.of(problem).mapToDouble(cell -> cell[2]).sum();
            double mean =
                    Stream.of(problem).mapToDouble(cell -> cell[1] - cell[0]).sum() / n;
            double squares = 0;
            double same = 0;
            for (double[] cell : problem) {
                double deviation = cell[1] - cell[0] - mean * cell[2];
                squares += deviation * deviation;
                same += cell[2] / n * cell[2] / n;
            }
            variance += squares / n / n / (1 - same);
        }
        JsonNode difference = document.get("differences").get(0);
        assertEquals("majority-vote", difference.get("strategy").asString());
        assertEquals(difference.get("stdError").asDouble(), Math.sqrt(variance) / PROBLEMS, 1e-12);

        List<CSVRecord> lines = zipped(run.resolve("per-problem.csv.gz"));
        assertEquals(3 * 2 * PROBLEMS, lines.size());
        JsonNode first = document.get("perProblem").get(0);
        assertEquals(
                first.get("accuracy").asDouble(),
                Double.parseDouble(lines.get(0).get("accuracy")));
        assertEquals(
                first.get("cost").get("usd").asDouble(),
                Double.parseDouble(lines.get(0).get("cost.usd")));
        assertEquals("fallback=abstain", lines.get(0).get("parameters"));
    }

    private static List<CSVRecord> zipped(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return csv(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
    }

    private static List<CSVRecord> csv(Reader text) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(text)
                .getRecords();
    }

    @Tag("slow")
    @Test
    void csv_onStandardOutput_hasBothTablesWithAnEmptyLineBetween() throws IOException {
        String out = Ran.command("run", "--format", "csv", "--per-problem", scenario())
                .assertDone()
                .out();
        String[] tables = out.split("\n\n");
        assertEquals(2, tables.length);
        assertEquals(3 * 2 * 4, csv(new StringReader(tables[0])).size());
        List<CSVRecord> lines = csv(new StringReader(tables[1]));
        assertEquals(3 * 2 * PROBLEMS, lines.size());
        assertEquals("pairs", lines.get(0).get("scenario"));
        assertFalse(lines.get(0).get("p").isEmpty());
        assertEquals("", lines.get(0).get("utility"));
    }

    @Tag("slow")
    @Test
    void exactRows_overAPopulation_haveLinesWithWeights() throws IOException {
        JsonNode document = run(
                "--set",
                "method=exact",
                "--set",
                "world.problems.count=population",
                "--set",
                "world.policy.steps=2",
                "--set",
                "world.policy.latency={prefill: 1}",
                "--set",
                "strategies=[best-of-n]");
        double sum = 0;
        double weights = 0;
        for (JsonNode line : lines(document, "best-of-n", 4).values()) {
            sum += line.get("weight").asDouble() * line.get("accuracy").asDouble();
            weights += line.get("weight").asDouble();
        }
        JsonNode row = row(document, "best-of-n", 4, "all");
        assertEquals(row.get("accuracy").asDouble(), sum / weights, 1e-12);
        assertEquals(4 * 0.9 / 2.5, row.get("perTrial").get("correct").asDouble(), 1e-9, "the law's mean, 4 times");
    }

    @Test
    void aTable_isNoPlaceForLines() throws IOException {
        Ran.command("run", "--per-problem", scenario()).assertRefused("--per-problem needs --format json or csv");
    }
}
