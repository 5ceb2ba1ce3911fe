package overthink.strategies.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;
import overthink.core.testkit.Script;
import overthink.core.testkit.ScriptedSession;
import overthink.strategies.particle.ParticleTraces;
import overthink.strategies.search.SearchTraces;
import overthink.strategies.selection.BestOfNProvider;
import tools.jackson.databind.JsonNode;

/** The allocations, weights and ties of {@code values.json} that concern searches and particle methods. */
class RecordedAllocationsTest {

    private static final String FILE = "values.json";

    private static Stream<DynamicTest> cases(String name, Case test) {
        JsonNode entry = Records.read(FILE).path(name);
        return StreamSupport.stream(entry.path("cases").spliterator(), false)
                .map(given -> DynamicTest.dynamicTest(given.toString(), () -> test.check(entry, given)));
    }

    @FunctionalInterface
    private interface Case {
        void check(JsonNode entry, JsonNode given);
    }

    @TestFactory
    Stream<DynamicTest> rebaseChildren() {
        return cases("rebase.children", (entry, given) -> {
            Records.checkKeys(given, "scores", "width", "T", "children", "note");
            double[] scores = Records.numbers(given.get("scores"));
            double[] descending = Arrays.stream(scores)
                    .map(score -> -score)
                    .sorted()
                    .map(score -> -score)
                    .toArray();
            assertEquals(
                    Records.integers(given.get("children")),
                    SearchTraces.rebaseChildren(
                            descending,
                            given.get("width").intValue(),
                            given.get("T").doubleValue()));
        });
    }

    /** Recorded with six digits after the point. */
    @TestFactory
    Stream<DynamicTest> softmaxOfLogits() {
        return cases("particle.softmax-of-logits", (entry, given) -> {
            Records.checkKeys(given, "T", "weights");
            double[] logOdds = Arrays.stream(Records.numbers(entry.get("scores")))
                    .map(Script::logOdds)
                    .toArray();
            double[] weights = ParticleTraces.weights(logOdds, given.get("T").doubleValue());
            double[] expected = Records.numbers(given.get("weights"));
            assertEquals(expected.length, weights.length);
            for (int i = 0; i < weights.length; i++) {
                assertEquals(expected[i], weights[i], 0.51e-6, "weight " + i);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> bestOfNTies() {
        StrategyProvider provider = new BestOfNProvider();
        return cases("best-of-n.ties", (entry, given) -> {
            Records.checkKeys(given, "scores", "selected");
            double[] scores = Records.numbers(given.get("scores"));
            ScriptedSession session = new ScriptedSession(
                    Script.candidates(Arrays.stream(scores).map(Script::logOdds).toArray(), new int[scores.length]),
                    scores.length);
            provider.create(Parameters.of(provider.parameters(), Map.of())).run(session);
            assertEquals(given.get("selected").intValue(), session.committed());
        });
    }
}
