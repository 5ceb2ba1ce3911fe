package overthink.core.solve.chain;

import java.util.Optional;
import overthink.core.api.Law;
import overthink.core.solve.declared.Shortcut;

/** The shortcuts of laws that revise and merge. */
public final class ChainShortcuts {

    private ChainShortcuts() {}

    /** The shortcut of a law; empty for laws of other kinds. */
    public static Optional<Shortcut> of(Law law) {
        if (law instanceof Law.Revised revised) {
            return Optional.of(new ChainShortcut(revised.told(), false, revised.most()));
        }
        if (law instanceof Law.UntilFinished finished) {
            return Optional.of(new ChainShortcut(false, true, finished.most()));
        }
        if (law instanceof Law.Merged merged) {
            return Optional.of(new MergedShortcut(merged));
        }
        if (law instanceof Law.MergedInRounds merged) {
            return Optional.of(new MergedInRoundsShortcut(merged));
        }
        return Optional.empty();
    }
}
