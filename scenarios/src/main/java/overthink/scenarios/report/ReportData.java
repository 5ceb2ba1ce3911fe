package overthink.scenarios.report;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import overthink.scenarios.results.machine.JsonFields;
import overthink.scenarios.results.machine.JsonStream;
import tools.jackson.core.JsonGenerator;

/** Rows as the script of a page reads them. */
final class ReportData {

    private ReportData() {}

    /** JSON that stands in an element of HTML: words by their numbers in a list, and a list of each kind of number. */
    static String of(List<ReportRow> rows) {
        Map<String, Integer> words = new LinkedHashMap<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonStream.generator(out, 1)) {
            json.writeStartObject();
            worded(json, "place", rows, row -> String.join(", ", row.place().values()), words);
            worded(json, "strategy", rows, ReportRow::strategy, words);
            worded(json, "bin", rows, ReportRow::bin, words);
            worded(json, "resource", rows, ReportRow::resource, words);
            worded(json, "method", rows, ReportRow::method, words);
            numbered(json, "budget", rows, ReportRow::budget);
            numbered(json, "accuracy", rows, ReportRow::accuracy);
            numbered(json, "half", rows, row -> Math.max(row.populationHalf(), row.half()));
            numbered(json, "coverage", rows, ReportRow::coverage);
            json.writeArrayPropertyStart("words");
            words.keySet().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        return inScript(out.toString(StandardCharsets.UTF_8));
    }

    private static void worded(
            JsonGenerator json,
            String name,
            List<ReportRow> rows,
            Function<ReportRow, String> of,
            Map<String, Integer> words) {
        json.writeArrayPropertyStart(name);
        rows.forEach(row -> json.writeNumber(words.computeIfAbsent(of.apply(row), word -> words.size())));
        json.writeEndArray();
    }

    private static void numbered(
            JsonGenerator json, String name, List<ReportRow> rows, ToDoubleFunction<ReportRow> of) {
        json.writeArrayPropertyStart(name);
        rows.forEach(row -> JsonFields.number(json, few(of.applyAsDouble(row))));
        json.writeEndArray();
    }

    /** A number with seven digits. */
    private static double few(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(7)).doubleValue()
                : value;
    }

    /** JSON that no parser of HTML takes for its own: what could end the element or begin a comment is escaped. */
    static String inScript(String json) {
        return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    }
}
