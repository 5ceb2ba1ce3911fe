package overthink.scenarios.document.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/** Whatever may stand at some other key: it is read there. Nothing is none. */
public record AnyForm() implements Form<Node> {

    @Override
    public @Nullable ReadValue<Node> read(Node node, KeyPath spot) {
        if (node instanceof Node.Scalar scalar && scalar.type() == Node.Type.NOTHING) {
            return spot.refuse(node, "must be " + what());
        }
        Node canonical = node instanceof Node.Scalar scalar && scalar.number() != null
                ? Node.Scalar.number(scalar.number(), node.place())
                : node;
        return new ReadValue<>(canonical, canonical);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Map.of();
    }

    @Override
    public String what() {
        return "a value";
    }
}
