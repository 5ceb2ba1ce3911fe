package overthink.core.solve.selection;

import java.util.Optional;
import overthink.core.api.Law;
import overthink.core.solve.declared.Shortcut;

/** The shortcuts of laws that choose one candidate. */
public final class SelectionShortcuts {

    private SelectionShortcuts() {}

    /** The shortcut of a law; empty for laws of other kinds. */
    public static Optional<Shortcut> of(Law law) {
        if (law instanceof Law.FirstCandidate) {
            return Optional.of(new FirstCandidateShortcut());
        }
        if (law instanceof Law.BestOf best) {
            return Optional.of(new BestOfNShortcut(best));
        }
        if (law instanceof Law.UntilAccepted first) {
            return Optional.of(new FirstAcceptedShortcut(first));
        }
        if (law instanceof Law.UntilPassed passed) {
            return Optional.of(new PassUntilShortcut(passed));
        }
        if (law instanceof Law.BestUntil best) {
            return Optional.of(new BestUntilShortcut(best));
        }
        if (law instanceof Law.Screened screened) {
            return Optional.of(new ScreenedShortcut(screened));
        }
        return Optional.empty();
    }
}
