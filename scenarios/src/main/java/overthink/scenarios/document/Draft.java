package overthink.scenarios.document;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.form.AskedNumber;
import overthink.scenarios.document.yaml.Assignment;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.SourceLocation;
import overthink.scenarios.document.yaml.YamlWriter;

/** A scenario's file as it is written, of which scenarios with some keys at other values are made; it is read from disk once. */
public final class Draft {

    private final ScenarioReader reader;
    private final Path file;
    private final Node document;
    private final Diagnostics mistakes;
    private @Nullable Node explained;

    Draft(ScenarioReader reader, Path file, Node document, Diagnostics mistakes) {
        this.reader = reader;
        this.file = file;
        this.document = document;
        this.mistakes = mistakes;
    }

    Node document() {
        return document;
    }

    Diagnostics mistakes() {
        return mistakes;
    }

    /** What a file is called in messages. */
    public String source() {
        return TextFile.source(file);
    }

    /**
     * The scenario as it is written.
     *
     * @throws InvalidScenarioException with every mistake there is
     */
    public Scenario scenario() {
        ScenarioReader.Whole whole = reader.whole(file, document, mistakes);
        explained = whole.explained();
        return whole.scenario();
    }

    /** What the file says, every default filled in. */
    private Node explained(Diagnostics diagnostics) {
        Node known = explained;
        return known == null ? reader.explained(file, document, diagnostics) : known;
    }

    /**
     * The scenario with some keys at other values.
     *
     * @param overrides each {@code path=value}
     * @throws InvalidScenarioException with every mistake there is
     */
    public Scenario with(List<String> overrides) {
        Diagnostics diagnostics = new Diagnostics(TextFile.source(file));
        return reader.scenario(file, set(overrides, diagnostics), diagnostics);
    }

    /**
     * The text of the file with some keys at other values; comments are left out.
     *
     * @param overrides each {@code path=value}
     * @throws InvalidScenarioException when an override cannot be made
     */
    public String text(List<String> overrides) {
        Diagnostics diagnostics = new Diagnostics(TextFile.source(file));
        Node changed = set(overrides, diagnostics);
        diagnostics.throwIfAny();
        return YamlWriter.write(changed);
    }

    private Node set(List<String> overrides, Diagnostics diagnostics) {
        Node changed = document;
        for (String override : overrides) {
            changed = Assignment.apply(changed, override, diagnostics);
        }
        return changed;
    }

    /**
     * What may be written at a path, and what is, or would be by default.
     *
     * @param option that the path came with, for messages
     * @throws InvalidScenarioException when there is no such key, or its value is no number
     */
    public NumberKey number(String option, String path) {
        Diagnostics diagnostics = new Diagnostics(TextFile.source(file));
        String probe = path + "=1";
        SourceLocation place = SourceLocation.whole("--set " + probe);
        if (path.contains("=")) {
            throw refusal(option, path, "a path is keys joined by dots, as world.policy.steps", "");
        }
        Node probed = set(List.of(probe), diagnostics);
        Optional<AskedNumber> asked = reader.numbers(file, probed, diagnostics).stream()
                .filter(number -> number.place().equals(place))
                .reduce((first, second) -> second);
        if (asked.isEmpty()) {
            throw noNumber(option, path, place, diagnostics);
        }
        return new NumberKey(
                path, asked.get().least(), asked.get().most(), asked.get().whole(), current(path));
    }

    /**
     * The keys with a number of the scenario with every default filled in, in their order.
     *
     * @throws InvalidScenarioException with every mistake there is
     */
    public List<NumberKey> numbers() {
        Diagnostics diagnostics = new Diagnostics(TextFile.source(file));
        Node filled = explained(diagnostics);
        List<NumberKey> keys = new ArrayList<>();
        for (AskedNumber number : reader.numbers(file, outside(filled), diagnostics)) {
            Optional<BigDecimal> value = Assignment.find(filled, number.path())
                    .filter(Node.Scalar.class::isInstance)
                    .map(node -> ((Node.Scalar) node).number());
            if (value.isPresent()) {
                keys.add(new NumberKey(
                        number.path(),
                        number.least(),
                        number.most(),
                        number.whole(),
                        OptionalDouble.of(value.get().doubleValue())));
            }
        }
        return keys;
    }

    /** A tree whose scalars are set from outside a file. */
    private static Node outside(Node node) {
        if (node instanceof Node.Items list) {
            return new Node.Items(list.items().stream().map(Draft::outside).toList(), list.place());
        }
        if (node instanceof Node.Entries mapping) {
            return new Node.Entries(
                    mapping.entries().stream()
                            .map(entry -> new Node.Entry(entry.key(), outside(entry.value())))
                            .toList(),
                    mapping.place());
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return new Node.Scalar(
                scalar.text(),
                scalar.type(),
                SourceLocation.whole(scalar.place().source()));
    }

    private OptionalDouble current(String path) {
        Optional<BigDecimal> number = Assignment.find(explained(new Diagnostics(TextFile.source(file))), path)
                .filter(Node.Scalar.class::isInstance)
                .map(node -> ((Node.Scalar) node).number());
        return number.isPresent() ? OptionalDouble.of(number.get().doubleValue()) : OptionalDouble.empty();
    }

    private static InvalidScenarioException noNumber(
            String option, String path, SourceLocation place, Diagnostics diagnostics) {
        List<Diagnostic> mistakes = new ArrayList<>();
        for (Diagnostic found : diagnostics.all()) {
            if (found.file().equals(place.source())) {
                boolean key = found.value().isEmpty();
                String rule = key ? found.rule() : "it is no number: it " + found.rule();
                mistakes.add(new Diagnostic(option, 0, 0, found.path(), "", rule, found.hint()));
            }
        }
        return mistakes.isEmpty()
                ? refusal(option, path, "there is no number here", "")
                : new InvalidScenarioException(mistakes);
    }

    private static InvalidScenarioException refusal(String option, String path, String rule, String hint) {
        return new InvalidScenarioException(List.of(new Diagnostic(option, 0, 0, path, "", rule, hint)));
    }
}
