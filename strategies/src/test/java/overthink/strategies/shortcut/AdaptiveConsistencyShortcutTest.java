package overthink.strategies.shortcut;

import java.util.List;
import java.util.Map;
import java.util.Set;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Method;
import overthink.core.law.answer.Attractor;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.ShortcutContract;
import overthink.strategies.adaptive.AdaptiveConsistencyProvider;

class AdaptiveConsistencyShortcutTest extends ShortcutContract {

    @Override
    protected StrategyProvider provider() {
        return new AdaptiveConsistencyProvider();
    }

    @Override
    protected List<Map<String, ?>> parameters() {
        return List.of(
                Map.of(),
                Map.of("rule", "dirichlet", "threshold", 0.8, "batch", 3L, "max-gens", 25L),
                Map.of("rule", "share", "threshold", 0.75, "batch", 2L, "schedule", "doubling"));
    }

    @Override
    protected List<SyntheticWorld> worlds() {
        return List.of(
                world(new Zipf(3, 1), Verifier.of(1)),
                world(new UniformAnswers(4), Verifier.of(1)),
                world(new Attractor(0.6, 3), Verifier.of(1)),
                world(new Distinct(), Verifier.of(1)));
    }

    @Override
    protected Set<Method> claims() {
        return Set.of(Method.EXACT);
    }

    @Override
    protected int trials() {
        return 2000;
    }
}
