package overthink.strategies.policies;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.NamedPart;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link StepRouter} as {@code step-router}. */
public final class StepRouterProvider implements StrategyProvider {

    @Override
    public String name() {
        return "step-router";
    }

    @Override
    public String summary() {
        return "One policy drafts each step; where the process score is low another one writes it anew.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                AskedPolicies.parameter(
                        "who drafts first, and who writes anew last; none named: the first and last of the world"),
                ParameterSpec.real(
                        "threshold",
                        0,
                        -1000,
                        1000,
                        "a drafted step is kept where its process score, in log-odds, is above"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new StepRouter(AskedPolicies.of(parameters), parameters.real("threshold"));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return false;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.POLICIES, Capability.STEPS, Capability.PROCESS_VERIFIER);
    }

    @Override
    public List<NamedPart> names(Parameters parameters) {
        return AskedPolicies.named(parameters);
    }
}
