package overthink.scenarios.document;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.YamlReader;
import overthink.scenarios.document.yaml.YamlWriter;

/** The names of files that a scenario reads: the values of its keys {@code file}. */
public final class NamedFiles {

    /** The key of every file that a scenario names. */
    private static final String FILE = "file";

    private NamedFiles() {}

    /** The names in the text of a scenario that was read, each once. */
    public static Set<String> of(String text) {
        Set<String> names = new LinkedHashSet<>();
        renamed(read(text), name -> {
            names.add(name);
            return name;
        });
        return names;
    }

    /** The text of a scenario that was read, with other names of the same files. */
    public static String renamed(String text, UnaryOperator<String> naming) {
        return YamlWriter.write(renamed(read(text), naming));
    }

    private static Node read(String text) {
        Diagnostics none = new Diagnostics("");
        Node document = YamlReader.read(text, "", none);
        none.throwIfAny();
        if (document == null) {
            throw new IllegalArgumentException("this is no scenario");
        }
        return document;
    }

    /** The same with other names of files. */
    static Node renamed(Node node, UnaryOperator<String> naming) {
        if (node instanceof Node.Items list) {
            return new Node.Items(
                    list.items().stream().map(item -> renamed(item, naming)).toList(), list.place());
        }
        if (node instanceof Node.Entries mapping) {
            return new Node.Entries(
                    mapping.entries().stream()
                            .map(entry -> new Node.Entry(
                                    entry.key(),
                                    isFile(entry.name())
                                            ? name(entry.value(), naming)
                                            : renamed(entry.value(), naming)))
                            .toList(),
                    mapping.place());
        }
        return node;
    }

    /** Whether a key leads to the name of a file, or to several that it has in turn. */
    private static boolean isFile(String key) {
        return key.equals(FILE) || key.endsWith("." + FILE);
    }

    private static Node name(Node value, UnaryOperator<String> naming) {
        if (value instanceof Node.Items list) {
            return new Node.Items(
                    list.items().stream().map(item -> name(item, naming)).toList(), list.place());
        }
        return value instanceof Node.Scalar name
                ? Node.Scalar.text(naming.apply(name.text()), name.place())
                : renamed(value, naming);
    }
}
