package overthink.core.solve.voting;

import java.util.Optional;
import overthink.core.api.Law;
import overthink.core.solve.declared.Shortcut;

/** The shortcuts of laws that vote. */
public final class VotingShortcuts {

    private VotingShortcuts() {}

    /** The shortcut of a law; empty for laws of other kinds. */
    public static Optional<Shortcut> of(Law law) {
        if (law instanceof Law.Vote) {
            return Optional.of(new VoteShortcut());
        }
        if (law instanceof Law.VoteByWeight vote) {
            return Optional.of(new WeightedVoteShortcut(vote));
        }
        if (law instanceof Law.VoteUntil vote) {
            return Optional.of(new VoteUntilShortcut(vote));
        }
        if (law instanceof Law.VoteUntilAgreed vote) {
            return Optional.of(new VoteUntilAgreedShortcut(vote));
        }
        return Optional.empty();
    }
}
