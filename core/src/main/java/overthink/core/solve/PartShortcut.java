package overthink.core.solve;

import java.util.Set;
import overthink.core.estimate.Method;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;

/** Laws that need problems made of parts: what is known of them is known where problems are, by {@link PartLaws}. */
final class PartShortcut implements Shortcut {

    @Override
    public Set<Method> methods() {
        return Set.of(Method.EXACT);
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        return new Availability.Refused("the problems of this world are not made of parts");
    }
}
