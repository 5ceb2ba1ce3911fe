package overthink.strategies.shortcut;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Method;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;
import overthink.core.testkit.ShortcutContract;
import overthink.core.world.World;
import overthink.strategies.voting.WeightedVoteProvider;

class WeightedVoteShortcutTest extends ShortcutContract {

    @Override
    protected StrategyProvider provider() {
        return new WeightedVoteProvider();
    }

    @Override
    protected List<Map<String, ?>> parameters() {
        return List.of(Map.of("weight", "logit-sum"), Map.of("weight", "logit-sum", "aggregation", "last"));
    }

    @Override
    protected List<World> worlds() {
        Verifier persistent = Verifier.of(1.2).withPersistence(0.6).with(new NoiseShares(0.2, 0, 0.5, 0.3));
        Verifier verdict = Verifier.of(0.83, 0.27);
        List<World> worlds = new ArrayList<>();
        for (AnswerLaw law : List.of(new Zipf(5, 1), new Distinct(), new PitmanYor(0.5, 2), new UniformAnswers(1))) {
            worlds.add(world(law, Verifier.of(1.2), persistent));
            worlds.add(world(law, Verifier.of(1.2).with(Shares.ANSWER).with(new Hack(0.3, 2)), persistent));
            worlds.add(world(law, verdict, verdict));
        }
        worlds.add(world(new Zipf(5, 1), Verifier.of(1.2).with(Shares.ANSWER_ALONE), persistent));
        worlds.add(world(new Zipf(5, 1), verdict.with(Shares.ANSWER), verdict));
        worlds.add(world(new Zipf(5, 1), verdict.with(Shares.ANSWER_ALONE), verdict));
        return worlds;
    }

    @Override
    protected Set<Method> claims() {
        return Set.of(Method.AGGREGATED);
    }

    @Override
    protected int trials() {
        return 2000;
    }
}
