package overthink.strategies.shortcut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Method;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.MethodChoice;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.Zipf;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.run.Simulator;
import overthink.strategies.policies.EnsembleVoteProvider;
import overthink.strategies.voting.MajorityVoteProvider;

/**
 * Exact rows of a vote of several policies that differ in all that policies differ in. What few candidates come to stands in
 * {@link overthink.core.exact.voting}.
 */
class EnsembleVoteShortcutTest {

    private static final StrategyProvider PROVIDER = new EnsembleVoteProvider();

    @Nested
    class AFewOfEach extends ExactRows {

        AFewOfEach() {
            super(
                    PROVIDER,
                    List.of(Map.of("samples", 2L), Map.of("samples", 4L, "policies", List.of("better", "usual"))));
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            SyntheticWorld world = world(new Zipf(2, 1), Verifier.of(1));
            return List.of(Pools.voters(world, new Distinct(), 0.6), Pools.voters(world, new Distinct(), 1));
        }
    }

    private static double accuracy(SyntheticWorld world, StrategyProvider provider, Map<String, ?> given, long budget) {
        return ExactRows.row(world, provider, given, budget).accuracy();
    }

    /** One of each that differ: the first answers. Two of the first and one of the second: the wrong answers add up or do not. */
    @Test
    void votes_ofTwoAndThree_haveTheClosedForm() {
        assertEquals(0.4, accuracy(Pools.two(0.4, 0.7, 1, 1), PROVIDER, Map.of(), 2), 1e-12);
        double rightTwice = 0.16 * 0.3 + 2 * 0.4 * 0.6 * 0.7 + 0.16 * 0.7;
        assertEquals(rightTwice, accuracy(Pools.two(0.4, 0.7, 1, 1), PROVIDER, Map.of(), 3), 1e-12, "all err alike");
        // with mistakes of their own: true, wrong and wrong of the other, of which the first answers, is one case more
        double apart = rightTwice + 0.5 * 2 * 0.4 * 0.6 * 0.3;
        assertEquals(apart, accuracy(Pools.two(0.4, 0.7, 1, 0), PROVIDER, Map.of(), 3), 1e-12);
    }

    @Test
    void onePolicy_isItsVote() {
        for (long budget : new long[] {1, 2, 5, 12}) {
            assertEquals(
                    accuracy(Pools.two(0.4, 0.7, 1, 0.5), new MajorityVoteProvider(), Map.of(), budget),
                    accuracy(Pools.two(0.4, 0.7, 1, 0.5), PROVIDER, Map.of("policies", List.of("one")), budget),
                    1e-12);
        }
    }

    @Test
    void votes_ofMany_arePlayed() {
        ConfiguredStrategy strategy = ConfiguredStrategy.of(PROVIDER, Map.of());
        SyntheticWorld world = Pools.two(0.4, 0.7, 1, 0.5);
        assertEquals(
                Optional.of(Method.EXACT),
                Simulator.method(world, Budgets.generations(2, 9), strategy, MethodChoice.AUTO));
        assertEquals(
                Optional.of(Method.SIMULATED),
                Simulator.method(world, Budgets.generations(2, 900), strategy, MethodChoice.AUTO));
        String reason = ExactRows.refusal(world, PROVIDER, Map.of(), 900);
        assertTrue(reason.contains("takes too long"), reason);
    }
}
