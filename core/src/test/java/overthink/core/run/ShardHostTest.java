package overthink.core.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.core.experiment.Checkpoint;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Oversight;
import overthink.core.experiment.Progress;
import overthink.core.experiment.ShardHost;
import overthink.core.experiment.TrialPlan;
import overthink.core.results.Results;

/** Runs whose shards are played elsewhere give what they give here. */
class ShardHostTest {

    private static final int PROBLEMS = 12;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static Experiment sound(TrialPlan plan) {
        return RandomChoices.experiment(PROBLEMS, plan);
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
                    new ShardPlayer(experiment, execution, RandomChoices.plans(experiment)),
                    new ShardPlayer(experiment, execution, RandomChoices.plans(experiment)));
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
        return ExperimentRun.followPlans(experiment, RandomChoices.plans(experiment), execution);
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

    /** Whoever forgets a player does not know whether it has orders in hand: their threads end with them. */
    @Test
    void close_withAnOrderInHand_endsItsThreadAfterIt() throws InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        List<ShardPlayer> forgotten = new ArrayList<>();
        Experiment experiment =
                RandomChoices.experiment(PROBLEMS, new TrialPlan.Count(1), Given.of("forgotten", true, session -> {
                    threads.add(Thread.currentThread());
                    forgotten.forEach(ShardPlayer::close);
                    RandomChoices.ANY.run(session);
                }));
        Players players = new Players(experiment, Oversight.NONE);
        forgotten.addAll(players.players);
        Results elsewhere = run(experiment, here(Oversight.NONE).on(players));
        assertTrue(elsewhere.faults().isEmpty(), () -> elsewhere.faults().toString());
        for (Thread thread : threads) {
            thread.join(5_000);
            assertFalse(thread.isAlive(), thread::getName);
        }
        assertFalse(threads.isEmpty());
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
            RandomChoices.ANY.run(session);
            if (session.random().nextInt(500) == 0) {
                throw new IllegalStateException("one in 500");
            }
        };
        // what nobody can end would keep a processor from the tests that follow
        AtomicBoolean over = new AtomicBoolean();
        Strategy endless = session -> {
            RandomChoices.ANY.run(session);
            while (!over.get()) {
                Thread.onSpinWait();
            }
        };
        List<StrategyProvider> faulty = List.of(
                Given.of("throwing", true, throwing),
                Given.of("endless", false, endless),
                new Given("unmade", true, () -> {
                    throw new IllegalStateException("none today");
                }),
                new Given("remembering", true, Remembering::new));
        for (StrategyProvider one : faulty) {
            Experiment experiment = RandomChoices.experiment(
                    PROBLEMS, new TrialPlan.Count(600), one, Given.of("once", true, RandomChoices.ANY));
            Oversight checking = new Oversight(one.name().equals("remembering"), Optional.empty());
            Results local = run(experiment, here(checking));
            Results elsewhere = run(experiment, here(checking).on(new Players(experiment, checking)));
            assertEquals(1, local.faults().size(), one.name());
            assertEquals(local.faults(), elsewhere.faults());
            assertEquals(local.rows(), elsewhere.rows());
        }
        over.set(true);
    }

    /** A strategy that stops generating after some trials. */
    private static final class Remembering implements Strategy {

        private int played;

        @Override
        public void run(Session session) {
            if (played++ < 100) {
                RandomChoices.ANY.run(session);
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
