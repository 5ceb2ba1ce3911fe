package overthink.core.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Parameters;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.estimate.BinPlan;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.Checkpoint;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Observation;
import overthink.core.experiment.Oversight;
import overthink.core.experiment.Progress;
import overthink.core.experiment.ShardHost;
import overthink.core.experiment.TrialPlan;
import overthink.core.law.answer.Zipf;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Price;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.Beta;
import overthink.core.law.step.StepProfile;
import overthink.core.model.SyntheticWorld;
import overthink.core.results.Results;
import overthink.core.route.Route;
import overthink.core.route.RoutePlan;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/** Runs whose shards are played elsewhere give what they give here. */
class ShardHostTest {

    private static final int PROBLEMS = 12;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Tokens vary, and each takes and costs something, so that what trials spend spreads. */
    private static final Policy VARYING = new Policy(
            new CountLaw.Constant(1),
            0,
            StepProfile.UNIFORM,
            new Zipf(5, 1),
            new CountLaw.Constant(10),
            new CountLaw.UniformCount(1, 400),
            new Tariff(1, new Price(1, 2), new Latency(0.1, 0.01, 4)));

    /** A strategy made anew by somebody; in one pass, or in one for each budget. */
    private record Named(String name, boolean isAnytime, Function<Parameters, Strategy> maker)
            implements StrategyProvider {

        @Override
        public String summary() {
            return name;
        }

        @Override
        public boolean anytime(Parameters parameters) {
            return isAnytime;
        }

        @Override
        public Strategy create(Parameters parameters) {
            return maker.apply(parameters);
        }
    }

    private static void either(Session session) {
        while (session.generate() != Session.NONE) {
            session.commit(session.random().nextInt(session.size()));
        }
    }

    private static Experiment experiment(TrialPlan plan, StrategyProvider... providers) {
        List<ConfiguredStrategy> strategies = new ArrayList<>();
        for (StrategyProvider provider : providers) {
            strategies.add(ConfiguredStrategy.of(provider, Map.of()));
        }
        return new Experiment(
                        new SyntheticWorld(new Problems(new Beta(0.9, 1.6), PROBLEMS), VARYING, Verifiers.NONE),
                        Budgets.generations(1, 2, 8),
                        strategies,
                        plan,
                        new BinPlan.Thresholds(),
                        11)
                .observing(Set.of(Observation.values()));
    }

    private static Experiment sound(TrialPlan plan) {
        return experiment(
                plan,
                new Named("once", true, parameters -> ShardHostTest::either),
                new Named("anew", false, parameters -> ShardHostTest::either));
    }

    private static List<RoutePlan> plans(Experiment experiment) {
        return Collections.nCopies(experiment.strategies().size(), RoutePlan.of(Route.PLAIN));
    }

    /** Two players, which take orders in turn. */
    private static final class Players implements ShardHost {

        private final List<ShardPlayer> players;
        private final AtomicInteger orders = new AtomicInteger();
        private final AtomicInteger shards = new AtomicInteger();

        Players(Experiment experiment, Oversight oversight) {
            Execution execution = new Execution(
                    1, PATIENCE, Progress.SILENT, Checkpoint.NONE, () -> false, false, oversight, Optional.empty());
            players = List.of(
                    new ShardPlayer(experiment, execution, plans(experiment)),
                    new ShardPlayer(experiment, execution, plans(experiment)));
        }

        @Override
        public int places() {
            return 3;
        }

        @Override
        public @Nullable List<Outcome> play(Order order) {
            shards.addAndGet(order.shards().size());
            try {
                return players.get(orders.getAndIncrement() % players.size()).play(order);
            } catch (InterruptedException e) {
                return null;
            }
        }
    }

    private static Execution here(Oversight oversight) {
        return new Execution(
                2, PATIENCE, Progress.SILENT, Checkpoint.NONE, () -> false, false, oversight, Optional.empty());
    }

    private static Results run(Experiment experiment, Execution execution) {
        return ExperimentRun.followPlans(experiment, plans(experiment), execution);
    }

    @Tag("slow")
    @Test
    void run_elsewhere_givesTheSameWithAndWithoutPilots() {
        for (TrialPlan plan : List.of(new TrialPlan.Count(600), new TrialPlan.Precision(0.05))) {
            Experiment experiment = sound(plan);
            Results local = run(experiment, here(Oversight.NONE));
            Players players = new Players(experiment, Oversight.NONE);
            Results elsewhere = run(experiment, here(Oversight.NONE).on(players));
            assertEquals(local.rows(), elsewhere.rows());
            assertEquals(local.differences(), elsewhere.differences());
            assertTrue(players.orders.get() < players.shards.get(), "several shards go at a time");
        }
        Experiment other = sound(new TrialPlan.Count(601));
        assertNotEquals(
                run(sound(new TrialPlan.Count(600)), here(Oversight.NONE)).rows(),
                run(other, here(Oversight.NONE).on(new Players(other, Oversight.NONE)))
                        .rows(),
                "rows that can differ");
    }

    /** What is kept of a run elsewhere is what is kept of one here, so that either goes on with the other's. */
    @Tag("slow")
    @Test
    void run_elsewhere_keepsTheSameSums() {
        Experiment experiment = sound(new TrialPlan.Count(600));
        Map<Checkpoint.Shard, byte[]> local = new ConcurrentHashMap<>();
        Map<Checkpoint.Shard, byte[]> elsewhere = new ConcurrentHashMap<>();
        run(experiment, here(Oversight.NONE).keeping(in(local)));
        Players players = new Players(experiment, Oversight.NONE);
        run(experiment, here(Oversight.NONE).keeping(in(elsewhere)).on(players));
        assertEquals(local.keySet(), elsewhere.keySet());
        local.forEach((shard, sums) -> assertArrayEquals(sums, elsewhere.get(shard), shard::toString));
        int played = players.shards.get();
        elsewhere.keySet().removeIf(shard -> shard.number() % 2 == 0);
        int gone = local.size() - elsewhere.size();
        Results resumed =
                run(experiment, here(Oversight.NONE).keeping(in(elsewhere)).on(players));
        assertEquals(gone, players.shards.get() - played, "what is kept is not played again");
        assertEquals(run(experiment, here(Oversight.NONE)).rows(), resumed.rows());
    }

    private static Checkpoint in(Map<Checkpoint.Shard, byte[]> kept) {
        return new Checkpoint() {
            @Override
            public byte @Nullable [] recall(Shard shard) {
                return kept.get(shard);
            }

            @Override
            public void keep(Shard shard, byte[] sums) {
                kept.put(shard, sums);
            }
        };
    }

    /** Throws in one trial of 500, does not come back, or keeps something: what is said of it is the same. */
    @Tag("slow")
    @Test
    void run_ofStrategiesThatFail_saysTheSame() {
        Strategy throwing = session -> {
            either(session);
            if (session.random().nextInt(500) == 0) {
                throw new IllegalStateException("one in 500");
            }
        };
        Strategy endless = session -> {
            either(session);
            while (true) {
                Thread.onSpinWait();
            }
        };
        List<StrategyProvider> faulty = List.of(
                new Named("throwing", true, parameters -> throwing),
                new Named("endless", false, parameters -> endless),
                new Named("unmade", true, parameters -> {
                    throw new IllegalStateException("none today");
                }),
                new Named("remembering", true, parameters -> new Remembering()));
        for (StrategyProvider one : faulty) {
            Experiment experiment = experiment(
                    new TrialPlan.Count(600), one, new Named("once", true, parameters -> ShardHostTest::either));
            Oversight checking = new Oversight(one.name().equals("remembering"), Optional.empty());
            Results local = run(experiment, here(checking));
            Results elsewhere = run(experiment, here(checking).on(new Players(experiment, checking)));
            assertEquals(1, local.faults().size(), one.name());
            assertEquals(local.faults(), elsewhere.faults());
            assertEquals(local.rows(), elsewhere.rows());
        }
    }

    /** A strategy that stops generating after some trials. */
    private static final class Remembering implements Strategy {

        private int played;

        @Override
        public void run(Session session) {
            if (played++ < 100) {
                either(session);
            } else if (session.generate() != Session.NONE) {
                session.commit(0);
            }
        }
    }

    @Test
    void run_whoseHostGivesUp_saysWhy() {
        RuntimeException reason = new RuntimeException("all machines are gone");
        ShardHost gone = new ShardHost() {
            @Override
            public int places() {
                return 1;
            }

            @Override
            public List<Outcome> play(Order order) {
                throw reason;
            }
        };
        Experiment experiment = sound(new TrialPlan.Count(600));
        assertSame(
                reason,
                assertThrows(
                        RuntimeException.class,
                        () -> run(experiment, here(Oversight.NONE).on(gone))));
    }
}
