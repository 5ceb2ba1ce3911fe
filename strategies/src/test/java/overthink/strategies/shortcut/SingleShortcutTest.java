package overthink.strategies.shortcut;

import java.util.List;
import java.util.Set;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Method;
import overthink.core.law.answer.Distinct;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.ShortcutContract;
import overthink.strategies.selection.SingleProvider;

class SingleShortcutTest extends ShortcutContract {

    @Override
    protected StrategyProvider provider() {
        return new SingleProvider();
    }

    @Override
    protected List<SyntheticWorld> worlds() {
        return List.of(world(new Distinct(), Verifier.of(1)));
    }

    @Override
    protected Set<Method> claims() {
        return Set.of(Method.EXACT);
    }
}
