package overthink.core.solve;

import overthink.core.api.Parameters;
import overthink.core.exact.adaptive.AdaptiveVote;
import overthink.core.exact.adaptive.VoteBatches;
import overthink.core.exact.adaptive.VoteStop;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;

/** {@code early-stopping-vote}: recursion over counts of votes, and over the row of equal ones at hand. */
public final class EarlyStoppingVoteShortcut implements Shortcut {

    @Override
    public String strategy() {
        return "early-stopping-vote";
    }

    @Override
    public Availability exact(SyntheticWorld world, Parameters parameters) {
        AnswerLaw law = world.policy().wrongAnswers();
        int window = parameters.intValue("window");
        int most = parameters.intValue("max-gens");
        VoteStop stop = stop(parameters);
        return AdaptiveVoteRoute.offer(
                world,
                stop,
                most,
                window == 1 || most == 1,
                () -> stop instanceof VoteStop.Agreement agreement
                        ? AdaptiveVote.of(law, agreement, most)
                        : AdaptiveVote.of(law, (VoteStop.ByVotes) stop, new VoteBatches(window, false), most));
    }

    @Override
    public boolean exactIsOnRequest(SyntheticWorld world, Parameters parameters) {
        return exact(world, parameters) instanceof Availability.Made
                && AdaptiveVoteRoute.hasManyStates(world, stop(parameters), parameters.intValue("max-gens"));
    }

    private static VoteStop stop(Parameters parameters) {
        String rule = parameters.choice("rule");
        return rule.equals("decided")
                ? new VoteStop.Decided(Math.max(1, parameters.intValue("max-gens")))
                : new VoteStop.Agreement(parameters.intValue("window"), rule.equals("sliding"));
    }
}
