package overthink.scenarios.document.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One value set from outside the file: {@code world.policy.steps=4}, {@code budgets.values[2]=16},
 * {@code strategies.beam-search.width=8} or {@code strategies[0].width=8}.
 *
 * <p>What is not there yet is made, so that an unknown key meets the same rules as one in the file. In a list, an item
 * that is a name, alone or with its parameters, is found by that name, and stepped into.
 */
public final class Assignment {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,6})]");
    private static final Pattern PATH = Pattern.compile("[^.\\[\\]]+(\\[\\d{1,6}])*(\\.[^.\\[\\]]+(\\[\\d{1,6}])*)*");

    /** What a path is. */
    public static final String PATH_RULE =
            "a path is keys joined by dots, as world.policy.steps or strategies[0].width";

    private final String path;
    private final List<String> steps;
    private final Node value;
    private final SourceLocation place;
    private final MistakeListener report;

    private Assignment(String path, List<String> steps, Node value, SourceLocation place, MistakeListener report) {
        this.path = path;
        this.steps = steps;
        this.value = value;
        this.place = place;
        this.report = report;
    }

    /**
     * Sets a value.
     *
     * @param document the tree as it is
     * @param assignment {@code path=value}, the value in YAML
     * @param report hears of mistakes
     * @return the tree with the value; as it was when there is a mistake
     */
    public static Node apply(Node document, String assignment, MistakeListener report) {
        SourceLocation place = SourceLocation.whole("--set " + shown(assignment));
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            report.add(place, "", "", "an assignment is written path=value, as world.policy.steps=4", "");
            return document;
        }
        String path = assignment.substring(0, equals).strip();
        if (!isPath(path)) {
            report.add(place, path, "", PATH_RULE, "");
            return document;
        }
        Node value = YamlReader.value(assignment.substring(equals + 1), place, path, report);
        return value == null ? document : set(document, path, value, place, report);
    }

    /** Whether a text is keys joined by dots. */
    public static boolean isPath(String text) {
        return PATH.matcher(text).matches();
    }

    /**
     * Sets a value.
     *
     * @param document the tree as it is
     * @param path the keys that lead to the value, joined by dots ({@link #isPath})
     * @param value what stands there then
     * @param place where this is said; keys that are made stand there
     * @param report hears of mistakes
     * @return the tree with the value; as it was when there is a mistake
     */
    public static Node set(Node document, String path, Node value, SourceLocation place, MistakeListener report) {
        List<String> steps = new ArrayList<>();
        for (Matcher matcher = STEP.matcher(path); matcher.find(); ) {
            steps.add(matcher.group());
        }
        if (steps.size() > YamlReader.DEEPEST) {
            report.add(place, path, "", "a path has at most %d keys".formatted(YamlReader.DEEPEST), "");
            return document;
        }
        return new Assignment(path, steps, value, place, report).set(document, 0);
    }

    /** What stands at a path of a tree, as {@link #apply} would find it; empty when nothing does. */
    public static Optional<Node> find(Node document, String path) {
        Node here = document;
        for (Matcher matcher = STEP.matcher(path); matcher.find(); ) {
            Node below = step(here, matcher.group());
            if (below == null) {
                return Optional.empty();
            }
            here = below;
        }
        return Optional.of(here);
    }

    private static @Nullable Node step(Node node, String name) {
        if (node instanceof Node.Entries mapping) {
            Node found = mapping.find(name);
            boolean named = found == null && mapping.entries().size() == 1;
            return named && mapping.entries().get(0).value() instanceof Node.Entries below ? below.find(name) : found;
        }
        if (!(node instanceof Node.Items list)) {
            return null;
        }
        int index = name.startsWith("[")
                ? Integer.parseInt(name.substring(1, name.length() - 1))
                : list.items().stream().map(Assignment::name).toList().indexOf(name);
        if (index < 0 || index >= list.items().size()) {
            return null;
        }
        Node item = list.items().get(index);
        return !name.startsWith("[") && item instanceof Node.Entries mapping ? mapping.find(name) : item;
    }

    private static String shown(String assignment) {
        String line = assignment.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= 80 ? line : line.substring(0, 79) + "…";
    }

    private Node set(@Nullable Node node, int step) {
        if (step == steps.size()) {
            return value;
        }
        String name = steps.get(step);
        if (name.startsWith("[")) {
            return setIndex(node, Integer.parseInt(name.substring(1, name.length() - 1)), step);
        }
        if (node instanceof Node.Items list) {
            return setNamed(list, name, step);
        }
        return setKey(node, name, step);
    }

    private Node setKey(@Nullable Node node, String key, int step) {
        if (!(node instanceof Node.Entries mapping)) {
            return Node.Entries.single(key, set(null, step + 1), place);
        }
        List<Node.Entry> entries = new ArrayList<>();
        boolean found = false;
        for (Node.Entry entry : mapping.entries()) {
            boolean here = entry.name().equals(key);
            entries.add(here ? new Node.Entry(entry.key(), set(entry.value(), step + 1)) : entry);
            found |= here;
        }
        if (!found) {
            entries.add(new Node.Entry(Node.Scalar.text(key, place), set(null, step + 1)));
        }
        return new Node.Entries(entries, mapping.place());
    }

    private Node setIndex(@Nullable Node node, int index, int step) {
        if (!(node instanceof Node.Items list)) {
            return refuse(node, "there is no list to take [%d] of".formatted(index));
        }
        if (index >= list.items().size()) {
            return refuse(
                    node,
                    "the list has %d items, counted from 0"
                            .formatted(list.items().size()));
        }
        return replace(list, index, step);
    }

    private Node setNamed(Node.Items list, String name, int step) {
        List<String> names = list.items().stream().map(Assignment::name).toList();
        int index = names.indexOf(name);
        if (index < 0) {
            return refuse(list, "the list has no item named %s; it has: %s".formatted(name, String.join(", ", names)));
        }
        if (index != names.lastIndexOf(name)) {
            return refuse(list, "the list has several items named %s: say which, as [%d]".formatted(name, index));
        }
        return replace(list, index, step);
    }

    private Node replace(Node.Items list, int index, int step) {
        List<Node> items = new ArrayList<>(list.items());
        items.set(index, setItem(items.get(index), step + 1));
        return new Node.Items(items, list.place());
    }

    /** Sets below an item of a list, stepping through its name. */
    private Node setItem(Node item, int step) {
        String name = name(item);
        boolean deeper = step < steps.size() && !steps.get(step).startsWith("[");
        if (!deeper || name.isEmpty() || steps.get(step).equals(name)) {
            return set(item, step);
        }
        if (item instanceof Node.Entries mapping) {
            Node.Entry only = mapping.entries().get(0);
            return new Node.Entries(List.of(new Node.Entry(only.key(), set(only.value(), step))), mapping.place());
        }
        return Node.Entries.single(name, set(null, step), item.place());
    }

    /** What an item is called: a bare word, or the only key of a mapping; empty when neither. */
    private static String name(Node item) {
        if (item instanceof Node.Scalar scalar && scalar.type() == Node.Type.TEXT) {
            return scalar.text();
        }
        return item instanceof Node.Entries mapping && mapping.entries().size() == 1
                ? mapping.entries().get(0).name()
                : "";
    }

    private Node refuse(@Nullable Node unchanged, String rule) {
        report.add(place, path, "", rule, "");
        return unchanged == null ? Node.Entries.none(place) : unchanged;
    }
}
