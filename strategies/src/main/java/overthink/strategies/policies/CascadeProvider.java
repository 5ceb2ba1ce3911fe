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

/** Introduces {@link Cascade} as {@code cascade}. */
public final class CascadeProvider implements StrategyProvider {

    @Override
    public String name() {
        return "cascade";
    }

    @Override
    public String summary() {
        return "Policies in order: each answers where a check of its candidates holds, else the next one is asked.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                AskedPolicies.parameter("which policies, in order; none named: all of the world"),
                ParameterSpec.choice(
                        "check",
                        List.of("verifier", "agreement"),
                        "what must hold: the best outcome score is above the threshold, or enough candidates agree"),
                ParameterSpec.real("threshold", 0, -1000, 1000, "of outcome scores, in log-odds"),
                ParameterSpec.real(
                        "agreement", 0.6, 0, 1, "the least share of candidates that give the leading answer"),
                ParameterSpec.integer("samples", 1, 1, 1_000_000, "candidates of each policy"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new Cascade(
                AskedPolicies.of(parameters),
                check(parameters),
                parameters.real("threshold"),
                parameters.real("agreement"),
                parameters.intValue("samples"));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return AskedPolicies.firstIsTheWorlds(parameters);
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return check(parameters) == Cascade.Check.VERIFIER
                ? Set.of(Capability.POLICIES, Capability.OUTCOME_VERIFIER)
                : Set.of(Capability.POLICIES, Capability.ANSWERS);
    }

    @Override
    public List<NamedPart> names(Parameters parameters) {
        return AskedPolicies.named(parameters);
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        List<String> policies = parameters.names("policies");
        if (check(parameters) == Cascade.Check.AGREEMENT) {
            return Optional.of(
                    new Law.CascadedByVote(policies, parameters.intValue("samples"), parameters.real("agreement")));
        }
        return parameters.real("threshold") == 0 && parameters.integer("samples") == 1
                ? Optional.of(new Law.Cascaded(policies))
                : Optional.empty();
    }

    private static Cascade.Check check(Parameters parameters) {
        return parameters.choice("check").equals("verifier") ? Cascade.Check.VERIFIER : Cascade.Check.AGREEMENT;
    }
}
