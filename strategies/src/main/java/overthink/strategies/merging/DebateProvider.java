package overthink.strategies.merging;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.NamedPart;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.strategies.policies.AskedPolicies;

/** Introduces {@link MergingPopulation} whose members all read one another as {@code debate}. */
public final class DebateProvider implements StrategyProvider {

    @Override
    public String name() {
        return "debate";
    }

    @Override
    public String summary() {
        return "Agents that answer anew round by round, each after reading all of them; a vote of the last round.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer("agents", 3, 1, 1_000_000, "how many answer in each round"),
                RecursiveAggregationProvider.rounds(),
                MergingPopulation.By.parameter(),
                AskedPolicies.parameter("which policies the agents are, evenly; none named: the first of the world"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        int agents = parameters.intValue("agents");
        return new MergingPopulation(
                agents,
                agents,
                parameters.intValue("rounds"),
                MergingPopulation.By.of(parameters),
                AskedPolicies.of(parameters));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return AskedPolicies.firstIsTheWorlds(parameters);
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        Set<Capability> needs = new HashSet<>(MergingPopulation.needs(parameters));
        if (!parameters.names("policies").isEmpty()) {
            needs.add(Capability.POLICIES);
        }
        return Set.copyOf(needs);
    }

    @Override
    public List<NamedPart> names(Parameters parameters) {
        return AskedPolicies.named(parameters, Set.of(Capability.MERGE));
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        long agents = parameters.integer("agents");
        return parameters.names("policies").isEmpty()
                ? MergingPopulation.law(parameters, agents, agents)
                : Optional.empty();
    }
}
