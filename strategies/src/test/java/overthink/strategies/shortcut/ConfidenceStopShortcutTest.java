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
import overthink.core.law.answer.Zipf;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.testkit.ShortcutContract;
import overthink.strategies.adaptive.ConfidenceStopProvider;

class ConfidenceStopShortcutTest {

    private static final NoiseLaw HEAVY = new NoiseLaw.StudentT(3.5);

    private abstract static class Stops extends ShortcutContract {

        @Override
        protected StrategyProvider provider() {
            return new ConfidenceStopProvider();
        }

        @Override
        protected List<Map<String, ?>> parameters() {
            return List.of(Map.of("threshold", 0.8), Map.of("threshold", 0.95, "batch", 3L, "max-gens", 25L));
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

    @Nested
    class IndependentScores extends Stops {

        @Override
        protected List<Map<String, ?>> parameters() {
            return List.of(
                    Map.of(),
                    Map.of("threshold", 0.7, "batch", 20L),
                    Map.of("threshold", 0.0, "batch", 2L),
                    Map.of("threshold", 1.0, "max-gens", 10L));
        }

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
                    world(new Distinct(), graded.with(new Hack(0.3, 2))));
        }
    }

    @Nested
    class SharedNoise extends Stops {

        @Override
        protected List<SyntheticWorld> worlds() {
            List<SyntheticWorld> worlds = new ArrayList<>();
            worlds.add(world(new Zipf(5, 1), Verifier.of(1.2).with(Shares.PROBLEM)));
            for (AnswerLaw law : List.of(new Zipf(5, 1), new Distinct(), new PitmanYor(0.5, 2))) {
                worlds.add(world(law, Verifier.of(1.2).with(Shares.ANSWER)));
                worlds.add(world(law, Verifier.of(1.2).with(Shares.ANSWER_ALONE)));
            }
            worlds.add(
                    world(new Zipf(5, 1), Verifier.of(1.2).with(Shares.ANSWER).with(new Hack(0.3, 2))));
            worlds.add(world(new Zipf(5, 1), Verifier.of(1.2).with(HEAVY).with(new NoiseShares(0.3, 0.3, 0.4, 0))));
            return worlds;
        }
    }

    @Nested
    class LastStep extends Stops {

        @Override
        protected List<Map<String, ?>> parameters() {
            return List.of(Map.of("aggregation", "last", "threshold", 0.8, "batch", 2L));
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            NoiseShares shares = new NoiseShares(0.2, 0, 0.5, 0.3);
            return List.of(
                    world(
                            new Zipf(5, 1),
                            Verifier.of(1),
                            Verifier.of(1.2).withPersistence(0.6).with(shares)),
                    world(
                            new Zipf(5, 1),
                            Verifier.of(1),
                            Verifier.of(0.83, 0.27).withPersistence(0.6)));
        }
    }

    /** Scores are ln 4 and −ln 4 or so: thresholds that both reach, that the accepted reach, and that none does. */
    @Nested
    class Verdicts extends Stops {

        @Override
        protected List<Map<String, ?>> parameters() {
            return List.of(
                    Map.of("threshold", 0.1, "batch", 3L),
                    Map.of("threshold", 0.7),
                    Map.of("threshold", 0.7, "batch", 4L, "max-gens", 18L),
                    Map.of("threshold", 0.9, "max-gens", 30L));
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            return List.of(
                    world(new Zipf(5, 1), Verifier.of(0.8, 0.2)),
                    world(new Zipf(5, 1), Verifier.of(0.8, 0.2).with(Shares.ANSWER)));
        }
    }

    /** Scores are next to ½ where d is 0, and equal where all noise is the problem's; equal is enough. */
    @Nested
    class TiedScores extends Stops {

        @Override
        protected List<Map<String, ?>> parameters() {
            return List.of(Map.of("threshold", 0.5, "batch", 3L), Map.of("threshold", 0.51, "max-gens", 20L));
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            NoiseShares problem = new NoiseShares(1, 0, 0, 0);
            return List.of(
                    world(new Zipf(5, 1), Verifier.of(0).with(Shares.ANSWER).with(new Hack(0.3, 2))),
                    world(new Zipf(5, 1), Verifier.of(1.2).with(problem)),
                    world(new Distinct(), Verifier.of(1.2).with(problem).with(new Hack(0.3, 2))));
        }
    }
}
