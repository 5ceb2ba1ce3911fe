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
import overthink.core.law.answer.Silence;
import overthink.core.law.answer.Zipf;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.ShortcutContract;
import overthink.strategies.selection.BestOfNProvider;

class BestOfNShortcutTest {

    private static final NoiseLaw HEAVY = new NoiseLaw.StudentT(3.5);

    private abstract static class Selections extends ShortcutContract {

        @Override
        protected StrategyProvider provider() {
            return new BestOfNProvider();
        }
    }

    @Nested
    class IndependentScores extends Selections {

        @Override
        protected List<SyntheticWorld> worlds() {
            Verifier graded = Verifier.of(1.2);
            Verifier varying = new Verifier(
                    new Scoring.Graded(new Sensitivity(0.5, 2), 0.3, 2, 0.4),
                    NoiseShares.CANDIDATE,
                    new NoiseLaw.Gaussian(),
                    0,
                    Hack.NONE);
            return List.of(
                    world(new Zipf(5, 1), graded),
                    world(new Zipf(5, 1), varying),
                    world(new Zipf(5, 1), graded.with(Shares.PROBLEM)),
                    world(new Distinct(), graded.with(new Hack(0.3, 2))),
                    world(new Zipf(5, 1), graded.with(new Hack(1, 0.5))),
                    world(new Zipf(5, 1), graded.with(HEAVY).with(new NoiseShares(0.3, 0, 0.7, 0))),
                    world(new Zipf(5, 1), Verifier.of(8)));
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.EXACT, Method.AGGREGATED);
        }
    }

    @Nested
    class LastStep extends Selections {

        @Override
        protected List<Map<String, ?>> parameters() {
            return List.of(Map.of("aggregation", "last"));
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            Verifier outcome = Verifier.of(1);
            return List.of(
                    world(
                            new Zipf(5, 1),
                            outcome,
                            Verifier.of(1.2).withPersistence(0.6).with(new NoiseShares(0.2, 0, 0.5, 0.3))),
                    world(new Zipf(5, 1), outcome, Verifier.of(0.83, 0.27).withPersistence(0.6)));
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.EXACT, Method.AGGREGATED);
        }
    }

    @Nested
    class Verdicts extends Selections {

        @Override
        protected List<SyntheticWorld> worlds() {
            List<SyntheticWorld> worlds = new ArrayList<>();
            for (NoiseShares shares : Shares.ALL) {
                worlds.add(world(new Zipf(5, 1), Verifier.of(0.8, 0.2).with(shares)));
            }
            worlds.add(world(new Distinct(), Verifier.of(0.3, 0.02).with(Shares.ANSWER)));
            worlds.add(world(new Distinct(), Verifier.of(1, 0)));
            return worlds;
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.EXACT, Method.AGGREGATED);
        }
    }

    @Nested
    class SharedNoise extends Selections {

        @Override
        protected List<SyntheticWorld> worlds() {
            List<SyntheticWorld> worlds = new ArrayList<>();
            for (AnswerLaw law : List.of(new Zipf(5, 1), new Distinct(), new PitmanYor(0.5, 2), new Zipf(300, 0.3))) {
                worlds.add(world(law, Verifier.of(1.2).with(Shares.ANSWER)));
                worlds.add(world(law, Verifier.of(1.2).with(Shares.ANSWER_ALONE)));
                worlds.add(world(law, Verifier.of(1.2).with(Shares.ANSWER).with(new Hack(0.3, 2))));
            }
            worlds.add(world(new Zipf(5, 1), Verifier.of(1.2).with(new Hack(0.3, 2))));
            worlds.add(world(new PitmanYor(0.5, 2), Verifier.of(1.2).with(HEAVY).with(new Hack(0.3, 2))));
            worlds.add(world(new Zipf(5, 1), Verifier.of(1.2).with(HEAVY).with(new NoiseShares(0.3, 0.3, 0.4, 0))));
            worlds.add(world(new Distinct(), Verifier.of(1.2).with(HEAVY).with(Shares.ANSWER_ALONE)));
            worlds.add(world(new Zipf(5, 1), Verifier.of(8).with(Shares.ANSWER)));
            return worlds;
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.EXACT, Method.AGGREGATED);
        }
    }

    @Nested
    class SpreadAndSilence extends Selections {

        @Override
        protected List<SyntheticWorld> worlds() {
            Verifier spread = Verifier.of(1.2).with(Sensitivity.of(1).with(new Sensitivity.Spread.Normal(0.8)));
            Verifier rising = Verifier.of(1)
                    .with(new Sensitivity(new Sensitivity.Trend.Logit(1, 0.4), new Sensitivity.Spread.LogNormal(0.5)));
            Verifier answers = Verifier.of(1.2).with(Shares.ANSWER).with(new Hack(0.3, 2));
            return List.of(
                    world(new Zipf(5, 1), spread),
                    world(new PitmanYor(0.5, 2), rising.with(Shares.ANSWER)),
                    silent(world(new Zipf(5, 1), answers)),
                    silent(world(new PitmanYor(0.5, 2), spread.with(Shares.ANSWER_ALONE))),
                    silent(world(new Zipf(5, 1), Verifier.of(0.8, 0.2).with(Shares.ANSWER))),
                    world(
                            new Zipf(5, 1),
                            Verifier.of(0.8, 0.2).with(Shares.ANSWER).withGood(new NoiseShares(0.5, 0.1, 0, 0.4))));
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.EXACT, Method.AGGREGATED);
        }
    }

    @Nested
    class RightOnesShareOtherwise extends Selections {

        @Override
        protected List<SyntheticWorld> worlds() {
            Verifier verifier = Verifier.of(1.2).with(Shares.ANSWER);
            return List.of(
                    world(new Zipf(5, 1), verifier.withGood(new NoiseShares(0.5, 0.4, 0.1, 0))),
                    world(new PitmanYor(0.5, 2), verifier.withGood(new NoiseShares(0, 1, 0, 0))),
                    silent(world(new Zipf(5, 1), Verifier.of(1).withGood(Shares.PROBLEM))));
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.AGGREGATED);
        }
    }

    private static SyntheticWorld silent(SyntheticWorld world) {
        return new SyntheticWorld(
                world.problems(), world.policy().with(new Silence.OverProblems(new Beta(1, 2))), world.verifiers());
    }

    @Nested
    class LovedByTheProcessVerifier extends Selections {

        @Override
        protected List<Map<String, ?>> parameters() {
            return List.of(Map.of("aggregation", "last"));
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            Verifier process = Verifier.of(1.2).withPersistence(0.6).with(new Hack(0.3, 2));
            return List.of(
                    world(new Zipf(5, 1), Verifier.of(1), process),
                    world(new PitmanYor(0.5, 2), Verifier.of(1), process.with(Shares.PROBLEM)));
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.EXACT, Method.AGGREGATED);
        }
    }

    @Nested
    class TiedScores extends Selections {

        @Override
        protected List<SyntheticWorld> worlds() {
            NoiseShares problem = new NoiseShares(1, 0, 0, 0);
            return List.of(
                    world(new Zipf(5, 1), Verifier.of(0).with(Shares.ANSWER).with(new Hack(0.3, 2))),
                    world(new Zipf(5, 1), Verifier.of(1.2).with(problem)),
                    world(new Zipf(5, 1), Verifier.of(1.2).with(problem).with(new Hack(0.3, 2))),
                    world(new Distinct(), Verifier.of(1.2).with(problem).with(new Hack(0.3, 2))));
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.EXACT);
        }
    }
}
