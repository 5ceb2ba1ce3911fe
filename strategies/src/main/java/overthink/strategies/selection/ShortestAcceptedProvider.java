package overthink.strategies.selection;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link ShortestAccepted} as {@code shortest-accepted}. */
public final class ShortestAcceptedProvider implements StrategyProvider {

    @Override
    public String name() {
        return "shortest-accepted";
    }

    @Override
    public String summary() {
        return "Of the candidates that a Boolean verifier accepts the one of fewest tokens, the first of equals.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(ParameterSpec.choice(
                "fallback",
                List.of("first", "abstain"),
                "what is answered when none is accepted: the first candidate, or nothing"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new ShortestAccepted(parameters.choice("fallback").equals("abstain"));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.BOOLEAN_VERIFIER);
    }
}
