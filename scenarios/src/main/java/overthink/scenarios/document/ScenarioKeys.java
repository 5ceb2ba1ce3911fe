package overthink.scenarios.document;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.YamlReader;
import overthink.scenarios.document.yaml.YamlWriter;

/** The keys of a scenario file with what is written there, so that two files can be compared. */
public final class ScenarioKeys {

    private ScenarioKeys() {}

    /**
     * The values by the paths that lead to them, as {@code world.policy.steps} and {@code strategies[0].beam-search.width}. A
     * list of plain values is one value. The file need not be a valid scenario; what cannot be read has no keys.
     */
    public static Map<String, String> of(Path file) {
        Diagnostics ignored = new Diagnostics(file.toString());
        String text = TextFile.read(file, ignored);
        return text == null ? Map.of() : of(text);
    }

    /** The same of the text of a file. */
    public static Map<String, String> of(String text) {
        Diagnostics ignored = new Diagnostics("");
        Node document = YamlReader.read(text, "", ignored);
        Map<String, String> keys = new LinkedHashMap<>();
        if (document != null) {
            add("", document, keys);
        }
        return keys;
    }

    private static void add(String path, Node node, Map<String, String> keys) {
        if (node instanceof Node.Entries mapping && !mapping.entries().isEmpty()) {
            for (Node.Entry entry : mapping.entries()) {
                add(path.isEmpty() ? entry.name() : path + "." + entry.name(), entry.value(), keys);
            }
        } else if (node instanceof Node.Items list && !list.items().stream().allMatch(Node.Scalar.class::isInstance)) {
            List<Node> items = list.items();
            for (int i = 0; i < items.size(); i++) {
                add(path + "[" + i + "]", items.get(i), keys);
            }
        } else {
            keys.put(path, YamlWriter.write(node).strip());
        }
    }
}
