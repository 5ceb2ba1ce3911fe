package overthink.core.solve.policies;

import java.util.Optional;
import overthink.core.api.Law;
import overthink.core.solve.declared.Shortcut;

/** The shortcuts of laws that ask several policies. */
public final class PolicyShortcuts {

    private PolicyShortcuts() {}

    /** The shortcut of a law; empty for laws of other kinds. */
    public static Optional<Shortcut> of(Law law) {
        if (law instanceof Law.Cascaded cascaded) {
            return Optional.of(new CascadeShortcut(cascaded));
        }
        if (law instanceof Law.CascadedByVote cascaded) {
            return Optional.of(new VotedCascadeShortcut(cascaded));
        }
        if (law instanceof Law.Routed routed) {
            return Optional.of(new RouterShortcut(routed));
        }
        if (law instanceof Law.BestOfPolicies best) {
            return Optional.of(new BestOfPoliciesShortcut(best));
        }
        if (law instanceof Law.VoteOfPolicies vote) {
            return Optional.of(new VoteOfPoliciesShortcut(vote));
        }
        return Optional.empty();
    }
}
