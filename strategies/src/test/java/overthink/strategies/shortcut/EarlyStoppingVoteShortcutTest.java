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
import overthink.strategies.adaptive.EarlyStoppingVoteProvider;

class EarlyStoppingVoteShortcutTest extends ShortcutContract {

    @Override
    protected StrategyProvider provider() {
        return new EarlyStoppingVoteProvider();
    }

    @Override
    protected List<Map<String, ?>> parameters() {
        return List.of(
                Map.of(),
                Map.of("rule", "sliding", "window", 4L, "max-gens", 30L),
                Map.of("rule", "decided", "window", 3L, "max-gens", 20L));
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
