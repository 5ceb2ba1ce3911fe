package overthink.strategies.selection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link PassUntil} as {@code pass-until}. */
public final class PassUntilProvider implements StrategyProvider {

    @Override
    public String name() {
        return "pass-until";
    }

    @Override
    public String summary() {
        return "Candidates one after the other until some are accepted: their number measures how rare that is.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer("accepted", 2, 1, 10_000, "r: how many must be accepted"),
                ParameterSpec.integer(
                        "cap", 0, 0, Integer.MAX_VALUE, "the most candidates drawn; 0 for all that the budget pays"),
                ParameterSpec.choice(
                        "fallback",
                        List.of("last", "abstain"),
                        "what is answered when none is accepted: the candidate drawn last, or nothing"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new PassUntil(
                parameters.intValue("accepted"),
                parameters.intValue("cap"),
                parameters.choice("fallback").equals("abstain"));
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
        return Optional.of(new Law.UntilPassed(
                parameters.intValue("accepted"),
                cap == 0 ? Law.UNBOUNDED : cap,
                parameters.choice("fallback").equals("abstain")));
    }
}
