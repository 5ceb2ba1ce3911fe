package overthink.scenarios.plugins;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.NamedPart;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.fault.Printable;
import overthink.core.fault.Thrown;

/** A provider as it introduced itself when it was loaded: what it says of its strategy stays as it was said first. */
final class Introduced implements StrategyProvider {

    /** Lower-case words; but those that YAML reads as something else than text. */
    private static final Pattern NAME = Pattern.compile("(?!(null|true|false)$)[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_SUMMARY = 500;
    private static final int MOST_PARAMETERS = 1000;

    private final StrategyProvider provider;
    private final String name;
    private final String summary;
    private final List<ParameterSpec> parameters;
    private final Map<Parameters, Boolean> anytime = new ConcurrentHashMap<>();
    private final Map<Parameters, Set<Capability>> needs = new ConcurrentHashMap<>();
    private final Map<Parameters, List<NamedPart>> names = new ConcurrentHashMap<>();
    private final Map<Parameters, Optional<Law>> laws = new ConcurrentHashMap<>();

    /**
     * Asks a provider everything that is asked later.
     *
     * @throws PluginFailure when an answer is against the contract; whatever the provider throws goes through
     */
    Introduced(StrategyProvider provider, Interview.Topics topics) {
        this.provider = provider;
        topics.next("name()");
        name = checkedName(provider.name());
        topics.next("summary()");
        summary = checkedSummary(provider.summary());
        topics.next("parameters()");
        parameters = checkedParameters(provider.parameters());
        Parameters defaults = Parameters.defaults(parameters);
        topics.next("anytime()");
        anytime(defaults);
        topics.next("needs()");
        needs(defaults);
        topics.next("names()");
        names(defaults);
        topics.next("law()");
        law(defaults);
    }

    /** The provider itself. */
    StrategyProvider provider() {
        return provider;
    }

    private static String checkedName(String name) {
        if (name == null || name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw new PluginFailure(
                    "the strategy name '%s' must be lower-case words joined by hyphens, such as best-of-n, of %d characters at most"
                            .formatted(Printable.line(name, LONGEST_NAME), LONGEST_NAME));
        }
        return name;
    }

    private String checkedSummary(String given) {
        if (given == null) {
            throw new PluginFailure("strategy %s has no summary".formatted(name));
        }
        return Printable.line(given, LONGEST_SUMMARY);
    }

    private List<ParameterSpec> checkedParameters(List<ParameterSpec> given) {
        if (given == null) {
            throw new PluginFailure("strategy %s does not say which parameters it has: null".formatted(name));
        }
        List<ParameterSpec> checked = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ParameterSpec spec : given) {
            if (checked.size() == MOST_PARAMETERS) {
                throw new PluginFailure("strategy %s has more than %d parameters".formatted(name, MOST_PARAMETERS));
            }
            checked.add(checkedParameter(spec));
            if (!names.add(spec.name())) {
                throw new PluginFailure("strategy %s declares the parameter %s twice".formatted(name, spec.name()));
            }
        }
        return List.copyOf(checked);
    }

    private ParameterSpec checkedParameter(ParameterSpec spec) {
        if (spec == null || spec.kind() == null || spec.defaultValue() == null || spec.description() == null) {
            throw new PluginFailure("strategy %s has a parameter without its name, kind, default or description: %s"
                    .formatted(name, spec == null ? "null" : Printable.line(spec.name())));
        }
        String own = spec.name();
        if (own == null || own.length() > LONGEST_NAME || !NAME.matcher(own).matches()) {
            throw new PluginFailure("strategy %s: the parameter name '%s' must be lower-case words joined by hyphens"
                    .formatted(name, Printable.line(own, LONGEST_NAME)));
        }
        for (String choice : spec.choices()) {
            if (choice.isEmpty() || !choice.equals(Printable.line(choice, LONGEST_NAME))) {
                throw new PluginFailure("strategy %s: the choice '%s' of %s must be a short word"
                        .formatted(name, Printable.line(choice, LONGEST_NAME), own));
            }
        }
        try {
            return new ParameterSpec(
                    own,
                    spec.kind(),
                    spec.check(spec.defaultValue()),
                    spec.min(),
                    spec.max(),
                    spec.choices(),
                    checkedItems(spec),
                    Printable.line(spec.description(), LONGEST_SUMMARY));
        } catch (IllegalArgumentException e) {
            throw new PluginFailure("strategy %s: the default of a parameter breaks its own rule: %s"
                    .formatted(name, Thrown.message(e)));
        }
    }

    private List<ParameterSpec.Item> checkedItems(ParameterSpec spec) {
        List<ParameterSpec.Item> items = new ArrayList<>();
        for (ParameterSpec.Item item : spec.items()) {
            if (item.name() == null
                    || item.name().length() > LONGEST_NAME
                    || !NAME.matcher(item.name()).matches()) {
                throw new PluginFailure(
                        "strategy %s: what %s may have, '%s', must have a name of lower-case words joined by hyphens"
                                .formatted(name, spec.name(), Printable.line(item.name(), LONGEST_NAME)));
            }
            items.add(new ParameterSpec.Item(
                    item.name(),
                    checkedParameters(item.parameters()),
                    Printable.line(item.description(), LONGEST_SUMMARY)));
        }
        return items;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public List<ParameterSpec> parameters() {
        return parameters;
    }

    @Override
    public Strategy create(Parameters given) {
        return provider.create(given);
    }

    @Override
    public boolean anytime(Parameters given) {
        return anytime.computeIfAbsent(given, provider::anytime);
    }

    @Override
    public Set<Capability> needs(Parameters given) {
        return needs.computeIfAbsent(given, own -> {
            Set<Capability> said = provider.needs(own);
            if (said == null) {
                throw new PluginFailure("strategy %s does not say what it needs: null".formatted(name));
            }
            return Set.copyOf(said);
        });
    }

    @Override
    public List<NamedPart> names(Parameters given) {
        return names.computeIfAbsent(given, own -> {
            List<NamedPart> said = provider.names(own);
            if (said == null) {
                throw new PluginFailure("strategy %s does not say what it names: null".formatted(name));
            }
            return List.copyOf(said);
        });
    }

    @Override
    public Optional<Law> law(Parameters given) {
        return laws.computeIfAbsent(given, own -> {
            Optional<Law> said = provider.law(own);
            if (said == null) {
                throw new PluginFailure(
                        "strategy %s does not say whether it claims a law: null; Optional.empty() claims none"
                                .formatted(name));
            }
            return said;
        });
    }
}
