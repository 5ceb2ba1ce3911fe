package overthink.scenarios.document.section;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Element;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.ChoiceForm;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.FlagForm;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.ListForm;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.TextForm;
import overthink.scenarios.document.form.WholeForm;
import overthink.scenarios.document.form.WordForm;
import overthink.scenarios.document.yaml.Node;
import overthink.scenarios.document.yaml.SourceLocation;
import overthink.scenarios.expectation.StrategyReference;
import overthink.scenarios.plugins.PluginFailure;
import overthink.scenarios.plugins.StrategyCatalog;

/** How a strategy with its parameters is written: what its provider declares. */
final class StrategyForms {

    private static final SourceLocation DECLARED = SourceLocation.whole("default");

    private static final TextForm NAME =
            new TextForm("a name of lower-case words joined by hyphens", "^" + ParameterSpec.NAME_PATTERN + "$");

    private StrategyForms() {}

    /** A strategy of the catalogue. */
    static Form<ConfiguredStrategy> of(StrategyCatalog catalog) {
        ChoiceForm<ConfiguredStrategy> form = ChoiceForm.of("strategy");
        for (StrategyProvider provider : catalog.all()) {
            form = form.option(provider.name(), parameters(catalog, provider), provider.summary());
        }
        return form.elsewhere(StrategyCatalog.MORE);
    }

    /** A strategy of the catalogue as another part of a scenario names it: nothing is filled in. */
    static Form<StrategyReference> reference(StrategyCatalog catalog) {
        ChoiceForm<StrategyReference> form = ChoiceForm.of("strategy");
        for (StrategyProvider provider : catalog.all()) {
            List<Key<Object>> keys = provider.parameters().stream()
                    .map(spec -> Key.derived(spec.name(), parameter(spec), "any value", spec.description()))
                    .toList();
            form = form.option(
                    provider.name(),
                    Block.of(
                            fields ->
                                    new StrategyReference(provider.name(), given(provider.parameters(), keys, fields)),
                            List.copyOf(keys)),
                    provider.summary());
        }
        return form.elsewhere(StrategyCatalog.MORE);
    }

    /** What is stated, elements of lists without what is at its default. */
    private static Map<String, Object> given(List<ParameterSpec> specs, List<Key<Object>> keys, Fields fields) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (fields.stated(keys.get(i))) {
                given.put(keys.get(i).name(), specs.get(i).check(fields.get(keys.get(i))));
            }
        }
        return given;
    }

    private static Form<ConfiguredStrategy> parameters(StrategyCatalog catalog, StrategyProvider provider) {
        List<Key<Object>> keys = keys(provider.parameters());
        return Block.of(fields -> strategy(catalog, provider, keys, fields), List.copyOf(keys));
    }

    private static @Nullable ConfiguredStrategy strategy(
            StrategyCatalog catalog, StrategyProvider provider, List<Key<Object>> keys, Fields fields) {
        Parameters parameters = Parameters.of(provider.parameters(), all(keys, fields));
        try {
            return catalog.configured(provider, parameters, given(provider.parameters(), keys, fields));
        } catch (PluginFailure failure) { // a plugin's fault, not the scenario's
            fields.refuse("strategy %s cannot be made: %s".formatted(provider.name(), failure.getMessage()), "");
            return null;
        }
    }

    private static Form<Object> parameter(ParameterSpec spec) {
        return switch (spec.kind()) {
            case INTEGER -> new WholeForm(spec.wholes()).map(value -> value);
            case REAL -> new RealForm(spec.reals()).map(value -> value);
            case FLAG -> new FlagForm().map(value -> value);
            case CHOICE ->
                new WordForm<>(spec.choices().stream()
                                .collect(Collectors.toMap(
                                        Function.identity(), Function.identity(), (a, b) -> a, LinkedHashMap::new)))
                        .map(value -> value);
            case NAME -> NAME.map(value -> value);
            case NAMES -> new ListForm<>(NAME, "names", 0, ParameterSpec.MOST_NAMES).map(spec::check);
            case LIST -> list(spec).map(value -> value);
        };
    }

    /** A list of elements, each a name alone or with its values. */
    private static Form<List<Element>> list(ParameterSpec spec) {
        ChoiceForm<Element> element = ChoiceForm.of("element of " + spec.name());
        for (ParameterSpec.Item item : spec.items()) {
            List<Key<Object>> keys = keys(item.parameters());
            element = element.option(
                    item.name(),
                    Block.of(fields -> new Element(item.name(), all(keys, fields)), List.copyOf(keys)),
                    item.description());
        }
        return new ListForm<>(element, "elements", (int) spec.wholes().least(), (int)
                spec.wholes().most());
    }

    private static List<Key<Object>> keys(List<ParameterSpec> specs) {
        List<Key<Object>> keys = new ArrayList<>();
        for (ParameterSpec spec : specs) {
            keys.add(new Key<>(
                    spec.name(),
                    parameter(spec),
                    new Key.Presence.Default(written(spec.defaultValue())),
                    spec.description()));
        }
        return keys;
    }

    private static Map<String, Object> all(List<Key<Object>> keys, Fields fields) {
        Map<String, Object> all = new LinkedHashMap<>();
        keys.forEach(key -> all.put(key.name(), fields.get(key)));
        return all;
    }

    /** A value as it would be written. */
    private static Node written(Object value) {
        if (value instanceof List<?> list) {
            return new Node.Items(list.stream().map(StrategyForms::written).toList(), DECLARED);
        }
        if (value instanceof Element element) {
            Node name = Node.Scalar.text(element.name(), DECLARED);
            List<Node.Entry> entries = new ArrayList<>();
            element.values().forEach((key, one) -> entries.add(Node.Entry.of(key, written(one))));
            return entries.isEmpty()
                    ? name
                    : Node.Entries.single(element.name(), new Node.Entries(entries, DECLARED), DECLARED);
        }
        if (value instanceof Boolean flag) {
            return Node.Scalar.flag(flag, DECLARED);
        }
        if (value instanceof Long whole) {
            return Node.Scalar.number(BigDecimal.valueOf(whole), DECLARED);
        }
        if (value instanceof Double real && Double.isFinite(real)) {
            return Node.Scalar.number(BigDecimal.valueOf(real), DECLARED);
        }
        return Node.Scalar.text(value.toString(), DECLARED);
    }
}
