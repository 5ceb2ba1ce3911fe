package overthink.core.solve.voting;

import java.util.Set;
import overthink.core.api.Law;
import overthink.core.estimate.Method;
import overthink.core.exact.adaptive.AdaptiveVote;
import overthink.core.exact.adaptive.VoteStop;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.solve.declared.Shortcut;

/** {@link Law.VoteUntilAgreed}: recursion over counts of votes, and over the row of equal ones at hand. */
final class VoteUntilAgreedShortcut implements Shortcut {

    private final Law.VoteUntilAgreed law;

    VoteUntilAgreedShortcut(Law.VoteUntilAgreed law) {
        this.law = law;
    }

    @Override
    public Set<Method> methods() {
        return AdaptiveVoteRoute.methods(law.most());
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        VoteStop.Agreement stop = stop();
        return AdaptiveVoteRoute.offer(
                world,
                stop,
                law.most(),
                law.window() == 1 || law.most() == 1,
                most -> AdaptiveVote.of(world.policy().wrongAnswers(), stop, most));
    }

    @Override
    public boolean exactIsOnRequest(SyntheticWorld world) {
        return exact(world) instanceof Availability.Made
                && AdaptiveVoteRoute.hasManyStates(world, stop(), Math.toIntExact(law.most()));
    }

    private VoteStop.Agreement stop() {
        return new VoteStop.Agreement(law.window(), law.sliding());
    }
}
