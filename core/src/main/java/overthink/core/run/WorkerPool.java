package overthink.core.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.Checkpoint;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.ShardHost;
import overthink.core.model.DrawnWorld;
import overthink.core.trial.Tally;
import overthink.core.trial.TrialGroups;

/**
 * The worker threads of an experiment, or those that have a host play. A round deals its shards out, those of each strategy in
 * order; the thread that called watches, reports progress, and gives up a worker whose strategy does not come back.
 */
final class WorkerPool implements ShardDesk, AutoCloseable {

    private static final long GLANCE_MILLIS = 100;

    /** How long a run that is asked to stop waits for what is in hand. */
    private static final long GRACE_NANOS = 2_000_000_000L;

    /** Orders for each place of a host: one that is played, and one that waits, so that no place ever does. */
    private static final int ORDERS = 2;

    /** The most shards of one strategy and problem that are dealt before another strategy's turn. */
    private static final long MOST_AT_A_TIME = 64;

    private final Experiment experiment;
    private final DrawnWorld drawn;
    private final List<StrategyRun> runs;
    private final Execution execution;
    private final TrialGroups groups;
    private final ShardSequence sequence;
    private int round;
    private long done;
    private long steps;
    private final List<Worker> workers = new ArrayList<>();
    private final List<Courier> couriers = new ArrayList<>();
    private long planned;

    // the round in hand; guarded by this
    private final long[] dealt;
    private final double[] workDone;
    private int dealing;
    private int atWork;
    private boolean closed;
    /** When a run that was asked to stop waits no longer; 0 while nobody asked. */
    private long giveUpAt;

    private @Nullable Throwable broken;
    private boolean hostBroken;

    WorkerPool(Experiment experiment, DrawnWorld drawn, List<StrategyRun> runs, Execution execution) {
        this(experiment, drawn, runs, execution, TrialGroups.of(drawn.size()).ofShard());
    }

    /**
     * Threads for some runs.
     *
     * @param groups into which the trials of a shard are sorted
     */
    WorkerPool(
            Experiment experiment, DrawnWorld drawn, List<StrategyRun> runs, Execution execution, TrialGroups groups) {
        this.groups = groups;
        this.experiment = experiment;
        this.drawn = drawn;
        this.runs = runs;
        this.execution = execution;
        sequence = new ShardSequence(drawn.size());
        dealt = new long[runs.size()];
        workDone = new double[runs.size()];
    }

    /** Runs what the strategies' runs have planned; false when they have planned nothing. */
    boolean work() {
        long trials = 0;
        synchronized (this) {
            for (StrategyRun run : runs) {
                run.beginRound();
                trials += run.planned() * drawn.size();
            }
            if (trials == 0) {
                return false;
            }
            Arrays.fill(dealt, 0);
            Arrays.fill(workDone, 0);
            dealing = 0;
            atWork = 0;
            round++;
        }
        planned += trials;
        while (execution.host().isEmpty() && workers.size() < execution.threads()) {
            workers.add(start());
        }
        watch();
        return true;
    }

    private Worker start() {
        Worker worker = new Worker(this, experiment, drawn, groups);
        worker.start();
        return worker;
    }

    /** Sees to it that as many orders are under way as the host plays now. */
    private void startCouriers(ShardHost host) {
        int wanted = ORDERS * host.places();
        synchronized (this) {
            while (couriers.size() < wanted) {
                Courier courier = new Courier(this, host, Worker.tally(experiment, groups));
                couriers.add(courier);
                courier.start();
            }
        }
    }

    private void watch() {
        execution.host().ifPresent(this::startCouriers);
        synchronized (this) {
            notifyAll();
        }
        long patienceNanos = execution.patience().toNanos();
        while (!roundOver()) {
            execution.host().ifPresent(this::startCouriers);
            report();
            for (int i = 0; i < workers.size(); i++) {
                if (workers.get(i).giveUpIfStuck(patienceNanos)) {
                    lost();
                    workers.set(i, start());
                }
            }
        }
        report();
    }

    private void report() {
        long trials;
        long made;
        double seconds = 0;
        double later = 0;
        int places = execution.host().map(ShardHost::places).orElse(execution.threads());
        synchronized (this) {
            trials = done;
            made = steps;
            for (int i = 0; i < dealt.length; i++) {
                StrategyRun run = runs.get(i);
                double left = run.expectedWork(experiment.budgets()) * drawn.size() - workDone[i];
                seconds += run.failed() ? 0 : run.pace().seconds(Math.max(0, left)) / places;
                later += run.expectedLater() * drawn.size();
            }
        }
        execution.progress().report(trials, planned + (long) later, made);
        execution.progress().left(seconds);
    }

    /** Whether the round is over, after waiting for that for a glance at most. */
    private synchronized boolean roundOver() {
        long until = System.nanoTime() + GLANCE_MILLIS * 1_000_000;
        long left = GLANCE_MILLIS;
        try {
            while ((atWork > 0 || more()) && broken == null && left > 0) {
                wait(left);
                left = (until - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        }
        if (broken instanceof OutOfMemoryError) {
            throw (OutOfMemoryError) new OutOfMemoryError(broken.getMessage()).initCause(broken);
        }
        boolean stopped = stopped();
        if (hostBroken && !stopped && broken instanceof RuntimeException told) {
            throw told;
        }
        if (broken != null && !(hostBroken && stopped)) { // what ends this process ends the host's connection, too
            throw new IllegalStateException("a thread of the run ended: " + broken, broken);
        }
        if (stopped) {
            if (giveUpAt == 0) {
                giveUpAt = System.nanoTime() + GRACE_NANOS;
            }
            return atWork == 0 || System.nanoTime() - giveUpAt > 0;
        }
        return atWork == 0 && !more();
    }

    /** Whether the run was asked to stop: no further shard is dealt, and what is in hand is waited for a little. */
    @Override
    public boolean stopped() {
        return execution.stop().getAsBoolean();
    }

    /** Whether something of the round was left undone. */
    synchronized boolean cut() {
        return atWork > 0 || IntStream.range(0, runs.size()).anyMatch(run -> toDeal(run) > 0);
    }

    @Override
    public boolean replays(Shard shard) {
        return execution.oversight().replays(shard.number());
    }

    @Override
    public double mostSeconds() {
        return execution.oversight().mostSeconds();
    }

    @Override
    public byte @Nullable [] recall(Shard shard) {
        Thread.interrupted(); // a strategy's doing, which would close the file of a checkpoint
        return execution.checkpoint().recall(key(shard));
    }

    @Override
    public void keep(Shard shard, Tally sums) {
        Thread.interrupted();
        execution.checkpoint().keep(key(shard), sums.bytes());
    }

    @Override
    public void spend(Shard shard, Tally sums) {
        shard.run().tally().addSpendings(shard.problem(), sums);
    }

    private Checkpoint.Shard key(Shard shard) {
        return new Checkpoint.Shard(round, place(shard.run()), shard.number());
    }

    private int place(StrategyRun run) {
        return experiment.strategies().indexOf(run.strategy());
    }

    /** What a host is asked for. */
    ShardHost.Order order(StrategyRun run, List<Long> shards) {
        return run.order(place(run), shards);
    }

    @Override
    public synchronized @Nullable Shard take() {
        if (!await()) {
            return null;
        }
        StrategyRun run = runs.get(dealing);
        Shard shard = deal();
        if (dealt[dealing] % Math.min(sequence.perProblem(run), MOST_AT_A_TIME) == 0) {
            dealing = furthestBehind();
        }
        return shard;
    }

    /**
     * The next shards of one strategy for a host, waiting for a round that has some; null when the run is over. There are fewer
     * towards the end of a round, so that all places end at about the same time.
     *
     * @param most of a strategy's run
     */
    synchronized @Nullable List<Shard> takeHand(ToIntFunction<StrategyRun> most) {
        if (!await()) {
            return null;
        }
        dealing = furthestBehind();
        long left = 0;
        for (int i = 0; i < dealt.length; i++) {
            left += Math.max(0, toDeal(i));
        }
        long share = Math.max(1, left / (2L * couriers.size()));
        long size = Math.min(toDeal(dealing), Math.min(share, most.applyAsInt(runs.get(dealing))));
        List<Shard> hand = new ArrayList<>();
        while (hand.size() < size) {
            hand.add(deal());
        }
        return hand;
    }

    /** Waits for a round that has a shard to deal; false when the run is over. */
    private boolean await() {
        while (!more()) {
            if (closed) {
                return false;
            }
            try {
                wait();
            } catch (InterruptedException leftover) {
                // a strategy's doing; nobody ends a worker so
            }
        }
        return true;
    }

    private Shard deal() {
        atWork++;
        return sequence.shard(runs.get(dealing), dealt[dealing]++);
    }

    private boolean more() {
        if (stopped()) {
            return false;
        }
        if (!closed && toDeal(dealing) <= 0) {
            dealing = furthestBehind();
        }
        return !closed && toDeal(dealing) > 0;
    }

    private long toDeal(int run) {
        return sequence.count(runs.get(run)) - dealt[run];
    }

    /**
     * The run of which the least share was dealt. All of them come forward together, so that what is left takes as long as
     * what was done, share for share.
     */
    private int furthestBehind() {
        int behind = 0;
        double least = 2;
        for (int i = 0; i < dealt.length; i++) {
            double share = (double) dealt[i] / (dealt[i] + Math.max(0, toDeal(i)));
            if (toDeal(i) > 0 && share < least) {
                least = share;
                behind = i;
            }
        }
        return behind;
    }

    @Override
    public synchronized void finished(Shard shard, @Nullable Tally sums, double seconds) {
        if (closed) {
            return; // a run that was stopped did not wait for it
        }
        done += shard.to() - shard.from();
        if (sums != null) {
            for (int budget = 0; budget < experiment.budgets().size(); budget++) {
                steps += sums.sum(0, budget, Tally.STEPS);
            }
            shard.run().add(shard, sums);
        }
        double work = shard.run().work(experiment.budgets(), shard.from(), shard.to());
        workDone[runs.indexOf(shard.run())] += work;
        shard.run().took(seconds);
        if (sums != null && seconds > 0) {
            shard.run().pace().add(seconds, work);
        }
        atWork--;
        if (atWork == 0) {
            notifyAll();
        }
    }

    /** A shard will not be done: its strategy does not come back. */
    private synchronized void lost() {
        atWork--;
    }

    @Override
    public synchronized void broke(Throwable thrown) {
        broken = thrown;
        notifyAll();
    }

    /** No host plays any more: the run cannot go on. */
    synchronized void hostBroke(Throwable thrown) {
        hostBroken = true;
        broke(thrown);
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
