package overthink.scenarios.document.section;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import overthink.scenarios.document.form.RealForm;
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
                    Block.of(fields -> new StrategyReference(provider.name(), given(keys, fields)), List.copyOf(keys)),
                    provider.summary());
        }
        return form.elsewhere(StrategyCatalog.MORE);
    }

    private static Map<String, Object> given(List<Key<Object>> keys, Fields fields) {
        Map<String, Object> given = new LinkedHashMap<>();
        keys.stream().filter(fields::stated).forEach(key -> given.put(key.name(), fields.get(key)));
        return given;
    }

    private static Form<ConfiguredStrategy> parameters(StrategyCatalog catalog, StrategyProvider provider) {
        List<Key<Object>> keys = new ArrayList<>();
        for (ParameterSpec spec : provider.parameters()) {
            Key.Presence presence = new Key.Presence.Default(scalar(spec.defaultValue()));
            keys.add(new Key<>(spec.name(), parameter(spec), presence, spec.description()));
        }
        return Block.of(fields -> strategy(catalog, provider, keys, fields), List.copyOf(keys));
    }

    private static @Nullable ConfiguredStrategy strategy(
            StrategyCatalog catalog, StrategyProvider provider, List<Key<Object>> keys, Fields fields) {
        Map<String, Object> all = new HashMap<>();
        keys.forEach(key -> all.put(key.name(), fields.get(key)));
        Parameters parameters = Parameters.of(provider.parameters(), all);
        try {
            return catalog.configured(provider, parameters, given(keys, fields));
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
        };
    }

    private static Node scalar(Object value) {
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
