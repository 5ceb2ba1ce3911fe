package overthink.strategies.shortcut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.MethodChoice;
import overthink.core.law.answer.Silence;
import overthink.core.law.answer.Zipf;
import overthink.core.law.difficulty.Point;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.ScoreTable;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.run.Simulator;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;
import overthink.strategies.adaptive.ConfidenceStopProvider;
import overthink.strategies.adaptive.EarlyStoppingVoteProvider;
import overthink.strategies.selection.BestOfNProvider;
import overthink.strategies.voting.MajorityVoteProvider;
import overthink.strategies.voting.WeightedVoteProvider;

/** Where a law has no shortcut, it is declined with the reason, and trials are played. */
class DeclinedLawsTest {

    private static final Verifier TABULATED = new Verifier(
            new Scoring.Tabulated(new ScoreTable(0, 1), new ScoreTable(-1, 0)),
            NoiseShares.CANDIDATE,
            new NoiseLaw.Gaussian(),
            0,
            Hack.NONE);

    private static SyntheticWorld world(Silence silence, Verifier verifier) {
        return new SyntheticWorld(
                new Problems(new Point(0.3), 2),
                Policy.FLAT.with(new Zipf(5, 1)).with(silence),
                Verifiers.outcome(verifier));
    }

    private static String refusal(SyntheticWorld world, StrategyProvider provider, MethodChoice method) {
        ConfiguredStrategy strategy = ConfiguredStrategy.of(provider, Map.of());
        Budgets budgets = Budgets.generations(1, 4);
        assertTrue(Simulator.method(world, budgets, strategy, MethodChoice.AUTO).isPresent());
        return Simulator.refusal(world, budgets, strategy, method).orElse("");
    }

    @Test
    void votes_ofCandidatesWithoutAnAnswer_areNotExact() {
        SyntheticWorld world = world(new Silence.Share(0.1), Verifier.of(1));
        for (StrategyProvider provider :
                List.of(new MajorityVoteProvider(), new WeightedVoteProvider(), new EarlyStoppingVoteProvider())) {
            String reason = refusal(world, provider, MethodChoice.EXACT);
            assertTrue(reason.contains("some candidates give no answer"), provider.name() + ": " + reason);
        }
        assertEquals("", refusal(world, new MajorityVoteProvider(), MethodChoice.AGGREGATED));
        assertTrue(refusal(world, new WeightedVoteProvider(), MethodChoice.AGGREGATED)
                .contains("some candidates give no answer"));
        assertEquals("", refusal(world, new BestOfNProvider(), MethodChoice.EXACT));
    }

    @Test
    void tables_ofScores_haveNoShortcut() {
        SyntheticWorld world = world(Silence.NONE, TABULATED);
        for (StrategyProvider provider : List.of(new BestOfNProvider(), new ConfidenceStopProvider())) {
            String reason = refusal(world, provider, MethodChoice.EXACT);
            assertTrue(reason.contains("scores follow tables"), provider.name() + ": " + reason);
        }
        assertTrue(
                refusal(world, new BestOfNProvider(), MethodChoice.AGGREGATED).contains("scores follow tables"));
    }

    @Test
    void shares_ofRightOnesAlone_haveNoIntegral() {
        SyntheticWorld world = world(Silence.NONE, Verifier.of(1).withGood(new NoiseShares(0.5, 0, 0.5, 0)));
        assertTrue(refusal(world, new BestOfNProvider(), MethodChoice.EXACT).contains("share noise otherwise"));
        assertEquals("", refusal(world, new BestOfNProvider(), MethodChoice.AGGREGATED));
    }
}
