package overthink.strategies.selection;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link FirstAccepted} as {@code first-accepted}. */
public final class FirstAcceptedProvider implements StrategyProvider {

    @Override
    public String name() {
        return "first-accepted";
    }

    @Override
    public String summary() {
        return "Candidates one after the other until a Boolean verifier accepts one.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer(
                        "cap", 0, 0, Integer.MAX_VALUE, "the most candidates drawn; 0 for all that the budget pays"),
                ParameterSpec.choice(
                        "fallback",
                        List.of("last", "abstain"),
                        "what is answered when none is accepted: the candidate drawn last, or nothing"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new FirstAccepted(
                parameters.intValue("cap"),
                FirstAccepted.Fallback.valueOf(parameters.choice("fallback").toUpperCase(Locale.ROOT)));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.BOOLEAN_VERIFIER);
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        long cap = parameters.integer("cap");
        return Optional.of(new Law.UntilAccepted(
                cap == 0 ? Law.UNBOUNDED : cap, parameters.choice("fallback").equals("abstain")));
    }
}
