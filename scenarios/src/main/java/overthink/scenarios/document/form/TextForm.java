package overthink.scenarios.document.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/**
 * Text. A number, true or false stand for the text that is written.
 *
 * @param description what it is, as it follows "must be"
 * @param pattern of the whole text; it must mean the same in Java and in a JSON Schema
 */
public record TextForm(String description, String pattern) implements Form<String> {

    /** What is in no text, for the brackets of a pattern: characters that control, or turn the writing. */
    public static final String UNPRINTABLE = "\\u0000-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069";

    /** The pattern of a line of 1 to 200 characters. */
    public static final String LINE = "^[^" + UNPRINTABLE + "]{1,200}$";

    /** A line of 1 to 200 characters. */
    public static TextForm line(String description) {
        return new TextForm(description, LINE);
    }

    @Override
    public @Nullable ReadValue<String> read(Node node, KeyPath spot) {
        if (node instanceof Node.Scalar scalar
                && scalar.type() != Node.Type.NOTHING
                && Pattern.compile(pattern).matcher(scalar.text()).matches()) {
            return new ReadValue<>(scalar.text(), Node.Scalar.text(scalar.text(), node.place()));
        }
        return spot.refuse(node, "must be " + what());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", List.of("string", "number", "boolean"));
        schema.put("pattern", pattern);
        return schema;
    }

    @Override
    public String what() {
        return description;
    }
}
