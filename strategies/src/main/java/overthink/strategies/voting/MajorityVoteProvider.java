package overthink.strategies.voting;

import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link MajorityVote} as {@code majority-vote}. */
public final class MajorityVoteProvider implements StrategyProvider {

    @Override
    public String name() {
        return "majority-vote";
    }

    @Override
    public String summary() {
        return "The answer that most candidates give, of equals the one seen first.";
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new MajorityVote();
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        return Optional.of(new Law.Vote());
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.ANSWERS);
    }
}
