package overthink.strategies.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.numbers.combinatorics.BinomialCoefficientDouble;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.exact.Coverage;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.strategies.adaptive.AdaptiveConsistencyProvider;
import overthink.strategies.selection.BestOfNProvider;
import overthink.strategies.voting.MajorityVoteProvider;
import overthink.strategies.voting.WeightedVoteProvider;
import tools.jackson.databind.JsonNode;

/**
 * The votes, weights, ties and stopping rules that other tools recorded, played by the strategies themselves.
 *
 * <p>What a session cannot say is left out before it starts: candidates without an answer (null or empty) never win in those
 * tools, and take no part here; a candidate without step scores, which OpenR scores −1, has one step of probability 0 here.
 * In {@code pass-and-majority} an answer is right or wrong and a tie does not count, so the wrong candidates, all with one
 * answer, come first.
 */
class RecordedVotesTest {

    private static final String FILE = "values.json";

    /** The record of a name; a missing node when there is none. */
    private static JsonNode record(String name) {
        return Records.read(FILE).path(name);
    }

    private static Stream<DynamicTest> cases(String name, Case test) {
        JsonNode record = record(name);
        return StreamSupport.stream(record.path("cases").spliterator(), false)
                .map(entry -> DynamicTest.dynamicTest(entry.toString(), () -> test.check(record, entry)));
    }

    @FunctionalInterface
    private interface Case {
        void check(JsonNode record, JsonNode entry);
    }

    private static Strategy strategy(StrategyProvider provider, Map<String, ?> parameters) {
        return provider.create(Parameters.of(provider.parameters(), parameters));
    }

    /** "majority", "best-of-n", "max of X", "sum of X", "mean of X": X are scores, logits, or an aggregate of step scores. */
    private static Strategy strategy(String method) {
        if (method.equals("majority")) {
            return strategy(new MajorityVoteProvider(), Map.of());
        }
        if (method.equals("best-of-n")) {
            return strategy(new BestOfNProvider(), Map.of());
        }
        String[] words = method.split(" of ", 2);
        String weight = words[0];
        String scores = words[1];
        if (scores.equals("logits")) {
            return strategy(new WeightedVoteProvider(), Map.of("weight", "logit-" + weight));
        }
        String aggregation = scores.equals("scores") ? "outcome" : scores;
        return weight.equals("max")
                ? strategy(new BestOfNProvider(), Map.of("aggregation", aggregation))
                : strategy(new WeightedVoteProvider(), Map.of("weight", weight, "aggregation", aggregation));
    }

    /** Candidates in order of generation, each with its number in the record. */
    private static final class Candidates {

        private final List<Integer> numbers = new ArrayList<>();
        private final List<Integer> lastSteps = new ArrayList<>();
        private final List<Integer> answers = new ArrayList<>();
        private final List<Double> scores = new ArrayList<>();

        void add(int number, int answer, double... stepScores) {
            for (double score : stepScores.length == 0 ? new double[] {0} : stepScores) {
                scores.add(Script.logOdds(score));
                answers.add(answer);
            }
            numbers.add(number);
            lastSteps.add(scores.size() - 1);
        }

        ScriptedSession session() {
            Script script = new Script(
                    (step, depth) -> step >= scores.size() || Collections.binarySearch(lastSteps, step) >= 0,
                    scores::get,
                    scores::get,
                    answers::get);
            return new ScriptedSession(script, numbers.size());
        }

        int selected(Strategy strategy) {
            ScriptedSession session = session();
            strategy.run(session);
            return numbers.get(session.committed());
        }
    }

    @TestFactory
    Stream<DynamicTest> votes() {
        return cases("votes", (record, entry) -> {
            JsonNode answers = record.get("answers");
            Candidates candidates = new Candidates();
            for (int i = 0; i < answers.size(); i++) {
                candidates.add(
                        i,
                        answers.get(i).asInt(),
                        Records.numbers(record.get("stepScores").get(i)));
            }
            int selected = candidates.selected(strategy(entry.get("method").asString()));
            assertEquals(entry.get("answer"), answers.get(selected));
        });
    }

    @TestFactory
    Stream<DynamicTest> weightedVotes() {
        return cases("weighted-votes", (record, entry) -> {
            JsonNode answers = record.get("answers");
            List<JsonNode> seen = new ArrayList<>();
            Candidates candidates = new Candidates();
            for (int i = 0; i < answers.size(); i++) {
                JsonNode answer = answers.get(i);
                if (!answer.isNull() && !answer.asString().isEmpty()) {
                    if (!seen.contains(answer)) {
                        seen.add(answer);
                    }
                    candidates.add(
                            i, seen.indexOf(answer), record.get("scores").get(i).asDouble());
                }
            }
            int selected = candidates.selected(strategy(entry.get("method").asString()));
            assertEquals(entry.get("answer"), answers.get(selected));
            if (entry.has("index")) {
                assertEquals(entry.get("index").asInt(), selected);
            }
        });
    }

    /** Whether the beta rule stops on these counts, drawn in one batch with more to come. */
    private static boolean stops(int first, int second, double threshold) {
        Candidates candidates = new Candidates();
        for (int i = 0; i <= first + second; i++) {
            candidates.add(i, i < first ? 0 : 1, 0.5);
        }
        ScriptedSession session = candidates.session();
        strategy(
                        new AdaptiveConsistencyProvider(),
                        Map.of("threshold", threshold, "batch", first + second, "max-gens", 0))
                .run(session);
        return session.size() == first + second;
    }

    @TestFactory
    Stream<DynamicTest> betaStopping() {
        return cases("beta-stopping", (record, entry) -> {
            int first = entry.get("counts").get(0).asInt();
            int second = entry.get("counts").get(1).asInt();
            double p = entry.get("p").asDouble();
            assertEquals(List.of(true, false), List.of(stops(first, second, p - 1e-9), stops(first, second, p + 1e-9)));
        });
    }

    @TestFactory
    Stream<DynamicTest> betaLeastLeads() {
        String key = "leastLeadFor";
        return record("beta-stopping").properties().stream()
                .filter(entry -> entry.getKey().startsWith(key))
                .map(entry -> DynamicTest.dynamicTest(entry.toString(), () -> {
                    double threshold = Double.parseDouble(entry.getKey().substring(key.length()));
                    JsonNode seconds = entry.getValue().get("second");
                    for (int i = 0; i < seconds.size(); i++) {
                        int second = seconds.get(i).asInt();
                        int first = entry.getValue().get("first").get(i).asInt();
                        assertEquals(
                                List.of(true, false),
                                List.of(stops(first, second, threshold), stops(first - 1, second, threshold)),
                                "%d against %d".formatted(first, second));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> passAtK() {
        return StreamSupport.stream(record("pass-at-k").path("cases").spliterator(), false)
                .map(entry -> DynamicTest.dynamicTest(
                        entry.toString(),
                        () -> assertEquals(
                                entry.get(3).asDouble(),
                                Coverage.unbiased(
                                        entry.get(0).asLong(),
                                        entry.get(1).asLong(),
                                        entry.get(2).asLong()),
                                1e-11)));
    }

    @TestFactory
    Stream<DynamicTest> passAndMajority() {
        JsonNode record = record("pass-and-majority");
        return record.properties().stream()
                .filter(entry -> entry.getKey().matches("(pass|majority)@\\d+"))
                .map(entry -> DynamicTest.dynamicTest(entry.toString(), () -> {
                    String[] measure = entry.getKey().split("@", 2);
                    int k = Integer.parseInt(measure[1]);
                    double sum = 0;
                    for (JsonNode row : record.get("correct")) {
                        int n = row.size();
                        int c = Records.integers(row).stream()
                                .mapToInt(right -> right)
                                .sum();
                        sum += measure[0].equals("pass") ? Coverage.unbiased(n, c, k) : majority(n, c, k);
                    }
                    assertEquals(
                            entry.getValue().asDouble(),
                            sum / record.get("correct").size(),
                            1e-9);
                }));
    }

    /** The chance that k of n candidates, c of them right, vote for the right answer. */
    private static double majority(int n, int c, int k) {
        double sum = 0;
        for (int right = Math.max(0, k - (n - c)); right <= Math.min(c, k); right++) {
            Candidates candidates = new Candidates();
            for (int i = 0; i < k; i++) {
                candidates.add(i, i < k - right ? 0 : 1, 0.5);
            }
            if (candidates.selected(strategy("majority")) >= k - right) {
                sum += BinomialCoefficientDouble.value(c, right) * BinomialCoefficientDouble.value(n - c, k - right);
            }
        }
        return sum / BinomialCoefficientDouble.value(n, k);
    }
}
