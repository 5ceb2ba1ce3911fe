package overthink.scenarios.document.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/**
 * A mapping of which there are several kinds, told apart by the keys given. A kind told by a key set from outside the file
 * takes the place of the one in it.
 *
 * @param <T> what it means
 * @param variants each with keys of its own
 */
public record VariantForm<T>(List<Variant<T>> variants) implements Form<T> {

    /**
     * One kind of mapping.
     *
     * @param <T> what it means
     * @param marks the keys that tell it from the others
     * @param block how it is written
     * @param words what messages call it
     */
    public record Variant<T>(List<String> marks, Block<T> block, String words) {

        /** A kind told by these keys. */
        public static <T> Variant<T> of(Block<T> block, String... marks) {
            return new Variant<>(List.of(marks), block, String.join(" with ", marks));
        }

        /** A kind told by these keys, which do not all go together. */
        public static <T> Variant<T> called(String words, Block<T> block, String... marks) {
            return new Variant<>(List.of(marks), block, words);
        }

        private boolean marked(Node.Entries mapping) {
            return marks.stream().anyMatch(mark -> mapping.find(mark) != null);
        }

        private boolean markedFromOutside(Node.Entries mapping) {
            return mapping.entries().stream()
                    .anyMatch(entry ->
                            marks.contains(entry.name()) && !entry.key().place().inFile());
        }

        /** The mapping without the keys that tell other kinds. */
        private Node.Entries own(Node.Entries mapping, List<String> allMarks) {
            return new Node.Entries(
                    mapping.entries().stream()
                            .filter(entry -> marks.contains(entry.name()) || !allMarks.contains(entry.name()))
                            .toList(),
                    mapping.place());
        }
    }

    /** Copies the list. */
    public VariantForm {
        variants = List.copyOf(variants);
    }

    @Override
    public @Nullable ReadValue<T> read(Node node, KeyPath spot) {
        if (!(node instanceof Node.Entries mapping)) {
            return spot.refuse(node, "must be " + what());
        }
        List<Variant<T>> marked =
                variants.stream().filter(variant -> variant.marked(mapping)).toList();
        if (marked.size() == 1) {
            return marked.get(0).block().read(node, spot);
        }
        List<String> marks =
                variants.stream().flatMap(variant -> variant.marks().stream()).toList();
        if (marked.size() > 1) {
            List<Variant<T>> fromOutside = marked.stream()
                    .filter(variant -> variant.markedFromOutside(mapping))
                    .toList();
            if (fromOutside.size() == 1) {
                return fromOutside.get(0).block().read(fromOutside.get(0).own(mapping, marks), spot);
            }
            List<String> given =
                    marks.stream().filter(mark -> mapping.find(mark) != null).toList();
            spot.report(node.place(), "must have %s, not %s together".formatted(kinds(), String.join(", ", given)), "");
        } else if (!misspelt(mapping, marks, spot)) {
            spot.report(node.place(), "must have " + kinds(), "");
        }
        return null;
    }

    /** Reports unknown keys; whether one of them was meant to be a mark. */
    private boolean misspelt(Node.Entries mapping, List<String> marks, KeyPath spot) {
        TreeSet<String> names = new TreeSet<>();
        variants.forEach(variant -> names.addAll(variant.block().names()));
        boolean found = false;
        for (Node.Entry entry : mapping.entries()) {
            if (!names.contains(entry.name())) {
                String nearest = Spelling.nearest(entry.name(), names);
                found |= marks.contains(nearest);
                spot.key(entry.name()).report(entry.key().place(), Block.unknown(new ArrayList<>(names)), nearest);
            }
        }
        return found;
    }

    private String kinds() {
        return String.join(" or ", variants.stream().map(Variant::words).toList());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Map.of(
                "oneOf",
                variants.stream()
                        .map(variant -> variant.block().schema(definitions))
                        .toList());
    }

    @Override
    public String what() {
        return "a mapping with " + kinds();
    }
}
