package overthink.core.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The worker threads of a run. A round hands its shards out in order; the thread that called watches, reports progress, and
 * gives up a worker whose strategy does not come back.
 */
final class Crew implements AutoCloseable {

    private static final long GLANCE_MILLIS = 100;

    private final Experiment experiment;
    private final List<Scene> scenes;
    private final List<Entry> entries;
    private final int threads;
    private final long patienceNanos;
    private final Progress progress;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong steps = new AtomicLong();
    private final List<Worker> workers = new ArrayList<>();
    private long planned;

    // the round in hand; guarded by this
    private long nextShard;
    private int nextEntry;
    private long nextOfEntry;
    private int atWork;
    private boolean closed;
    private @Nullable Throwable broken;

    Crew(
            Experiment experiment,
            List<Scene> scenes,
            List<Entry> entries,
            int threads,
            Duration patience,
            Progress progress) {
        this.experiment = experiment;
        this.scenes = scenes;
        this.entries = entries;
        this.threads = threads;
        patienceNanos = patience.toNanos();
        this.progress = progress;
    }

    /** Runs what the entries have planned; false when they have planned nothing. */
    boolean work() {
        long trials = 0;
        synchronized (this) {
            for (Entry entry : entries) {
                entry.beginRound();
                trials += entry.planned() * scenes.size();
            }
            if (trials == 0) {
                return false;
            }
            nextShard = 0;
            nextEntry = 0;
            nextOfEntry = 0;
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
        Worker worker = new Worker(this, experiment, scenes);
        worker.start();
        return worker;
    }

    private void watch() {
        synchronized (this) {
            notifyAll();
        }
        while (!roundOver()) {
            progress.report(done.get(), planned, steps.get());
            for (int i = 0; i < workers.size(); i++) {
                if (workers.get(i).giveUpIfStuck(patienceNanos)) {
                    finished(0, 0);
                    workers.set(i, start());
                }
            }
        }
        progress.report(done.get(), planned, steps.get());
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
        Entry entry = entries.get(nextEntry);
        long perProblem = Shard.count(entry.from(), entry.planned());
        Shard shard =
                Shard.of(nextShard, entry, (int) (nextOfEntry / perProblem), nextOfEntry % perProblem);
        nextShard++;
        nextOfEntry++;
        atWork++;
        return shard;
    }

    private boolean more() {
        while (nextEntry < entries.size() && nextOfEntry >= shards(entries.get(nextEntry))) {
            nextEntry++;
            nextOfEntry = 0;
        }
        return !closed && nextEntry < entries.size();
    }

    private long shards(Entry entry) {
        return Shard.count(entry.from(), entry.planned()) * scenes.size();
    }

    /** A shard is done. */
    synchronized void finished(long trials, long stepsMade) {
        done.addAndGet(trials);
        steps.addAndGet(stepsMade);
        atWork--;
        if (atWork == 0) {
            notifyAll();
        }
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
