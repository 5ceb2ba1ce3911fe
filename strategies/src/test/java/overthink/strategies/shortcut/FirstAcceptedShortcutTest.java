package overthink.strategies.shortcut;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Method;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.Zipf;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.ShortcutContract;
import overthink.strategies.selection.FirstAcceptedProvider;

class FirstAcceptedShortcutTest extends ShortcutContract {

    @Override
    protected StrategyProvider provider() {
        return new FirstAcceptedProvider();
    }

    @Override
    protected List<Map<String, ?>> parameters() {
        return List.of(Map.of(), Map.of("cap", 10L, "fallback", "abstain"));
    }

    @Override
    protected List<SyntheticWorld> worlds() {
        List<SyntheticWorld> worlds = new ArrayList<>();
        for (NoiseShares shares : Shares.ALL) {
            worlds.add(world(new Zipf(5, 1), Verifier.of(0.83, 0.27).with(shares)));
        }
        worlds.add(world(new Zipf(5, 1), Verifier.of(1, 0).with(Shares.ANSWER)));
        worlds.add(world(new Distinct(), Verifier.of(0.3, 0.02).with(Shares.ANSWER)));
        return worlds;
    }

    @Override
    protected Set<Method> claims() {
        return Set.of(Method.EXACT);
    }
}
