package overthink.strategies.merging;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.strategies.policies.AskedPolicies;

/** Introduces {@link MergingPopulation} with groups as {@code recursive-aggregation}. */
public final class RecursiveAggregationProvider implements StrategyProvider {

    /** How many rounds of merging there are. */
    static ParameterSpec rounds() {
        return ParameterSpec.integer("rounds", 0, 0, 1_000_000, "rounds of merging; 0 for all that the budget pays");
    }

    @Override
    public String name() {
        return "recursive-aggregation";
    }

    @Override
    public String summary() {
        return "A population made anew round by round, each candidate merged of a group of the old ones; a vote of the last.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer("population", 16, 1, 1_000_000, "how many candidates a round has"),
                ParameterSpec.integer("group", 4, 1, 1_000_000, "how many of them are merged into one"),
                rounds(),
                MergingPopulation.By.parameter());
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new MergingPopulation(
                parameters.intValue("population"),
                parameters.intValue("group"),
                parameters.intValue("rounds"),
                MergingPopulation.By.of(parameters),
                AskedPolicies.unnamed());
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return MergingPopulation.needs(parameters);
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        return MergingPopulation.law(parameters, parameters.integer("population"), parameters.integer("group"));
    }
}
