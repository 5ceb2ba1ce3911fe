package overthink.scenarios.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.api.RealRange;
import overthink.scenarios.plugins.StrategyCatalog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every number of the published schema, found by walking it: what the schema allows is what the reader and the laws allow,
 * and what lies just outside gets the one message, with the file, the line and the key.
 */
class BoundsTest {

    private static final StrategyCatalog CATALOG = StrategyCatalog.load(List.of());
    private static final ScenarioReader READER = new ScenarioReader(CATALOG);
    private static final JsonNode SCHEMA = JsonMapper.shared().readTree(ScenarioReader.schema(CATALOG));

    /** A valid value of each key at the top, which stands on a line of its own. */
    private static final Map<String, String> TOP = top();

    private static final List<String> FAR_OUT = List.of(".nan", ".inf", "-.inf", "1e400", "-1e400");

    @TempDir
    Path folder;

    private static Map<String, String> top() {
        Map<String, String> top = new LinkedHashMap<>();
        top.put("world", "{problems: {count: 10, accuracy: 0.3}, verifier: {outcome: {d: 1}, process: {d: 1}}}");
        top.put("budgets", "{values: [1, 2]}");
        top.put("strategies", "[single]");
        return top;
    }

    /**
     * A number of the schema.
     *
     * @param path the keys that lead to it
     * @param schema its bounds
     * @param text the scenario with a value there
     */
    private record Leaf(String path, JsonNode schema, UnaryOperator<String> text) {

        boolean whole() {
            return schema.get("type").asString().equals("integer");
        }

        BigDecimal least() {
            return schema.get("minimum").decimalValue();
        }

        BigDecimal most() {
            return schema.get("maximum").decimalValue();
        }

        String rule() {
            return "must be " + (whole() ? "a whole number" : "a number") + " between " + shown(least()) + " and "
                    + shown(most());
        }

        private String shown(BigDecimal bound) {
            return whole() ? bound.toBigIntegerExact().toString() : RealRange.text(bound.doubleValue());
        }

        List<String> atTheBounds() {
            return List.of(shown(least()), shown(most()));
        }

        /** Just below, just above, and one value that is far out or no number at all. */
        List<String> outside(int index) {
            List<String> outside = new ArrayList<>(List.of(FAR_OUT.get(index % FAR_OUT.size())));
            if (whole()) {
                BigInteger below = least().toBigIntegerExact().subtract(BigInteger.ONE);
                BigInteger above = most().toBigIntegerExact().add(BigInteger.ONE);
                outside.addAll(List.of(below.toString(), above.toString()));
            } else {
                double least = least().doubleValue();
                double most = most().doubleValue();
                outside.add(least == 0 ? "-1e-400" : least == -Double.MAX_VALUE ? "-2e308" : "" + Math.nextDown(least));
                outside.add(most == Double.MAX_VALUE ? "2e308" : "" + Math.nextUp(most));
            }
            return outside;
        }
    }

    /** Walks the schema; each definition is entered once. */
    private static final class Walk {

        private final List<Leaf> leaves = new ArrayList<>();
        private final Set<String> entered = new HashSet<>();

        void enter(JsonNode schema, String path, UnaryOperator<String> text) {
            if (schema.has("$ref")) {
                if (entered.add(schema.get("$ref").asString())) {
                    enter(resolve(schema), path, text);
                }
                return;
            }
            for (String choice : List.of("anyOf", "oneOf")) {
                if (schema.has(choice)) {
                    schema.get(choice).forEach(alternative -> enter(alternative, path, text));
                }
            }
            if (schema.has("minimum")) {
                leaves.add(new Leaf(path, schema, text));
            }
            if (schema.has("properties")) {
                for (String name : schema.get("properties").propertyNames()) {
                    JsonNode inner = schema.get("properties").get(name);
                    String before = required(schema, name);
                    enter(
                            inner,
                            path.isEmpty() ? name : path + "." + name,
                            value -> text.apply("{" + before + name + ": " + value + "}"));
                }
            }
            if (schema.has("items")) {
                enter(schema.get("items"), path + "[0]", value -> text.apply("[" + value + "]"));
            }
            if (schema.path("additionalProperties").isObject()) {
                // keys of pairs have a form; the first of several policies has fewer keys
                boolean pairs = schema.path("propertyNames")
                        .path("pattern")
                        .asString("")
                        .contains("~");
                String key = pairs ? "easy~hard" : "easy";
                enter(schema.get("additionalProperties"), path + "." + key, value -> {
                    boolean later = path.equals("world.policies") && value.matches(".(from|accuracy|verifier).*");
                    return text.apply("{" + (later ? "first: {}, " : "") + key + ": " + value + "}");
                });
            }
        }

        private static String required(JsonNode schema, String but) {
            StringBuilder text = new StringBuilder();
            for (JsonNode name : schema.path("required")) {
                if (!name.asString().equals(but)) {
                    text.append(name.asString())
                            .append(": ")
                            .append(sample(schema.get("properties").get(name.asString())))
                            .append(", ");
                }
            }
            return text.toString();
        }
    }

    private static JsonNode resolve(JsonNode schema) {
        return schema.has("$ref") ? SCHEMA.at(schema.get("$ref").asString().substring(1)) : schema;
    }

    /** A value that a schema allows. */
    private static String sample(JsonNode reference) {
        JsonNode schema = resolve(reference);
        if (schema.has("const")) {
            return schema.get("const").asString();
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0).asString();
        }
        if (schema.has("anyOf") || schema.has("oneOf")) {
            return sample(
                    schema.has("anyOf")
                            ? schema.get("anyOf").get(0)
                            : schema.get("oneOf").get(0));
        }
        if (schema.has("minimum")) {
            double half = Math.max(schema.get("minimum").doubleValue(), 0.5);
            return schema.get("type").asString().equals("integer")
                    ? schema.get("minimum")
                            .bigIntegerValue()
                            .max(BigInteger.ONE)
                            .toString()
                    : RealRange.text(half);
        }
        if (schema.has("items")) {
            return "[" + sample(schema.get("items")) + "]";
        }
        if (schema.has("properties")) {
            String keys = Walk.required(schema, "");
            if (keys.isEmpty() && schema.path("minProperties").asInt(0) > 0) {
                String name =
                        schema.get("properties").propertyNames().iterator().next();
                keys = name + ": " + sample(schema.get("properties").get(name));
            }
            return "{" + keys + "}";
        }
        return "x";
    }

    private static List<Leaf> leaves() {
        Walk walk = new Walk();
        for (String name : SCHEMA.get("properties").propertyNames()) {
            walk.enter(SCHEMA.get("properties").get(name), name, value -> {
                Map<String, String> keys = new LinkedHashMap<>(TOP);
                keys.put(name, value);
                StringBuilder text = new StringBuilder();
                keys.forEach((key, inner) ->
                        text.append(key).append(": ").append(inner).append('\n'));
                return text.toString();
            });
        }
        return walk.leaves;
    }

    private List<Diagnostic> mistakes(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("sample.yaml"), text);
        try {
            READER.read(file, List.of());
            return List.of();
        } catch (InvalidScenarioException refusal) {
            return refusal.diagnostics();
        }
    }

    private static int line(Leaf leaf) {
        String top = leaf.path().split("[.\\[]")[0];
        int index = List.copyOf(TOP.keySet()).indexOf(top);
        return index < 0 ? TOP.size() + 1 : index + 1;
    }

    @Test
    void schema_ofEveryNumber_hasBothBounds() {
        List<Leaf> leaves = leaves();
        assertTrue(leaves.size() > 200, "numbers found: " + leaves.size());
        for (Leaf leaf : leaves) {
            assertTrue(leaf.schema().has("maximum"), leaf.path());
        }
        Set<String> paths = new HashSet<>();
        leaves.forEach(leaf -> paths.add(leaf.path()));
        assertTrue(
                paths.containsAll(List.of(
                        "seed",
                        "world.problems.accuracy.logit-normal.mu",
                        "world.problems.accuracy.levels.easy.weight",
                        "world.policy.wrong-answers.zipf.answers",
                        "world.verifier.process.noise.student-t.degrees-of-freedom",
                        "world.verifier.judge.d.hard",
                        "budgets.values[0]",
                        "strategies[0].rebase.temperature",
                        "expect[0].accuracy.above.times")),
                paths.toString());
    }

    /**
     * Rules on several keys may be broken, as that a wrong answer is worth no more than a right one, or what a budget may be
     * of its resource.
     */
    @Tag("slow")
    @Test
    void number_atABoundOfTheSchema_isRefusedNowhere() throws IOException {
        for (Leaf leaf : leaves()) {
            for (String value : leaf.atTheBounds()) {
                String text = leaf.text().apply(value);
                for (Diagnostic mistake : mistakes(text)) {
                    assertTrue(
                            !mistake.rule().contains("number between")
                                    || mistake.rule().startsWith("a budget of "),
                            () -> mistake + "\n" + text);
                }
            }
        }
    }

    @Tag("slow")
    @Test
    void number_outsideTheBoundsOfTheSchema_getsTheOneMessageAtItsLine() throws IOException {
        List<Leaf> leaves = leaves();
        for (int i = 0; i < leaves.size(); i++) {
            Leaf leaf = leaves.get(i);
            for (String value : leaf.outside(i)) {
                if (value.equals(".inf") && leaf.path().matches("expect.*[.]budget.*")) {
                    continue; // there the limit of a curve stands
                }
                String text = leaf.text().apply(value);
                String expected = "%s:%d: %s: %s, not %s"
                        .formatted(folder.resolve("sample.yaml"), line(leaf), leaf.path(), leaf.rule(), value);
                List<String> found = mistakes(text).stream()
                        .filter(mistake -> mistake.path().equals(leaf.path()))
                        .map(Diagnostic::toString)
                        .toList();
                assertEquals(1, found.size(), () -> found + "\n" + text);
                String rest = found.get(0)
                        .substring(Math.min(expected.length(), found.get(0).length()));
                assertTrue(
                        found.get(0).startsWith(expected) && (rest.isEmpty() || rest.startsWith(". Maybe: ")),
                        () -> found.get(0) + " for " + expected);
            }
        }
    }

    /** What is no number gets the same rule, and besides it the words that may stand there. */
    @Tag("slow")
    @Test
    void textInTheSteadOfANumber_getsTheSameRule() throws IOException {
        for (Leaf leaf : leaves()) {
            String text = leaf.text().apply("'1'");
            assertTrue(
                    mistakes(text).stream()
                            .anyMatch(mistake -> mistake.path().equals(leaf.path())
                                    && mistake.line() == line(leaf)
                                    && mistake.value().equals("\"1\"")
                                    && mistake.rule().contains(leaf.rule().substring("must be ".length()))),
                    () -> leaf.path() + ": " + leaf.rule());
        }
    }
}
