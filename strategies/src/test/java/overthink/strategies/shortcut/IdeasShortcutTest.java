package overthink.strategies.shortcut;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Method;
import overthink.core.law.answer.Silence;
import overthink.core.law.answer.Zipf;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.law.idea.Temperature;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.ShortcutContract;
import overthink.strategies.selection.BestOfNProvider;
import overthink.strategies.selection.FirstAcceptedProvider;
import overthink.strategies.voting.MajorityVoteProvider;
import overthink.strategies.voting.WeightedVoteProvider;

/**
 * Every shortcut of independent candidates where they share ideas, and where the policy is cold or warm: given the ideas of a
 * problem its candidates are independent, each right with the realised chance, and a temperature makes other chances and answers.
 * So the rows are exact of these problems.
 */
class IdeasShortcutTest {

    /** A world of ideas that is cold, and one without that is warm and noisy. */
    private abstract static class WithIdeas extends ShortcutContract {

        abstract Verifier outcome();

        @Override
        protected int trials() {
            return 250;
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            SyntheticWorld world = world(new Zipf(4, 0.7), outcome());
            IdeaLaw ideas = new IdeaLaw(1, 0.9, new CountLaw.Constant(0));
            return List.of(
                    with(world, ideas, new Temperature(0.4, 0), silence()),
                    with(world, IdeaLaw.FRESH, new Temperature(1.7, 1), Silence.NONE));
        }

        Silence silence() {
            return Silence.NONE;
        }

        private static SyntheticWorld with(
                SyntheticWorld world, IdeaLaw ideas, Temperature temperature, Silence silence) {
            return new SyntheticWorld(
                    world.problems(),
                    world.policy().with(ideas).with(temperature).with(silence),
                    world.verifiers());
        }
    }

    @Nested
    class BestOfN extends WithIdeas {

        @Override
        Verifier outcome() {
            return Verifier.of(1.2).with(new NoiseShares(0, 0.3, 0.7, 0));
        }

        @Override
        Silence silence() {
            return new Silence.Share(0.3);
        }

        @Override
        protected StrategyProvider provider() {
            return new BestOfNProvider();
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.EXACT, Method.AGGREGATED);
        }
    }

    @Nested
    class Majority extends WithIdeas {

        @Override
        Verifier outcome() {
            return Verifier.of(1);
        }

        @Override
        protected StrategyProvider provider() {
            return new MajorityVoteProvider();
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.EXACT, Method.AGGREGATED);
        }
    }

    @Tag("slow")
    @Nested
    class Weighted extends WithIdeas {

        @Override
        protected List<Map<String, ?>> parameters() {
            return List.of(Map.of("weight", "logit-sum"));
        }

        @Override
        Verifier outcome() {
            return Verifier.of(1);
        }

        @Override
        protected StrategyProvider provider() {
            return new WeightedVoteProvider();
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.AGGREGATED);
        }
    }

    @Tag("slow")
    @Nested
    class FirstAccepted extends WithIdeas {

        @Override
        Verifier outcome() {
            return Verifier.of(0.8, 0.2);
        }

        @Override
        protected StrategyProvider provider() {
            return new FirstAcceptedProvider();
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.EXACT);
        }
    }
}
