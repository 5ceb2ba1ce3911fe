package overthink.strategies.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.NamedPart;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.strategies.policies.AskedPolicies;

/** Introduces {@link MixtureOfAgents} as {@code mixture-of-agents}. */
public final class MixtureOfAgentsProvider implements StrategyProvider {

    @Override
    public String name() {
        return "mixture-of-agents";
    }

    @Override
    public String summary() {
        return "Layers of candidates, each merged of all of the layer before, down to one, which answers.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer("layers", 3, 2, 1_000_000, "how many, the last, of one candidate, included"),
                ParameterSpec.integer(
                        "width",
                        0,
                        0,
                        1_000_000,
                        "the most candidates of each other layer; 0 for all that the budget pays"),
                AskedPolicies.parameter("which policies share each layer; none named: the first of the world alone"),
                ParameterSpec.name(
                        "aggregator", NamedPart.FIRST, "the policy that makes the last; first is the world's"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new MixtureOfAgents(
                parameters.intValue("layers"),
                parameters.intValue("width"),
                AskedPolicies.of(parameters),
                parameters.name("aggregator"));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return false;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return parameters.names("policies").isEmpty()
                ? Set.of(Capability.MERGE)
                : Set.of(Capability.MERGE, Capability.POLICIES);
    }

    @Override
    public List<NamedPart> names(Parameters parameters) {
        List<NamedPart> named = new ArrayList<>(AskedPolicies.named(parameters, Set.of(Capability.MERGE)));
        named.add(new NamedPart(NamedPart.Part.POLICY, parameters.name("aggregator"), Set.of(Capability.MERGE)));
        return named;
    }
}
