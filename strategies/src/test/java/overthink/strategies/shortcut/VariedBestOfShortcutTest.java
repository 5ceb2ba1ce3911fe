package overthink.strategies.shortcut;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.StrategyProvider;
import overthink.core.law.answer.Zipf;
import overthink.core.law.chain.ByDifficulty;
import overthink.core.law.difficulty.Levels;
import overthink.core.law.difficulty.Point;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Variation;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.world.Gathering;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.selection.BestOfNProvider;

/** Exact rows of best-of-n by verifiers that go by level, difficulty or depth, or whose scores come in few values. */
class VariedBestOfShortcutTest {

    private static final StrategyProvider PROVIDER = new BestOfNProvider();
    private static final Variation STEEP = new Variation.Difficulty(new ByDifficulty.Linear(2, 0.5));
    private static final Variation LEVELS = new Variation.Level(List.of("easy", "hard"), List.of(0.4, 1.8));

    private static Verifier graded(Variation d, int values) {
        return varied(new Scoring.VariedGrade(d, Sensitivity.NO_SPREAD, Scoring.Graded.of(0), values));
    }

    private static Verifier varied(Scoring scoring) {
        return new Verifier(scoring, NoiseShares.CANDIDATE, new NoiseLaw.Gaussian(), 0, Hack.NONE);
    }

    private static Verifier verdicts() {
        return varied(new Scoring.VariedVerdict(
                new Variation.Difficulty(new ByDifficulty.Linear(0.5, 0.9)),
                new Variation.Difficulty(new ByDifficulty.Linear(0.4, 0.1))));
    }

    /** Ten problems of two levels. */
    private static SyntheticWorld levelled(Verifier outcome) {
        SyntheticWorld world = ExactRows.problems(new Zipf(5, 1), Verifier.of(1));
        Problems problems = new Problems(
                new Levels(List.of(
                        new Levels.Level("easy", 0.5, new Point(0.6)), new Levels.Level("hard", 0.5, new Point(0.2)))),
                10,
                Gathering.SPREAD);
        return world.with(problems, world.policy(), Verifiers.outcome(outcome));
    }

    @Nested
    class Outcome extends ExactRows {

        Outcome() {
            super(PROVIDER, List.of(Map.of()));
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            return List.of(
                    world(new Zipf(5, 1), graded(STEEP, 4).with(Shares.PROBLEM)),
                    levelled(graded(LEVELS, 0)),
                    levelled(graded(LEVELS, 3)),
                    world(new Zipf(5, 1), graded(STEEP, 0).with(new NoiseShares(0.2, 0.3, 0.5, 0))),
                    world(new Zipf(5, 1), verdicts().with(Shares.PROBLEM)));
        }
    }

    /** The last step's score is that of the greatest depth. */
    @Nested
    class LastStep extends ExactRows {

        LastStep() {
            super(PROVIDER, List.of(Map.of("aggregation", "last")));
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            return List.of(
                    world(new Zipf(5, 1), Verifier.of(1), graded(new Variation.Depth(0, 2), 5)),
                    world(
                            new Zipf(5, 1),
                            Verifier.of(1),
                            varied(new Scoring.VariedVerdict(new Variation.Depth(0.2, 0.9), Variation.of(0.3)))));
        }
    }

    @Test
    void roundedScores_ofAnswersThatShareNoise_areRefused() {
        SyntheticWorld world = levelled(graded(LEVELS, 3).with(new NoiseShares(0, 0.5, 0.5, 0)));
        String reason = ExactRows.refusal(world, PROVIDER, Map.of(), 4);
        assertTrue(reason.contains("come in few values"), reason);
    }
}
