package overthink.strategies.shortcut;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Method;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.answer.Zipf;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.ShortcutContract;
import overthink.strategies.voting.WeightedVoteProvider;

class WeightedVoteShortcutTest {

    private static final Verifier PERSISTENT =
            Verifier.of(1.2).withPersistence(0.6).with(new NoiseShares(0.2, 0, 0.5, 0.3));
    private static final Verifier VERDICT = Verifier.of(0.83, 0.27);

    private abstract static class Votes extends ShortcutContract {

        @Override
        protected StrategyProvider provider() {
            return new WeightedVoteProvider();
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

    @Nested
    class GradedByLogitSum extends Votes {

        @Override
        protected List<Map<String, ?>> parameters() {
            return List.of(Map.of("weight", "logit-sum"), Map.of("weight", "logit-sum", "aggregation", "last"));
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            List<SyntheticWorld> worlds = new ArrayList<>();
            for (AnswerLaw law :
                    List.of(new Zipf(5, 1), new Distinct(), new PitmanYor(0.5, 2), new UniformAnswers(1))) {
                worlds.add(world(law, Verifier.of(1.2), PERSISTENT));
                worlds.add(world(law, Verifier.of(1.2).with(Shares.ANSWER).with(new Hack(0.3, 2)), PERSISTENT));
            }
            worlds.add(world(new Zipf(5, 1), Verifier.of(1.2).with(Shares.ANSWER_ALONE), PERSISTENT));
            return worlds;
        }
    }

    @Nested
    class GradedByMax extends Votes {

        @Override
        protected List<Map<String, ?>> parameters() {
            return List.of(Map.of("weight", "max"), Map.of("weight", "max", "aggregation", "last"));
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            NoiseLaw heavy = new NoiseLaw.StudentT(3.5);
            List<SyntheticWorld> worlds = new ArrayList<>();
            for (AnswerLaw law : List.of(new Zipf(5, 1), new Distinct(), new PitmanYor(0.5, 2))) {
                worlds.add(world(law, Verifier.of(1.2), PERSISTENT));
                worlds.add(world(law, Verifier.of(1.2).with(Shares.ANSWER).with(new Hack(0.3, 2)), PERSISTENT));
            }
            worlds.add(world(new Zipf(5, 1), Verifier.of(1.2).with(Shares.ANSWER_ALONE), PERSISTENT));
            // log-odds of 30 and more, which as probabilities are all next to 1
            worlds.add(world(new Zipf(5, 1), Verifier.of(8), PERSISTENT));
            worlds.add(world(
                    new Zipf(5, 1), Verifier.of(6).with(heavy).with(new NoiseShares(0.3, 0.3, 0.4, 0)), PERSISTENT));
            return worlds;
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.EXACT, Method.AGGREGATED);
        }
    }

    /** Scores of equal candidates of one answer are equal, and the answer seen first is that of the first of the best. */
    @Nested
    class TiedByMax extends Votes {

        @Override
        protected List<Map<String, ?>> parameters() {
            return List.of(Map.of("weight", "max"));
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            NoiseShares problem = new NoiseShares(1, 0, 0, 0);
            return List.of(
                    world(new Zipf(5, 1), Verifier.of(0).with(Shares.ANSWER)),
                    world(new Zipf(5, 1), Verifier.of(1.2).with(problem).with(new Hack(0.3, 2))));
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.EXACT);
        }
    }

    @Nested
    class Verdicts extends Votes {

        @Override
        protected List<Map<String, ?>> parameters() {
            return List.of(
                    Map.of("weight", "sum"),
                    Map.of("weight", "mean"),
                    Map.of("weight", "max"),
                    Map.of("weight", "logit-sum"),
                    Map.of("weight", "logit-sum", "aggregation", "last"));
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            List<SyntheticWorld> worlds = new ArrayList<>();
            for (AnswerLaw law :
                    List.of(new Zipf(5, 1), new Distinct(), new PitmanYor(0.5, 2), new UniformAnswers(1))) {
                worlds.add(world(law, VERDICT, VERDICT));
            }
            worlds.add(world(new Zipf(5, 1), VERDICT.with(Shares.ANSWER), VERDICT));
            worlds.add(world(new Zipf(5, 1), VERDICT.with(Shares.ANSWER_ALONE), VERDICT));
            return worlds;
        }
    }

    /** Of {@code sum}, {@code mean} and {@code max} alone: here unequal counts weigh the same. */
    @Nested
    class VerdictsOfSimpleRatio extends Votes {

        @Override
        protected List<Map<String, ?>> parameters() {
            return List.of(Map.of("weight", "sum"), Map.of("weight", "mean"), Map.of("weight", "max"));
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            return List.of(
                    world(new Zipf(5, 1), Verifier.of(0.8, 0.2)),
                    world(new Distinct(), Verifier.of(0.75, 0.25)),
                    world(new Zipf(5, 1), Verifier.of(1, 0)));
        }
    }
}
