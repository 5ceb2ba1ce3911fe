package overthink.scenarios.format.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.format.yaml.Node;

/** true or false. */
public record FlagForm() implements Form<Boolean> {

    @Override
    public @Nullable Reading<Boolean> read(Node node, Spot spot) {
        if (node instanceof Node.Scalar scalar && scalar.type() == Node.Type.FLAG) {
            boolean value = Boolean.parseBoolean(scalar.text());
            return new Reading<>(value, Node.Scalar.flag(value, node.place()));
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
