package overthink.scenarios.document.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one YAML document into a tree of {@link Node}. Duplicate keys, tags, keys that are no scalars, more than one
 * document, deep nesting and aliases that multiply are mistakes.
 */
public final class YamlReader {

    /** The deepest nesting. */
    public static final int DEEPEST = 64;

    /** The most values that aliases may stand for, all together. */
    public static final int MOST_ALIASED = 10_000;

    private static final Pattern NO_CHARACTER = Pattern.compile("\\\\U(?!0010|000)\\p{XDigit}{8}");

    private static final Pattern LONE = Pattern.compile("[\\x{D800}-\\x{DFFF}]");

    private static final ScalarResolver RESOLVER = new CoreScalarResolver(false);

    private final Iterator<Event> events;
    private final String source;
    private final @Nullable SourceLocation fixed;
    private final MistakeListener report;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private long nodes;
    private long aliased;

    private YamlReader(String text, String source, @Nullable SourceLocation fixed, MistakeListener report) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        this.events = new ParserImpl(settings, new StreamReader(settings, text));
        this.source = source;
        this.fixed = fixed;
        this.report = report;
    }

    /**
     * Reads a file's text.
     *
     * @param text one document
     * @param source its name in messages
     * @param report hears of mistakes
     * @return the document; null when it cannot be read as a tree
     */
    public static @Nullable Node read(String text, String source, MistakeListener report) {
        return read(text, source, null, "", report);
    }

    /**
     * Reads a value that is not written in a file.
     *
     * @param text one value
     * @param place where all of it is said to stand
     * @param path the keys that lead to it
     * @param report hears of mistakes
     * @return the value; null when it cannot be read
     */
    public static @Nullable Node value(String text, SourceLocation place, String path, MistakeListener report) {
        return text.isBlank()
                ? new Node.Scalar("", Node.Type.NOTHING, place)
                : read(text, place.source(), place, path, report);
    }

    /** What a scalar is that is written without quotes. */
    public static Node.Type typeOf(String plain) {
        Tag tag = RESOLVER.resolve(plain, true);
        if (tag.equals(Tag.INT)) {
            return Node.Type.INTEGER;
        }
        if (tag.equals(Tag.FLOAT)) {
            return Node.Type.REAL;
        }
        if (tag.equals(Tag.BOOL)) {
            return Node.Type.FLAG;
        }
        return tag.equals(Tag.NULL) ? Node.Type.NOTHING : Node.Type.TEXT;
    }

    private static @Nullable Node read(
            String text, String source, @Nullable SourceLocation fixed, String path, MistakeListener report) {
        try {
            return new YamlReader(text, source, fixed, report).document(path);
        } catch (Unreadable mistake) {
            report.add(mistake.place, mistake.path, "", mistake.rule, "");
        } catch (MarkedYamlEngineException mistake) {
            SourceLocation place = mistake.getProblemMark()
                    .map(mark -> at(mark, source, fixed))
                    .orElse(SourceLocation.whole(source));
            String context = mistake.getContext() == null ? "" : mistake.getContext() + ", ";
            report.add(place, path, "", "this is not YAML: " + context + mistake.getProblem(), "");
        } catch (ReaderException mistake) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(mistake.getPosition())
                            .filter(point -> point == '\n')
                            .count();
            String rule = "the character U+%04X is not allowed in YAML".formatted(mistake.getCodePoint());
            report.add(fixed == null ? new SourceLocation(source, line, 0) : fixed, path, "", rule, "");
        } catch (YamlEngineException | IllegalArgumentException mistake) {
            // An escape for a character that there is not is a mistake that the parser does not expect.
            Matcher escape = NO_CHARACTER.matcher(text);
            boolean found = escape.find();
            int line = 1
                    + (int) text.substring(0, found ? escape.start() : 0)
                            .chars()
                            .filter(character -> character == '\n')
                            .count();
            String rule = "this is not YAML" + (found ? ": %s stands for no character".formatted(escape.group()) : "");
            report.add(fixed == null ? new SourceLocation(source, line, 0) : fixed, path, "", rule, "");
        }
        return null;
    }

    private @Nullable Node document(String path) {
        events.next();
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            report.add(new SourceLocation(source, 1, 1), path, "", "there is nothing in it", "");
            return null;
        }
        Node node = node(events.next(), path, 0);
        events.next();
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw new Unreadable(at(end), path, "a second document starts here; one is read");
        }
        return node;
    }

    private Node node(Event event, String path, int depth) {
        SourceLocation place = at(event);
        if (depth > DEEPEST) {
            throw new Unreadable(place, path, "values are nested more than %d deep".formatted(DEEPEST));
        }
        if (event instanceof AliasEvent alias) {
            return aliased(alias, place, path);
        }
        tag(event).ifPresent(tag -> {
            throw new Unreadable(place, path, "tags have no meaning here: " + tag);
        });
        long before = nodes++;
        if (event instanceof ScalarEvent scalar
                && LONE.matcher(scalar.getValue()).find()) {
            throw new Unreadable(place, path, "half of a surrogate pair is no character");
        }
        Node node = event instanceof ScalarEvent scalar ? scalar(scalar, place) : collection(event, place, path, depth);
        if (event instanceof NodeEvent anchored) {
            anchored.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(node, nodes - before)));
        }
        return node;
    }

    private static Node scalar(ScalarEvent event, SourceLocation place) {
        Node.Type type = event.isPlain() && event.getTag().isEmpty() ? typeOf(event.getValue()) : Node.Type.TEXT;
        return new Node.Scalar(event.getValue(), type, place);
    }

    private Node collection(Event start, SourceLocation place, String path, int depth) {
        return start.getEventId() == Event.ID.SequenceStart ? items(place, path, depth) : entries(place, path, depth);
    }

    private Node items(SourceLocation place, String path, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(node(next, path + "[" + items.size() + "]", depth + 1));
        }
        return new Node.Items(items, place);
    }

    private Node entries(SourceLocation place, String path, int depth) {
        Map<String, Node.Entry> entries = new HashMap<>();
        List<Node.Entry> ordered = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            Node key = node(next, path, depth + 1);
            if (!(key instanceof Node.Scalar name)) {
                throw new Unreadable(key.place(), path, "a key must be a word, not " + key.excerpt());
            }
            String inner = path.isEmpty() ? name.text() : path + "." + name.text();
            Node.Entry entry = new Node.Entry(name, node(events.next(), inner, depth + 1));
            Node.Entry first = entries.putIfAbsent(name.text(), entry);
            if (first == null) {
                ordered.add(entry);
            } else {
                report.add(
                        key.place(),
                        inner,
                        "",
                        "this key is given twice, first in line %d"
                                .formatted(first.key().place().line()),
                        "");
            }
        }
        return new Node.Entries(ordered, place);
    }

    private Node aliased(AliasEvent event, SourceLocation place, String path) {
        Anchored anchored = anchors.get(event.getAlias());
        if (anchored == null) {
            throw new Unreadable(place, path, "no value was named &%s before".formatted(event.getAlias()));
        }
        nodes += anchored.weight;
        aliased += anchored.weight;
        if (aliased > MOST_ALIASED) {
            throw new Unreadable(place, path, "aliases stand for more than %d values".formatted(MOST_ALIASED));
        }
        return anchored.node;
    }

    private static Optional<String> tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
    }

    private SourceLocation at(Event event) {
        return event.getStartMark().map(mark -> at(mark, source, fixed)).orElse(SourceLocation.whole(source));
    }

    private static SourceLocation at(Mark mark, String source, @Nullable SourceLocation fixed) {
        return fixed == null ? new SourceLocation(source, mark.getLine() + 1, mark.getColumn() + 1) : fixed;
    }

    /** A value that has a name, and how many values it stands for. */
    private record Anchored(Node node, long weight) {}

    /** A mistake after which no tree can be built. */
    private static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient SourceLocation place;
        private final String path;
        private final String rule;

        Unreadable(SourceLocation place, String path, String rule) {
            super(rule);
            this.place = place;
            this.path = path;
            this.rule = rule;
        }
    }
}
