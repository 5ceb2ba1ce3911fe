package overthink.strategies.policies;

import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;

/** Introduces {@link EnsembleVote} as {@code ensemble-vote}. */
public final class EnsembleVoteProvider extends AbstractEnsembleProvider {

    @Override
    public String name() {
        return "ensemble-vote";
    }

    @Override
    public String summary() {
        return "The answer that most candidates of several policies give, which generate equally many.";
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new EnsembleVote(AskedPolicies.of(parameters), samples(parameters));
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.POLICIES, Capability.ANSWERS);
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        return Optional.of(new Law.VoteOfPolicies(parameters.names("policies"), most(parameters)));
    }
}
