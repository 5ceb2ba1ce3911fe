package overthink.strategies.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import overthink.core.api.Parameters;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.strategies.particle.ParticleFilterProvider;
import overthink.strategies.particle.ParticleGibbsProvider;
import overthink.strategies.particle.ParticleTraces;
import overthink.strategies.search.BeamSearchProvider;
import overthink.strategies.search.DvtsProvider;
import overthink.strategies.search.RebaseProvider;
import overthink.strategies.search.SearchTraces;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every record of {@code search-traces.json}: the variant named after the tool, played on the counter policy, gives the
 * same batches, draws, paths, scores and choice.
 *
 * <p>Where a tool ends a path by its length, the record is played twice where that makes sense: the strategy stops the
 * path, or the policy completes it, so that it can be committed. (A limit of 0 means none to a strategy.) In
 * search-and-learn the last iteration generates to the end, which the counter policy does in one step.
 */
class RecordedSearchesTest {

    private static final String FILE = "search-traces.json";

    /** A tool's run, with what is ours to play it. */
    private record Play(StrategyProvider provider, Map<String, Object> parameters, int generations, int completeAt) {

        Strategy strategy() {
            return provider.create(Parameters.of(provider.parameters(), parameters));
        }

        /** The counter policy, which also completes every path of {@code completeAt} steps. */
        ScriptedSession session() {
            Script counter = Script.counterPolicy();
            return new ScriptedSession(
                    new Script(
                            (step, depth) -> depth == completeAt
                                    || counter.completeness().complete(step, depth),
                            counter.processScore(),
                            counter.outcomeScore(),
                            counter.answer()),
                    generations);
        }

        Play with(String parameter, Object value) {
            Map<String, Object> more = new LinkedHashMap<>(parameters);
            more.put(parameter, value);
            return new Play(provider, more, generations, completeAt);
        }

        Play completingAt(int depth) {
            return new Play(provider, parameters, generations, depth);
        }
    }

    private static Play play(StrategyProvider provider, Map<String, Object> parameters, int generations) {
        return new Play(provider, parameters, generations, Session.NONE);
    }

    @TestFactory
    Stream<DynamicTest> records() {
        JsonNode records = Records.read(FILE);
        assertTrue(records.isArray() && !records.isEmpty(), FILE + " must be a list of records");
        return IntStream.range(0, records.size())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        "%d: %s %s"
                                .formatted(
                                        i, kind(records.get(i)), records.get(i).path("parameters")),
                        () -> check(records.get(i))));
    }

    private static String kind(JsonNode entry) {
        return Records.required(entry, "tool").asString() + " "
                + Records.required(entry, "algorithm").asString();
    }

    private static void check(JsonNode entry) {
        Records.checkKeys(
                entry,
                "tool",
                "algorithm",
                "parameters",
                "batches",
                "generatedSteps",
                "remainingWidth",
                "result",
                "selected",
                "ancestors",
                "final",
                "references");
        JsonNode given = Records.required(entry, "parameters");
        switch (kind(entry)) {
            case "search-and-learn beam-search" -> {
                Records.checkKeys(given, "n", "m", "iters", "sort_completed");
                checkSearch(
                        entry,
                        play(
                                        new BeamSearchProvider(),
                                        Map.of(
                                                "variant",
                                                "search-and-learn",
                                                "width",
                                                integer(given, "m"),
                                                "max-steps",
                                                integer(given, "iters"),
                                                "sort-completed",
                                                given.path("sort_completed").booleanValue(false)),
                                        integer(given, "n"))
                                .completingAt(integer(given, "iters")));
            }
            case "search-and-learn dvts" -> {
                Records.checkKeys(given, "n", "m", "iters");
                checkSearch(
                        entry,
                        play(
                                        new DvtsProvider(),
                                        Map.of(
                                                "variant",
                                                "search-and-learn",
                                                "width",
                                                integer(given, "m"),
                                                "max-steps",
                                                integer(given, "iters")),
                                        integer(given, "n"))
                                .completingAt(integer(given, "iters")));
            }
            case "rebase rebase" -> {
                Records.checkKeys(given, "width", "T", "trunc");
                Map<String, Object> parameters = new LinkedHashMap<>(
                        Map.of("arithmetic", "float32", "max-depth", 25, "temperature", number(given, "T")));
                if (!given.path("trunc").isMissingNode() && !given.path("trunc").isNull()) {
                    parameters.put("truncation", number(given, "trunc"));
                }
                checkSearch(entry, play(new RebaseProvider(), parameters, integer(given, "width")));
            }
            case "openr beam-search" -> {
                Records.checkKeys(given, "beam_size", "tree_max_width", "max_depth");
                int width = integer(given, "tree_max_width");
                int depth = integer(given, "max_depth");
                Play play = play(
                        new BeamSearchProvider(),
                        Map.of("variant", "openr", "width", width),
                        integer(given, "beam_size") * width);
                checkSearch(entry, play.with("max-steps", depth));
                checkSearch(entry, play.completingAt(depth));
            }
            case "its_hub beam-search" -> {
                Records.checkKeys(given, "budget", "width", "max_steps");
                int steps = integer(given, "max_steps");
                Play play = play(
                        new BeamSearchProvider(),
                        Map.of("variant", "its-hub", "width", integer(given, "width")),
                        integer(given, "budget"));
                if (steps > 0) {
                    checkSearch(entry, play.with("max-steps", steps));
                }
                checkSearch(entry, play.completingAt(steps + 1));
            }
            case "its_hub particle-filter", "its_hub particle-gibbs" -> {
                Records.checkKeys(given, "budget", "iters", "max_steps", "refs");
                int steps = integer(given, "max_steps");
                int iterations = integer(given, "iters");
                int references = integer(given, "refs");
                Play play = iterations == 1 && references == 0
                        ? play(new ParticleFilterProvider(), Map.of("variant", "its-hub"), integer(given, "budget"))
                        : play(
                                new ParticleGibbsProvider(),
                                Map.of("variant", "its-hub", "iterations", iterations, "references", references),
                                integer(given, "budget"));
                if (steps > 0) {
                    checkParticles(entry, play.with("max-steps", steps));
                }
                checkParticles(entry, play.completingAt(steps + 1));
            }
            case "probabilistic-inference-scaling particle-filter" -> {
                Records.checkKeys(given, "n", "T", "resample_inactive");
                checkParticles(
                        entry,
                        play(
                                new ParticleFilterProvider(),
                                Map.of(
                                        "variant",
                                        "probabilistic-inference-scaling",
                                        "temperature",
                                        number(given, "T"),
                                        "resample-inactive",
                                        Records.required(given, "resample_inactive")
                                                .booleanValue()),
                                integer(given, "n")));
            }
            default ->
                throw new IllegalArgumentException(
                        "no variant is known for records of kind '%s'".formatted(kind(entry)));
        }
    }

    private static int integer(JsonNode node, String key) {
        return Records.required(node, key).intValue();
    }

    private static double number(JsonNode node, String key) {
        return Records.required(node, key).doubleValue();
    }

    // ---- searches ----

    private static void checkSearch(JsonNode entry, Play play) {
        Strategy strategy = play.strategy();
        SearchTraces traces = SearchTraces.of(strategy);
        ScriptedSession session = play.session();
        strategy.run(session);

        checkSteps(entry, session);
        if (entry.has("remainingWidth")) {
            assertEquals(Records.integers(entry.get("remainingWidth")), traces.widths(), "remaining widths");
        }
        List<String> expected = new ArrayList<>();
        for (JsonNode path : Records.required(entry, "result")) {
            Records.checkKeys(path, "path", "score");
            expected.add(show(Records.integers(path.get("path")), number(path, "score")));
        }
        List<String> actual =
                traces.result().stream().map(node -> show(session, node)).toList();
        assertEquals(expected, actual, "result");
        int first = traces.result().get(traces.selected());
        if (entry.has("selected")) {
            assertEquals(integer(entry, "selected"), traces.selected(), "selected");
        }
        if (session.complete(first)) {
            assertEquals(session.path(first), session.path(session.committed()), "committed");
        }
    }

    private static void checkSteps(JsonNode entry, ScriptedSession session) {
        if (entry.has("batches")) {
            assertEquals(Records.integers(entry.get("batches")), session.batches(), "batches");
        }
        if (entry.has("generatedSteps")) {
            assertEquals(
                    integer(entry, "generatedSteps"),
                    session.batches().stream().mapToInt(Integer::intValue).sum(),
                    "generated steps");
        }
    }

    private static String show(List<Integer> path, double score) {
        return path + " " + score;
    }

    private static String show(ScriptedSession session, int node) {
        List<Integer> path = session.path(node);
        return show(path, Script.counterScore(path.get(path.size() - 1)));
    }

    // ---- particles ----

    private static void checkParticles(JsonNode entry, Play play) {
        Strategy strategy = play.strategy();
        ParticleTraces traces = ParticleTraces.of(strategy);
        ScriptedSession session = play.session();
        strategy.run(session);

        checkSteps(entry, session);
        List<List<Integer>> draws = new ArrayList<>();
        Records.required(entry, "ancestors").forEach(draw -> draws.add(Records.integers(draw)));
        assertEquals(draws, traces.draws(), "ancestors");
        JsonNode last = Records.required(entry, "final");
        if (!last.isEmpty() && last.get(0).isArray()) {
            assertEquals(last.size(), traces.iterations().size(), "iterations");
            for (int i = 0; i < last.size(); i++) {
                checkIteration(last.get(i), traces.iterations().get(i), session);
            }
        } else {
            assertEquals(1, traces.iterations().size(), "iterations");
            checkIteration(last, traces.iterations().get(0), session);
        }
        if (entry.has("references")) {
            List<List<Integer>> references = new ArrayList<>();
            entry.get("references").forEach(kept -> references.add(Records.integers(kept)));
            assertEquals(
                    references,
                    traces.iterations().stream()
                            .map(iteration -> traces.draws().get(iteration.draws() - 1))
                            .toList(),
                    "references");
        }
        if (entry.has("selected")) {
            assertEquals(integer(entry, "selected"), traces.selected(), "selected");
            List<ParticleTraces.Iteration> iterations = traces.iterations();
            int chosen = iterations.get(iterations.size() - 1).nodes().get(traces.selected());
            if (session.complete(chosen)) {
                assertEquals(session.path(chosen), session.path(session.committed()), "committed");
            }
        }
    }

    private static void checkIteration(JsonNode expected, ParticleTraces.Iteration actual, ScriptedSession session) {
        assertEquals(expected.size(), actual.nodes().size(), "particles");
        for (int i = 0; i < expected.size(); i++) {
            JsonNode particle = expected.get(i);
            Records.checkKeys(particle, "path", "score", "logWeight");
            List<Integer> path = session.path(actual.nodes().get(i));
            assertEquals(Records.integers(particle.get("path")), path, "path of particle " + i);
            double score = Script.counterScore(path.get(path.size() - 1));
            if (particle.has("score")) {
                assertEquals(number(particle, "score"), score, "score of particle " + i);
            }
            // the weights are recorded with six digits after the point
            double logWeight = particle.has("logWeight") ? number(particle, "logWeight") : Script.logOdds(score);
            assertEquals(logWeight, actual.logWeights().get(i), 0.51e-6, "weight of particle " + i);
        }
    }

    // ---- what else can come ----

    @Test
    void check_unknownKind_saysSo() {
        JsonNode entry = JsonMapper.shared()
                .readTree("{\"tool\": \"abacus\", \"algorithm\": \"beam-search\", \"parameters\": {}}");
        assertEquals(
                "no variant is known for records of kind 'abacus beam-search'",
                assertThrows(IllegalArgumentException.class, () -> check(entry)).getMessage());
    }

    @Test
    void check_unknownParameter_saysSo() {
        JsonNode entry = JsonMapper.shared()
                .readTree("{\"tool\": \"search-and-learn\", \"algorithm\": \"dvts\","
                        + " \"parameters\": {\"n\": 4, \"m\": 2, \"iters\": 3, \"lookahead\": 1}}");
        String message =
                assertThrows(IllegalArgumentException.class, () -> check(entry)).getMessage();
        assertTrue(message.startsWith("the record has keys that are not understood: lookahead;"), message);
    }

    /** A record with one step, score, parent or width changed is noticed. */
    @TestFactory
    Stream<DynamicTest> check_alteredRecord_isNoticed() {
        return StreamSupport.stream(Records.read(FILE).spliterator(), false)
                .flatMap(entry -> Stream.of("batches", "remainingWidth", "result", "ancestors", "final")
                        .filter(entry::has)
                        .map(key -> DynamicTest.dynamicTest(
                                kind(entry) + " " + entry.path("parameters") + " " + key,
                                () -> assertThrows(AssertionError.class, () -> check(altered(entry, key))))));
    }

    /** The last digit under a key that follows a bracket is raised by one, or lowered if it is a nine. */
    private static JsonNode altered(JsonNode entry, String key) {
        String text = entry.get(key).toString();
        int at = text.lastIndexOf(']');
        while (!Character.isDigit(text.charAt(at))) {
            at--;
        }
        char digit = text.charAt(at);
        String other = text.substring(0, at) + (digit == '9' ? '8' : (char) (digit + 1)) + text.substring(at + 1);
        Map<String, JsonNode> changed = new LinkedHashMap<>();
        entry.properties().forEach(property -> changed.put(property.getKey(), property.getValue()));
        changed.put(key, JsonMapper.shared().readTree(other));
        return JsonMapper.shared().valueToTree(changed);
    }
}
