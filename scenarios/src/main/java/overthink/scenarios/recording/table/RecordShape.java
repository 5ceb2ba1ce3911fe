package overthink.scenarios.recording.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.files.BrokenFileException;

/** How a log keeps what becomes a row: a record gives one row or several, each with values under names of columns. */
@FunctionalInterface
interface RecordShape {

    /** Hands the rows of a record on. */
    void rows(Map<String, @Nullable Object> record, int line, Consumer<Map<String, String>> rows)
            throws BrokenFileException;

    /** The shape of a log whose first record is this one, and what it is called. */
    static Recognised of(Map<String, @Nullable Object> first) {
        if (first.containsKey("doc_id") && (first.containsKey("resps") || first.containsKey("filtered_resps"))) {
            return new Recognised("lm-evaluation-harness samples", new LmEvalShape());
        }
        if (first.containsKey("epoch") && first.get("scores") instanceof Map && first.containsKey("id")) {
            return new Recognised("Inspect samples", RecordShape::inspect);
        }
        if (first.containsKey("promptIdx") || (first.containsKey("vars") && first.containsKey("success"))) {
            return new Recognised("promptfoo results", RecordShape::promptfoo);
        }
        if (first.containsKey("task_id") && first.containsKey("passed")) {
            return new Recognised("HumanEval results", RecordShape::humanEval);
        }
        return new Recognised("", RecordShape::plain);
    }

    /**
     * A shape with its name.
     *
     * @param name empty for what is of no known harness
     */
    record Recognised(String name, RecordShape shape) {}

    /** A sample of Inspect: each scorer's value in a column of its own, as C, I, P, N or a number. */
    private static void inspect(Map<String, @Nullable Object> sample, int line, Consumer<Map<String, String>> rows) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("problem", text(sample.get("id")));
        row.put("epoch", text(sample.get("epoch")));
        String answer = "";
        if (sample.get("scores") instanceof Map<?, ?> scores) {
            for (Map.Entry<?, ?> score : scores.entrySet()) {
                Object value = score.getValue() instanceof Map<?, ?> whole ? whole.get("value") : score.getValue();
                if (value instanceof Map<?, ?> several) {
                    several.forEach((name, one) -> row.put("score_%s_%s".formatted(score.getKey(), name), text(one)));
                } else {
                    row.put("score_" + score.getKey(), text(value));
                }
                if (answer.isEmpty() && score.getValue() instanceof Map<?, ?> whole) {
                    answer = text(whole.get("answer"));
                }
            }
        }
        row.put("answer", answer);
        row.put("tokens", outputTokens(sample.get("model_usage")));
        row.put("model", "");
        row.put("stop_reason", "");
        if (sample.get("output") instanceof Map<?, ?> output) {
            row.put("model", text(output.get("model")));
            if (output.get("choices") instanceof List<?> choices
                    && !choices.isEmpty()
                    && choices.get(0) instanceof Map<?, ?> choice) {
                row.put("stop_reason", text(choice.get("stop_reason")));
            }
        }
        if (sample.get("limit") instanceof Map<?, ?> limit) {
            row.put("stop_reason", text(limit.get("type")));
        }
        rows.accept(row);
    }

    /** The tokens that models wrote, all together. */
    private static String outputTokens(@Nullable Object usage) {
        long sum = 0;
        boolean known = false;
        if (usage instanceof Map<?, ?> models) {
            for (Object one : models.values()) {
                String tokens = one instanceof Map<?, ?> counts ? text(counts.get("output_tokens")) : "";
                if (tokens.matches("\\d{1,15}")) {
                    sum += Long.parseLong(tokens);
                    known = true;
                }
            }
        }
        return known ? Long.toString(sum) : "";
    }

    /** A result of promptfoo. Its test numbers count every repetition, so a problem is what the variables say. */
    private static void promptfoo(Map<String, @Nullable Object> result, int line, Consumer<Map<String, String>> rows) {
        Map<String, String> row = new LinkedHashMap<>();
        Object test = result.get("testCase");
        Object variables =
                result.containsKey("vars") || !(test instanceof Map<?, ?> map) ? result.get("vars") : map.get("vars");
        row.put("problem", text(variables));
        row.put("correct", text(result.get("success")));
        row.put("score", text(result.get("score")));
        if (result.get("namedScores") instanceof Map<?, ?> named) {
            named.forEach((name, value) -> row.put("score_" + name, text(value)));
        }
        row.put("answer", "");
        row.put("tokens", "");
        if (result.get("response") instanceof Map<?, ?> response) {
            row.put("answer", text(response.get("output")));
            if (response.get("tokenUsage") instanceof Map<?, ?> usage) {
                row.put("tokens", text(usage.get("completion")));
            }
            row.put("finish_reason", text(response.get("finishReason")));
        }
        if ("2".equals(text(result.get("failureReason")))) {
            row.put("correct", ""); // an error of the provider or of a grader, not a verdict
        }
        String provider =
                result.get("provider") instanceof Map<?, ?> map ? text(map.get("id")) : text(result.get("provider"));
        row.put("policy", provider);
        row.put("prompt", text(result.get("promptIdx")));
        rows.accept(row);
    }

    /** A result of HumanEval: programs are no answers that could be counted. */
    private static void humanEval(Map<String, @Nullable Object> result, int line, Consumer<Map<String, String>> rows) {
        plain(result, line, row -> {
            row.remove("completion");
            row.remove("prompt");
            row.computeIfPresent("result", (key, text) -> text.startsWith("failed") ? "failed" : text);
            rows.accept(row);
        });
    }

    /** A record as it stands: keys in keys are joined by dots, and lists as long as a list of verdicts are rows. */
    private static void plain(Map<String, @Nullable Object> record, int line, Consumer<Map<String, String>> rows) {
        int verdicts = 0;
        for (Object value : record.values()) {
            if (value instanceof List<?> list && list.size() > verdicts && list.size() > 1 && verdicts(list)) {
                verdicts = list.size();
            }
        }
        for (int i = 0; i < Math.max(1, verdicts); i++) {
            Map<String, String> row = new LinkedHashMap<>();
            for (Map.Entry<String, @Nullable Object> entry : record.entrySet()) {
                Object value = entry.getValue();
                boolean parallel = verdicts > 0 && value instanceof List<?> list && list.size() == verdicts;
                flatten(entry.getKey(), parallel ? ((List<?>) value).get(i) : value, row);
            }
            rows.accept(row);
        }
    }

    private static boolean verdicts(List<?> list) {
        return list.stream().allMatch(one -> "true".equals(one) || "false".equals(one));
    }

    private static void flatten(String key, @Nullable Object value, Map<String, String> row) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((inner, one) -> flatten(key + "." + inner, one, row));
        } else {
            row.put(key, text(value));
        }
    }

    /** A value as a cell: a list of plain values with spaces between them, an object with its keys in order. */
    static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            List<String> parts = new ArrayList<>();
            list.forEach(one -> parts.add(text(one)));
            return String.join(" ", parts);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, one) -> sorted.put(key.toString(), text(one)));
            return sorted.size() == 1 ? sorted.values().iterator().next() : sorted.toString();
        }
        return value.toString();
    }
}
