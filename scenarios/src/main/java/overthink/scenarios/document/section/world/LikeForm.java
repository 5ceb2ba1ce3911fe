package overthink.scenarios.document.section.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import overthink.core.model.World;
import overthink.scenarios.document.form.Definitions;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.KeyPath;
import overthink.scenarios.document.form.ReadValue;
import overthink.scenarios.document.form.Spelling;
import overthink.scenarios.document.named.NamedWorlds;
import overthink.scenarios.document.yaml.Node;

/**
 * A world, or {@code {like: NAME, …}}: a named one with some keys of its own. Keys of {@code problems}, {@code policy} and
 * {@code verifier}, and below {@code outcome} and {@code process}, take the place of the named world's one by one; a verifier
 * told in another way (by d, auc, tables, …), and whatever lies deeper, as a whole.
 */
record LikeForm(Form<World> full) implements Form<World> {

    private static final String LIKE = "like";

    /** The mappings that are merged key by key. */
    private static final Set<String> MERGED = Set.of("problems", "policy", "verifier", "outcome", "process", "judge");

    /** Ways to tell a verifier: one of them takes the place of another with all that belongs to it. */
    private static final Set<String> TELLING = Set.of("d", "auc", "auc-within", "tpr", "fpr", "tables");

    @Override
    public @Nullable ReadValue<World> read(Node node, KeyPath spot) {
        if (!(node instanceof Node.Entries mapping) || mapping.find(LIKE) == null) {
            return full.read(node, spot);
        }
        Node name = mapping.find(LIKE);
        if (!(name instanceof Node.Scalar scalar) || !NamedWorlds.NAMES.contains(scalar.text())) {
            String hint = name instanceof Node.Scalar scalar ? Spelling.nearest(scalar.text(), NamedWorlds.NAMES) : "";
            return spot.key(LIKE).refuse(name == null ? node : name, "must be " + names(), hint);
        }
        List<Node.Entry> own = mapping.entries().stream()
                .filter(entry -> !entry.name().equals(LIKE))
                .toList();
        Node.Entries merged = merge(NamedWorlds.world(scalar.text()), new Node.Entries(own, mapping.place()));
        return full.read(merged, spot);
    }

    private static Node.Entries merge(Node.Entries named, Node.Entries own) {
        boolean retold = own.entries().stream().anyMatch(entry -> TELLING.contains(entry.name()));
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : named.entries()) {
            Node given = own.find(entry.name());
            if (given == null) {
                if (!retold) {
                    entries.add(entry);
                }
            } else if (MERGED.contains(entry.name())
                    && entry.value() instanceof Node.Entries below
                    && given instanceof Node.Entries ofOwn) {
                entries.add(new Node.Entry(entry.key(), merge(below, ofOwn)));
            }
        }
        for (Node.Entry entry : own.entries()) {
            if (entries.stream().noneMatch(known -> known.name().equals(entry.name()))) {
                entries.add(entry);
            }
        }
        return new Node.Entries(entries, own.place());
    }

    private static String names() {
        return "the name of a world: " + String.join(", ", NamedWorlds.NAMES);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                LIKE,
                Map.of(
                        "enum",
                        NamedWorlds.NAMES,
                        "description",
                        "A world fitted to a recording of a real model; overthink worlds says which"));
        for (String part : List.of("problems", "policy", "verifier")) {
            properties.put(
                    part,
                    Map.of(
                            "type",
                            "object",
                            "description",
                            "Keys that take the place of the named world's, as in a world that is written in full"));
        }
        Map<String, Object> like = new LinkedHashMap<>();
        like.put("type", "object");
        like.put("properties", properties);
        like.put("required", List.of(LIKE));
        like.put("additionalProperties", false);
        return Map.of("anyOf", List.of(full.schema(definitions), like));
    }

    @Override
    public String what() {
        return full.what() + " or like";
    }
}
