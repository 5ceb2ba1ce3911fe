package overthink.scenarios.document.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/**
 * One word of several.
 *
 * @param <T> what the words mean
 * @param meanings of the words, in order
 */
public record WordForm<T>(Map<String, T> meanings) implements Form<T> {

    /** Copies the map. */
    public WordForm {
        meanings = Collections.unmodifiableMap(new LinkedHashMap<>(meanings));
    }

    @Override
    public @Nullable ReadValue<T> read(Node node, KeyPath spot) {
        if (!(node instanceof Node.Scalar scalar)) {
            return spot.refuse(node, "must be " + what());
        }
        T meaning = meanings.get(scalar.text());
        return meaning == null
                ? spot.refuse(node, "must be " + what(), Spelling.nearest(scalar.text(), meanings.keySet()))
                : new ReadValue<>(meaning, Node.Scalar.text(scalar.text(), node.place()));
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Map.of("enum", List.copyOf(meanings.keySet()));
    }

    @Override
    public List<String> words() {
        return List.copyOf(meanings.keySet());
    }

    @Override
    public String what() {
        return meanings.size() == 1
                ? meanings.keySet().iterator().next()
                : "one of " + String.join(", ", meanings.keySet());
    }
}
