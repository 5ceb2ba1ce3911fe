package overthink.core.solve;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import overthink.core.api.Law;
import overthink.core.api.Resource;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.route.SolvedLaws;
import overthink.core.solve.chain.ChainShortcuts;
import overthink.core.solve.declared.Shortcut;
import overthink.core.solve.policies.PolicyShortcuts;
import overthink.core.solve.search.SearchShortcuts;
import overthink.core.solve.selection.SelectionShortcuts;
import overthink.core.solve.voting.VotingShortcuts;

/**
 * What shortcuts there are in a world of declared laws.
 *
 * @param world the world
 */
record DeclaredLaws(SyntheticWorld world) implements SolvedLaws {

    private static final List<Function<Law, Optional<Shortcut>>> KINDS = List.of(
            SelectionShortcuts::of,
            VotingShortcuts::of,
            SearchShortcuts::of,
            PolicyShortcuts::of,
            ChainShortcuts::of,
            PartShortcut::of);

    /** The ways that are known to the numbers of strategies of a law. */
    static Shortcut shortcut(Law law) {
        return KINDS.stream()
                .flatMap(kind -> kind.apply(law).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no solver takes the law " + law));
    }

    @Override
    public Availability exact(Law law) {
        return shortcut(law).exact(world);
    }

    @Override
    public Optional<String> exactEnds(Law law, Resource resource, long amount) {
        return shortcut(law).exactEnds(world, resource, amount);
    }

    @Override
    public Availability limits(Law law) {
        return shortcut(law).limits(world);
    }

    @Override
    public Availability aggregated(Law law) {
        return shortcut(law).aggregated(world);
    }

    @Override
    public boolean exactIsSlow(Law law, long candidates) {
        return shortcut(law).exactIsSlow(world, candidates);
    }

    @Override
    public boolean exactIsOnRequest(Law law) {
        return shortcut(law).exactIsOnRequest(world);
    }

    @Override
    public boolean aggregatedIsOnRequest(Law law) {
        return shortcut(law).aggregatedIsOnRequest();
    }
}
