package overthink.core.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.model.DrawnWorld;

/**
 * The worker threads of an experiment. A round deals its shards out, those of each strategy in order; the thread that called
 * watches, reports progress, and gives up a worker whose strategy does not come back.
 */
final class WorkerPool implements AutoCloseable {

    private static final long GLANCE_MILLIS = 100;

    /** The most shards of one strategy and problem that are dealt before another strategy's turn. */
    private static final long MOST_AT_A_TIME = 64;

    private final Experiment experiment;
    private final DrawnWorld drawn;
    private final List<StrategyRun> runs;
    private final int threads;
    private final long patienceNanos;
    private final Progress progress;
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
    private @Nullable Throwable broken;

    WorkerPool(
            Experiment experiment,
            DrawnWorld drawn,
            List<StrategyRun> runs,
            int threads,
            Duration patience,
            Progress progress) {
        this.experiment = experiment;
        this.drawn = drawn;
        this.runs = runs;
        this.threads = threads;
        patienceNanos = patience.toNanos();
        this.progress = progress;
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
        }
        planned += trials;
        while (workers.size() < threads) {
            workers.add(start());
        }
        watch();
        return true;
    }

    private Worker start() {
        Worker worker = new Worker(this, experiment, drawn);
        worker.start();
        return worker;
    }

    private void watch() {
        synchronized (this) {
            notifyAll();
        }
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
                seconds += run.failed() ? 0 : run.pace().seconds(Math.max(0, left)) / threads;
                later += run.expectedLater() * drawn.size();
            }
        }
        progress.report(trials, planned + (long) later, made);
        progress.left(seconds);
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
        if (broken != null) {
            throw new IllegalStateException("a thread of the run ended: " + broken, broken);
        }
        return atWork == 0 && !more();
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
        return Shard.of(number, run, (int) (number / perProblem), number % perProblem);
    }

    private boolean more() {
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

    /** A shard is done. */
    synchronized void finished(Shard shard, long stepsMade, double seconds, boolean complete) {
        done += shard.to() - shard.from();
        steps += stepsMade;
        double work = shard.run().work(experiment.budgets(), shard.from(), shard.to());
        workDone[runs.indexOf(shard.run())] += work;
        if (complete) {
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
