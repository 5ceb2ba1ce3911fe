package overthink.core.solve.search;

import java.util.Optional;
import overthink.core.api.Law;
import overthink.core.solve.declared.Shortcut;

/** The shortcuts of laws that search over steps. */
public final class SearchShortcuts {

    private SearchShortcuts() {}

    /** The shortcut of a law; empty for laws of other kinds. */
    public static Optional<Shortcut> of(Law law) {
        if (law instanceof Law.Beam beam) {
            return Optional.of(new BeamShortcut(beam));
        }
        if (law instanceof Law.Trees trees) {
            return Optional.of(new TreesShortcut(trees));
        }
        if (law instanceof Law.Particles particles) {
            return Optional.of(new ParticleShortcut(particles));
        }
        return Optional.empty();
    }
}
