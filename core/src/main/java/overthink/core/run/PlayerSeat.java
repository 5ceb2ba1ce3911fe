package overthink.core.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.ShardHost;
import overthink.core.fault.Fault;
import overthink.core.model.DrawnWorld;
import overthink.core.route.RoutePlan;
import overthink.core.trial.Tally;
import overthink.core.trial.TrialGroups;

/** A worker that plays the shards of one order after the other, watched by the thread that brings them. */
final class PlayerSeat implements ShardDesk {

    private static final long GLANCE_MILLIS = 100;

    private final Experiment experiment;
    private final DrawnWorld drawn;
    private final Execution execution;
    private final TrialGroups groups;
    private final ShardSequence sequence;
    private final List<StrategyRun> runs = new ArrayList<>();
    private Worker worker;

    // the order in hand; guarded by this
    private List<Shard> shards = List.of();
    private final List<ShardHost.Outcome> outcomes = new ArrayList<>();
    private byte @Nullable [] sums;
    private int dealt;
    private @Nullable Throwable broken;
    private boolean closed;

    PlayerSeat(Experiment experiment, DrawnWorld drawn, List<RoutePlan> plans, Execution execution) {
        this.experiment = experiment;
        this.drawn = drawn;
        this.execution = execution;
        groups = TrialGroups.of(drawn.size()).ofShard();
        sequence = new ShardSequence(drawn.size());
        int budgets = experiment.budgets().size();
        for (int i = 0; i < plans.size(); i++) {
            ConfiguredStrategy strategy = experiment.strategies().get(i);
            runs.add(new StrategyRun(
                    strategy,
                    plans.get(i).route(),
                    new Tally(0, budgets, TrialGroups.of(drawn.size())),
                    budgets,
                    false));
        }
        worker = start();
    }

    private Worker start() {
        Worker started = new Worker(this, experiment, drawn, groups);
        started.start();
        return started;
    }

    /** Has the shards of an order played. */
    List<ShardHost.Outcome> play(ShardHost.Order order) throws InterruptedException {
        StrategyRun run = runs.get(order.strategy());
        begin(run, order);
        long patienceNanos = execution.patience().toNanos();
        while (!over()) {
            if (worker.giveUpIfStuck(patienceNanos)) {
                fail(run);
                worker = start();
            }
        }
        return outcomes(run);
    }

    private synchronized void begin(StrategyRun run, ShardHost.Order order) {
        run.follow(order);
        outcomes.clear();
        dealt = 0;
        shards = run.failed()
                ? List.of()
                : order.shards().stream()
                        .map(number -> sequence.shard(run, number))
                        .toList();
        for (int i = shards.size(); i < order.shards().size(); i++) {
            outcomes.add(new ShardHost.LeftOut());
        }
        notifyAll();
    }

    /** Whether all are played, after waiting for that for a glance at most. */
    private synchronized boolean over() throws InterruptedException {
        long until = System.nanoTime() + GLANCE_MILLIS * 1_000_000;
        long left = GLANCE_MILLIS;
        while (broken == null && outcomes.size() < shards.size() && left > 0) {
            wait(left);
            left = (until - System.nanoTime()) / 1_000_000;
        }
        if (broken instanceof OutOfMemoryError) {
            throw (OutOfMemoryError) new OutOfMemoryError(broken.getMessage()).initCause(broken);
        }
        if (broken != null) {
            throw new IllegalStateException("a thread of the run ended: " + broken, broken);
        }
        return outcomes.size() >= shards.size();
    }

    /** What there is, with a fault outside trials in the place of the first. */
    private synchronized List<ShardHost.Outcome> outcomes(StrategyRun run) {
        List<ShardHost.Outcome> all = new ArrayList<>(outcomes);
        if (run.disqualified()) {
            all.set(0, failed(run, true));
        }
        return all;
    }

    private static ShardHost.Failed failed(StrategyRun run, boolean outside) {
        Fault fault = run.fault();
        if (fault == null) {
            throw new IllegalStateException("a shard failed without a fault");
        }
        return new ShardHost.Failed(fault.kind(), fault.message(), outside);
    }

    /** The shard in hand failed. */
    private synchronized void fail(StrategyRun run) {
        outcomes.add(failed(run, false));
    }

    @Override
    public synchronized @Nullable Shard take() {
        while (dealt == shards.size()) {
            if (closed) {
                return null;
            }
            try {
                wait();
            } catch (InterruptedException leftover) {
                // a strategy's doing; nobody ends a worker so
            }
        }
        return shards.get(dealt++);
    }

    @Override
    public byte @Nullable [] recall(Shard shard) {
        return null;
    }

    @Override
    public synchronized void keep(Shard shard, Tally tally) {
        sums = tally.bytes();
    }

    @Override
    public void spend(Shard shard, Tally tally) {
        // whoever has all sums adds them up
    }

    @Override
    public synchronized void finished(Shard shard, @Nullable Tally tally, double seconds) {
        byte[] kept = sums;
        sums = null;
        shard.run().took(seconds);
        if (tally != null && kept != null) {
            outcomes.add(new ShardHost.Played(kept, seconds));
        } else if (shard.run().failedAt(shard.number())) {
            outcomes.add(failed(shard.run(), false));
        } else {
            outcomes.add(new ShardHost.LeftOut());
        }
        notifyAll();
    }

    @Override
    public synchronized void broke(Throwable thrown) {
        broken = thrown;
        notifyAll();
    }

    @Override
    public synchronized boolean stopped() {
        return closed;
    }

    @Override
    public boolean replays(Shard shard) {
        return execution.oversight().replays(shard.number());
    }

    @Override
    public double mostSeconds() {
        return execution.oversight().mostSeconds();
    }

    /** Ends its worker once that has nothing in hand. */
    synchronized void close() {
        closed = true;
        shards = List.of();
        dealt = 0;
        notifyAll();
    }
}
