package overthink.core.solve;

import overthink.core.api.Parameters;
import overthink.core.exact.adaptive.AdaptiveVote;
import overthink.core.exact.adaptive.VoteBatches;
import overthink.core.exact.adaptive.VoteStop;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;

/** {@code adaptive-consistency}: recursion over counts of votes. */
public final class AdaptiveConsistencyShortcut implements Shortcut {

    @Override
    public String strategy() {
        return "adaptive-consistency";
    }

    @Override
    public Availability exact(SyntheticWorld world, Parameters parameters) {
        VoteStop.ByVotes rule = rule(parameters);
        int most = parameters.intValue("max-gens");
        VoteBatches batches = new VoteBatches(
                parameters.intValue("batch"), parameters.choice("schedule").equals("doubling"));
        boolean oneByOne = most == 1 || (batches.first() == 1 && !batches.doubling());
        return AdaptiveVoteRoute.offer(
                world,
                rule,
                most,
                oneByOne,
                () -> AdaptiveVote.of(world.policy().wrongAnswers(), rule, batches, most));
    }

    @Override
    public boolean exactIsOnRequest(SyntheticWorld world, Parameters parameters) {
        return exact(world, parameters) instanceof Availability.Made
                && AdaptiveVoteRoute.hasManyStates(world, rule(parameters), parameters.intValue("max-gens"));
    }

    private static VoteStop.ByVotes rule(Parameters parameters) {
        double threshold = parameters.real("threshold");
        return switch (parameters.choice("rule")) {
            case "beta" -> new VoteStop.Beta(threshold);
            case "dirichlet" -> new VoteStop.Dirichlet(threshold);
            default -> new VoteStop.Share(threshold);
        };
    }
}
