package overthink.strategies.shortcut;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Method;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Attractor;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.Silence;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.ShortcutContract;
import overthink.strategies.voting.MajorityVoteProvider;

class MajorityVoteShortcutTest {

    private abstract static class Votes extends ShortcutContract {

        private final List<AnswerLaw> laws;

        Votes(AnswerLaw... laws) {
            this.laws = List.of(laws);
        }

        @Override
        protected StrategyProvider provider() {
            return new MajorityVoteProvider();
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            List<SyntheticWorld> worlds = new ArrayList<>();
            for (AnswerLaw law : laws) {
                worlds.add(world(law, Verifier.of(1)));
            }
            return worlds;
        }
    }

    @Nested
    class WeightsOfAllProblems extends Votes {

        WeightsOfAllProblems() {
            super(
                    new Zipf(5, 1),
                    new UniformAnswers(1),
                    new UniformAnswers(3),
                    new Attractor(0.6, 4),
                    new Attractor(0, 3),
                    new Zipf(300, 0.3),
                    new Distinct());
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.EXACT, Method.AGGREGATED);
        }
    }

    @Nested
    class SomeWithoutAnAnswer extends Votes {

        SomeWithoutAnAnswer() {
            super(new Zipf(5, 1), new Distinct(), new PitmanYor(0.3, 2));
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            List<SyntheticWorld> worlds = new ArrayList<>();
            for (Silence silence : List.of(new Silence.Share(0.6), new Silence.OverProblems(new Beta(1, 2)))) {
                for (SyntheticWorld world : super.worlds()) {
                    worlds.add(
                            new SyntheticWorld(world.problems(), world.policy().with(silence), world.verifiers()));
                }
            }
            return worlds;
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.AGGREGATED);
        }
    }

    @Nested
    class WeightsOfEachProblem extends Votes {

        WeightsOfEachProblem() {
            super(new PitmanYor(0, 1), new PitmanYor(0.3, 2), new PitmanYor(0.8, 5), new PitmanYor(0, 300));
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.EXACT, Method.AGGREGATED);
        }
    }
}
