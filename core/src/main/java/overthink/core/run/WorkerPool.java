package overthink.core.run;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.Checkpoint;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Oversight;
import overthink.core.model.DrawnWorld;
import overthink.core.trial.Tally;
import overthink.core.trial.TrialGroups;

/**
 * The worker threads of an experiment. A round deals its shards out, those of each strategy in order; the thread that called
 * watches, reports progress, and gives up a worker whose strategy does not come back.
 */
final class WorkerPool implements AutoCloseable {

    private static final long GLANCE_MILLIS = 100;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** How long a run that is asked to stop waits for what is in hand. */
    private static final long GRACE_NANOS = 2_000_000_000L;

    /** The most shards of one strategy and problem that are dealt before another strategy's turn. */
    private static final long MOST_AT_A_TIME = 64;

    private final Experiment experiment;
    private final DrawnWorld drawn;
    private final List<StrategyRun> runs;
    private final Execution execution;
    private final TrialGroups groups;
    private final int stride;
    private int round;
    private long done;
    private long steps;
    private final List<Worker> workers = new ArrayList<>();
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
        stride = stride(drawn.size());
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
        while (workers.size() < execution.threads()) {
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

    private void watch() {
        synchronized (this) {
            notifyAll();
        }
        long patienceNanos = execution.patience().toNanos();
        while (!roundOver()) {
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
        synchronized (this) {
            trials = done;
            made = steps;
            for (int i = 0; i < dealt.length; i++) {
                StrategyRun run = runs.get(i);
                double left = run.expectedWork(experiment.budgets()) * drawn.size() - workDone[i];
                seconds += run.failed() ? 0 : run.pace().seconds(Math.max(0, left)) / execution.threads();
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
        if (broken != null) {
            throw new IllegalStateException("a thread of the run ended: " + broken, broken);
        }
        if (stopped()) {
            if (giveUpAt == 0) {
                giveUpAt = System.nanoTime() + GRACE_NANOS;
            }
            return atWork == 0 || System.nanoTime() - giveUpAt > 0;
        }
        return atWork == 0 && !more();
    }

    /** Whether the run was asked to stop: no further shard is dealt, and what is in hand is waited for a little. */
    boolean stopped() {
        return execution.stop().getAsBoolean();
    }

    /** Whether something of the round was left undone. */
    synchronized boolean cut() {
        return atWork > 0 || IntStream.range(0, runs.size()).anyMatch(run -> toDeal(run) > 0);
    }

    /** Whether a shard is played again. */
    boolean replays(Shard shard) {
        return execution.oversight().replays() && shard.number() % Oversight.REPLAYED == 0;
    }

    /** How long the shards of a strategy may take, in seconds. */
    double mostSeconds() {
        return execution
                .oversight()
                .mostTime()
                .map(time -> time.toMillis() / 1e3)
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The sums of a shard that were kept; null when there are none. */
    byte @Nullable [] recall(Shard shard) {
        Thread.interrupted(); // a strategy's doing, which would close the file of a checkpoint
        return execution.checkpoint().recall(key(shard));
    }

    /** Keeps the sums of a shard. */
    void keep(Shard shard, Tally sums) {
        Thread.interrupted();
        execution.checkpoint().keep(key(shard), sums.bytes());
    }

    private Checkpoint.Shard key(Shard shard) {
        return new Checkpoint.Shard(
                round, experiment.strategies().indexOf(shard.run().strategy()), shard.number());
    }

    /** The next shard, waiting for a round that has one; null when the run is over. */
    synchronized @Nullable Shard take() {
        while (!more()) {
            if (closed) {
                return null;
            }
            try {
                wait();
            } catch (InterruptedException leftover) {
                // a strategy's doing; nobody ends a worker so
            }
        }
        StrategyRun run = runs.get(dealing);
        long number = dealt[dealing];
        long perProblem = Shard.count(run.from(), run.planned());
        dealt[dealing]++;
        if (dealt[dealing] % Math.min(perProblem, MOST_AT_A_TIME) == 0) {
            dealing = furthestBehind();
        }
        atWork++;
        return Shard.of(number, run, problem(number / perProblem), number % perProblem);
    }

    /**
     * The problem whose turn it is: problem 0, then always one far from those before, by the golden ratio, so that at any time
     * those that are done are spread evenly over all, however these are sorted.
     */
    private int problem(long turn) {
        return (int) (turn * stride % drawn.size());
    }

    /** A step that comes to every problem: the one nearest to the golden section of their number that shares no factor with it. */
    private static int stride(int problems) {
        int golden = (int) Math.round(problems * GOLDEN);
        for (int away = 0; ; away++) {
            if (coprime(golden + away, problems)) {
                return golden + away;
            }
            if (golden > away && coprime(golden - away, problems)) {
                return golden - away;
            }
        }
    }

    private static boolean coprime(int one, int other) {
        return BigInteger.valueOf(one).gcd(BigInteger.valueOf(other)).equals(BigInteger.ONE);
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
        return shards(runs.get(run)) - dealt[run];
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

    private long shards(StrategyRun run) {
        return Shard.count(run.from(), run.planned()) * drawn.size();
    }

    /**
     * A shard is done.
     *
     * @param sums of its trials; null when it failed
     * @param seconds that it took; 0 when it was not played
     */
    synchronized void finished(Shard shard, @Nullable Tally sums, double seconds) {
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

    /** A worker ended by a mistake of ours, or for want of memory: the run cannot go on. */
    synchronized void broke(Throwable thrown) {
        broken = thrown;
        notifyAll();
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
