package overthink.strategies.shortcut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.Method;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.MethodChoice;
import overthink.core.law.answer.UniformAnswers;
import overthink.core.law.chain.ByDifficulty;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.MergeLaw;
import overthink.core.law.chain.Revision;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.run.Simulator;
import overthink.core.testkit.ShortcutContract;
import overthink.core.world.Policy;
import overthink.strategies.merging.AggregateProvider;
import overthink.strategies.merging.DebateProvider;
import overthink.strategies.serial.ReviseProvider;
import overthink.strategies.serial.UntilFinishedProvider;

/** The closed forms of chains and merging, as rows, against trials. */
class ChainShortcutsTest {

    private static final ChainLaw LAW = ChainLaw.of(
                    new Revision.Tendency(new ByDifficulty.Linear(0.6, 0.2), ByDifficulty.of(0.5)))
            .withTold(new Revision.Rates(ByDifficulty.of(0.3), ByDifficulty.of(0.4)))
            .withStop(0.4, 0.1);

    /** What was read before in a trial costs a quarter. */
    private static SyntheticWorld cached(Policy policy) {
        Tariff old = policy.tariff();
        Price price = new Price(
                old.price().input(), OptionalDouble.of(0.025), old.price().output());
        return with(policy.with(new Tariff(old.parameters(), price, old.latency())));
    }

    private static SyntheticWorld with(Policy policy) {
        SyntheticWorld world = ShortcutContractWorlds.plain();
        return new SyntheticWorld(world.problems(), policy, world.verifiers());
    }

    private static Policy policy() {
        return ShortcutContractWorlds.plain().policy();
    }

    /** Opens what the contract's subclasses see. */
    private abstract static class ShortcutContractWorlds extends ShortcutContract {

        static SyntheticWorld plain() {
            return world(new UniformAnswers(4), Verifier.of(1));
        }
    }

    /** Fewer trials: four strategies are compared. */
    private abstract static class Small extends ShortcutContract {

        @Override
        protected int trials() {
            return 400;
        }

        @Override
        protected Set<Method> claims() {
            return Set.of(Method.EXACT);
        }
    }

    @Nested
    class Revised extends Small {

        @Override
        protected StrategyProvider provider() {
            return new ReviseProvider();
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            return List.of(
                    with(policy().with(LAW)), with(policy().with(LAW.withDrift(0.2))), cached(policy().with(LAW)));
        }

        @Override
        protected List<Map<String, ?>> parameters() {
            return List.of(Map.of(), Map.of("tell", true, "most", 5));
        }
    }

    @Nested
    class Finished extends Small {

        @Override
        protected StrategyProvider provider() {
            return new UntilFinishedProvider();
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            return List.of(with(policy().with(LAW)), with(policy().with(LAW.withDrift(-0.2))));
        }
    }

    @Nested
    class Merged extends Small {

        @Override
        protected StrategyProvider provider() {
            return new AggregateProvider();
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            return List.of(
                    with(policy().with(MergeLaw.of(0.2, 3))),
                    with(policy().with(MergeLaw.of(0, 0))),
                    cached(policy().with(MergeLaw.of(0, 2))));
        }

        @Override
        protected List<Map<String, ?>> parameters() {
            return List.of(Map.of(), Map.of("samples", 5));
        }
    }

    @Nested
    class Debated extends Small {

        @Override
        protected StrategyProvider provider() {
            return new DebateProvider();
        }

        @Override
        protected List<SyntheticWorld> worlds() {
            return List.of(with(policy().with(MergeLaw.of(0.2, 3))), cached(policy().with(MergeLaw.of(0.2, 3))));
        }

        @Override
        protected List<Map<String, ?>> parameters() {
            return List.of(Map.of("select", "first"), Map.of("select", "first", "agents", 4, "rounds", 2));
        }
    }

    private static Optional<String> refusal(StrategyProvider provider, Policy policy) {
        return Simulator.refusal(
                with(policy), Budgets.generations(4), ConfiguredStrategy.of(provider, Map.of()), MethodChoice.EXACT);
    }

    @Test
    void exact_whereNoClosedFormIsKnown_isRefused() {
        StrategyProvider revise = new ReviseProvider();
        assertEquals(Optional.empty(), refusal(revise, policy().with(LAW)));
        assertTrue(refusal(revise, policy().with(LAW.withAvoidance(0.5, 4)))
                .orElseThrow()
                .contains("avoid"));
        assertTrue(refusal(revise, policy().with(LAW.withTokens(new CountLaw.Constant(3))))
                .orElseThrow()
                .contains("tokens"));
        assertTrue(refusal(revise, policy().with(LAW.withDrift(1e-3)))
                .orElseThrow()
                .contains("drift"));
    }
}
