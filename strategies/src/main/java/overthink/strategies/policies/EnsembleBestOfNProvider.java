package overthink.strategies.policies;

import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;

/** Introduces {@link EnsembleBestOfN} as {@code ensemble-best-of-n}. */
public final class EnsembleBestOfNProvider extends AbstractEnsembleProvider {

    @Override
    public String name() {
        return "ensemble-best-of-n";
    }

    @Override
    public String summary() {
        return "The candidate of the highest outcome score among those of several policies.";
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new EnsembleBestOfN(AskedPolicies.of(parameters), samples(parameters));
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.POLICIES, Capability.OUTCOME_VERIFIER);
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        return Optional.of(new Law.BestOfPolicies(parameters.names("policies"), most(parameters)));
    }
}
