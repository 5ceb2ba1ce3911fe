package overthink.core.solve;

import java.util.Optional;
import overthink.core.api.Law;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.solve.declared.Shortcut;

/** Laws that need problems made of parts: what is known of them is known where problems are, by {@link PartLaws}. */
final class PartShortcut implements Shortcut {

    /** The shortcut of a law; empty for laws of other kinds. */
    static Optional<Shortcut> of(Law law) {
        return law instanceof Law.InParts || law instanceof Law.Contracted
                ? Optional.of(new PartShortcut())
                : Optional.empty();
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        return new Availability.Refused("the problems of this world are not made of parts");
    }
}
