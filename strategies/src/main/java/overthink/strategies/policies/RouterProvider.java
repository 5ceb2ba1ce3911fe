package overthink.strategies.policies;

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

/** Introduces {@link Router} as {@code router}. */
public final class RouterProvider implements StrategyProvider {

    @Override
    public String name() {
        return "router";
    }

    @Override
    public String summary() {
        return "The policy that answers is chosen by a signal of the problem's difficulty before anything is generated.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                AskedPolicies.parameter(
                        "which policies, that for the easiest problems first; none named: all of the world"),
                ParameterSpec.real("threshold", 0, -1000, 1000, "the least signal at which the first policy is asked"),
                ParameterSpec.real(
                        "spacing",
                        1,
                        0,
                        1000,
                        "by how much that is lower for each policy after it; the last has no least"),
                ParameterSpec.integer(
                        "samples",
                        1,
                        0,
                        1_000_000,
                        "candidates of the policy chosen, of which a vote is taken; 0 for all that the budget pays"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new Router(
                AskedPolicies.of(parameters),
                parameters.real("threshold"),
                parameters.real("spacing"),
                parameters.intValue("samples"));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return false;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return parameters.integer("samples") == 1
                ? Set.of(Capability.POLICIES, Capability.SIGNAL)
                : Set.of(Capability.POLICIES, Capability.SIGNAL, Capability.ANSWERS);
    }

    @Override
    public List<NamedPart> names(Parameters parameters) {
        return AskedPolicies.named(parameters);
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        return parameters.integer("samples") == 1
                ? Optional.of(new Law.Routed(
                        parameters.names("policies"), parameters.real("threshold"), parameters.real("spacing")))
                : Optional.empty();
    }
}
