package overthink.core.solve.voting;

import java.util.Set;
import overthink.core.api.Law;
import overthink.core.estimate.Method;
import overthink.core.exact.adaptive.AdaptiveVote;
import overthink.core.exact.adaptive.VoteBatches;
import overthink.core.exact.adaptive.VoteStop;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.solve.declared.Shortcut;

/** {@link Law.VoteUntil}: recursion over counts of votes. */
final class VoteUntilShortcut implements Shortcut {

    private final Law.VoteUntil law;

    VoteUntilShortcut(Law.VoteUntil law) {
        this.law = law;
    }

    @Override
    public Set<Method> methods() {
        return AdaptiveVoteRoute.methods(law.most());
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        VoteStop.ByVotes rule = rule();
        boolean oneByOne = law.most() == 1 || (law.batch() == 1 && !law.doubling());
        return AdaptiveVoteRoute.offer(
                world,
                rule,
                law.most(),
                oneByOne,
                most -> AdaptiveVote.of(
                        world.policy().wrongAnswers(), rule, new VoteBatches(law.batch(), law.doubling()), most));
    }

    @Override
    public boolean exactIsOnRequest(SyntheticWorld world) {
        return exact(world) instanceof Availability.Made
                && AdaptiveVoteRoute.hasManyStates(world, rule(), Math.toIntExact(law.most()));
    }

    private VoteStop.ByVotes rule() {
        if (law.rule() instanceof Law.LikelierThanSecond rule) {
            return new VoteStop.PosteriorOfTwo(rule.threshold());
        }
        if (law.rule() instanceof Law.LikeliestOfFive rule) {
            return new VoteStop.PosteriorOfFive(rule.threshold());
        }
        if (law.rule() instanceof Law.ShareOfVotes rule) {
            return new VoteStop.LeaderShare(rule.threshold());
        }
        return new VoteStop.Decided((int) Math.min(law.most(), Integer.MAX_VALUE));
    }
}
