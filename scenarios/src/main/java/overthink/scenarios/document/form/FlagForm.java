package overthink.scenarios.document.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/** true or false. */
public record FlagForm() implements Form<Boolean> {

    @Override
    public @Nullable ReadValue<Boolean> read(Node node, KeyPath spot) {
        if (node instanceof Node.Scalar scalar && scalar.type() == Node.Type.FLAG) {
            boolean value = Boolean.parseBoolean(scalar.text());
            return new ReadValue<>(value, Node.Scalar.flag(value, node.place()));
        }
        return spot.refuse(node, "must be " + what());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Map.of("type", "boolean");
    }

    @Override
    public String what() {
        return "true or false";
    }
}
