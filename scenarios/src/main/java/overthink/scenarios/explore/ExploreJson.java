package overthink.scenarios.explore;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import overthink.core.api.RealRange;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.results.machine.JsonFields;
import overthink.scenarios.results.machine.JsonStream;
import tools.jackson.core.JsonGenerator;

/** The lines that a page gets, a JSON object each. */
final class ExploreJson {

    private ExploreJson() {}

    static String messages(List<ExploreText.Message> messages) {
        return line("messages", json -> {
            json.writeArrayPropertyStart("messages");
            messages.forEach(message -> {
                json.writeStartObject();
                json.writeNumberProperty("line", message.line());
                json.writeStringProperty("words", message.words());
                json.writeEndObject();
            });
            json.writeEndArray();
        });
    }

    static String state(String text, Scenario scenario, List<Slider> sliders, List<String> runnable) {
        return line("state", json -> {
            json.writeStringProperty("text", text);
            json.writeStringProperty("name", scenario.name());
            json.writeArrayPropertyStart("sliders");
            sliders.forEach(slider -> {
                json.writeStartObject();
                json.writeStringProperty("path", slider.path());
                json.writeStringProperty("value", RealRange.text(slider.value()));
                JsonFields.real(json, "share", slider.share());
                json.writeStringProperty("least", RealRange.text(slider.range().least()));
                json.writeStringProperty("most", RealRange.text(slider.range().most()));
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeArrayPropertyStart("choices");
            LawChoices.ALL.forEach(choice -> {
                json.writeStartObject();
                json.writeStringProperty("path", choice.path());
                json.writeStringProperty("label", choice.label());
                strings(json, "values", choice.values());
                json.writeEndObject();
            });
            json.writeEndArray();
            strings(
                    json,
                    "strategies",
                    scenario.experiment().strategies().stream()
                            .map(ConfiguredStrategy::name)
                            .toList());
            strings(json, "runnable", runnable);
        });
    }

    static String picture(
            String html, String headline, Map<String, String> axes, int standing, int trials, boolean done) {
        return line("picture", json -> {
            json.writeStringProperty("html", html);
            json.writeStringProperty("headline", headline);
            json.writeObjectPropertyStart("axes");
            axes.forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeNumberProperty("standing", standing);
            json.writeNumberProperty("trials", trials);
            json.writeBooleanProperty("done", done);
        });
    }

    static String crossings(String path, String words, List<Double> shares) {
        return line("crossings", json -> {
            json.writeStringProperty("path", path);
            json.writeStringProperty("words", words);
            json.writeArrayPropertyStart("shares");
            shares.forEach(share -> JsonFields.number(json, share));
            json.writeEndArray();
        });
    }

    /** Parameters as they stand in a flow mapping of YAML. */
    static String flow(Map<String, Object> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + ": " + parameter.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static String line(String kind, Consumer<JsonGenerator> fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonStream.generator(out, 0)) {
            json.writeStartObject();
            json.writeStringProperty("kind", kind);
            fields.accept(json);
            json.writeEndObject();
        }
        return out.toString(StandardCharsets.UTF_8).replace("\n", " ");
    }
}
