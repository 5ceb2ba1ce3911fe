package overthink.core.solve;

import java.util.Optional;
import overthink.core.api.Law;
import overthink.core.api.Resource;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.route.SolvedLaws;

/**
 * What shortcuts there are in a world of declared laws.
 *
 * @param world the world
 */
record DeclaredLaws(SyntheticWorld world) implements SolvedLaws {

    @Override
    public Availability exact(Law law) {
        return Shortcut.of(law).exact(world);
    }

    @Override
    public Optional<String> exactEnds(Law law, Resource resource, long amount) {
        return Shortcut.of(law).exactEnds(world, resource, amount);
    }

    @Override
    public Availability limits(Law law) {
        return Shortcut.of(law).limits(world);
    }

    @Override
    public Availability aggregated(Law law) {
        return Shortcut.of(law).aggregated(world);
    }

    @Override
    public boolean exactIsSlow(Law law, long candidates) {
        return Shortcut.of(law).exactIsSlow(world, candidates);
    }

    @Override
    public boolean exactIsOnRequest(Law law) {
        return Shortcut.of(law).exactIsOnRequest(world);
    }
}
