package overthink.scenarios.document.form;

import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.SourceLocation;

/**
 * Where a reading has come to.
 *
 * @param path the keys that lead here; empty at the top
 * @param scene what the reading takes place in
 */
public record KeyPath(String path, ReadingContext scene) {

    /** The value at a key of this mapping. */
    public KeyPath key(String name) {
        return new KeyPath(path.isEmpty() ? name : path + "." + name, scene);
    }

    /** An item of this list. */
    public KeyPath item(int index) {
        return new KeyPath(path + "[" + index + "]", scene);
    }

    /** Reports that a value breaks a rule. */
    public <T> @Nullable ReadValue<T> refuse(Node node, String rule) {
        return refuse(node, rule, "");
    }

    /** Reports that a value breaks a rule, with what may have been meant. */
    public <T> @Nullable ReadValue<T> refuse(Node node, String rule, String hint) {
        String meant = hint.isEmpty() && node instanceof Node.Scalar scalar ? Spelling.number(scalar) : hint;
        scene.report().add(node.place(), path, node.excerpt(), rule, meant);
        return null;
    }

    /** Reports a mistake whose rule names the value itself, or that has none. */
    public void report(SourceLocation place, String rule, String hint) {
        scene.report().add(place, path, "", rule, hint);
    }
}
