package overthink.scenarios.recording.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.files.BrokenFileException;

/**
 * A document of lm-evaluation-harness with its responses. One response has the harness's own verdict. Of several, the harness
 * notes one value for all: a pass@1 says how many passed (a row with n and c); else each filtered response is right when it is the
 * target, which the noted value of the first must confirm.
 */
final class LmEvalShape implements RecordShape {

    /** What the harness writes where a filter found no answer. */
    private static final String NO_ANSWER = "[invalid]";

    private static final List<String> METRICS =
            List.of("exact_match", "acc", "pass@1", "pass_at_1", "math_verify", "correct");

    @Override
    public void rows(Map<String, @Nullable Object> record, int line, Consumer<Map<String, String>> rows)
            throws BrokenFileException {
        List<?> responses = responses(record, "resps");
        List<?> filtered = responses(record, "filtered_resps");
        String metric = metric(record);
        String value = RecordShape.text(record.get(metric));
        if (responses.size() < 2) {
            Map<String, String> row = row(record);
            row.put("correct", value);
            row.put("answer", answer(filtered.isEmpty() ? "" : RecordShape.text(filtered.get(0))));
            rows.accept(row);
            return;
        }
        int n = responses.size();
        if (metric.startsWith("pass")) {
            double c = number(value, line) * n;
            if (Math.abs(c - Math.rint(c)) > 1e-6 || c < -0.5 || c > n + 0.5) {
                throw new BrokenFileException(
                        line, "%s is no share of %d responses: %s".formatted(metric, n, value), "");
            }
            Map<String, String> row = row(record);
            row.put("n", Integer.toString(n));
            row.put("c", Long.toString(Math.round(c)));
            rows.accept(row);
            return;
        }
        String target = RecordShape.text(record.get("target")).strip();
        if (filtered.size() != n) {
            throw new BrokenFileException(
                    line,
                    "there are %d responses and one verdict, of %d filtered".formatted(n, filtered.size()),
                    "a log whose filter keeps all responses, or one file a repetition");
        }
        boolean first = RecordShape.text(filtered.get(0)).strip().equals(target);
        if (number(value, line) != (first ? 1 : 0)) {
            throw new BrokenFileException(
                    line,
                    "%s is %s, which comparing the first response with the target does not give"
                            .formatted(metric, value),
                    "");
        }
        for (Object one : filtered) {
            String text = RecordShape.text(one).strip();
            Map<String, String> row = row(record);
            row.put("correct", text.equals(target) ? "1" : "0");
            row.put("answer", answer(text));
            rows.accept(row);
        }
    }

    private static String answer(String text) {
        return text.equals(NO_ANSWER) ? "" : text;
    }

    private static double number(String text, int line) throws BrokenFileException {
        try {
            return text.equals("true") ? 1 : text.equals("false") ? 0 : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BrokenFileException(line, "a verdict must be a number, not '%s'".formatted(text), "");
        }
    }

    private static Map<String, String> row(Map<String, @Nullable Object> record) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("problem", RecordShape.text(record.get("doc_id")));
        row.put("filter", RecordShape.text(record.get("filter")));
        return row;
    }

    /** The responses to a document's only request. */
    private static List<?> responses(Map<String, @Nullable Object> record, String key) {
        Object value = record.get(key);
        if (value instanceof List<?> requests && requests.size() == 1 && requests.get(0) instanceof List<?> list) {
            return list;
        }
        return value instanceof List<?> requests ? requests : List.of();
    }

    /** The key of the verdict. */
    private static String metric(Map<String, @Nullable Object> record) {
        for (String metric : METRICS) {
            if (record.containsKey(metric)) {
                return metric;
            }
        }
        return record.get("metrics") instanceof List<?> named && !named.isEmpty()
                ? RecordShape.text(named.get(0))
                : METRICS.get(0);
    }
}
