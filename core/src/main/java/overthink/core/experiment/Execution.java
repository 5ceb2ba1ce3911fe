package overthink.core.experiment;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How an experiment is run: nothing here changes what it gives, but that one that is stopped gives what there is, and that
 * turning points are searched for or not.
 *
 * @param threads how many worker threads, at least 1
 * @param patience how long a strategy may neither call its session nor come back before it is stopped
 * @param progress hears how far it has come
 * @param checkpoint keeps what is finished
 * @param stop asked a few times a second, on several threads; once true, always true
 * @param search whether accuracies that are known under every budget are searched for where they turn, which takes longer than
 *     those under the listed ones; of more than {@link #MOST_SEARCHED} problems they are not
 * @param oversight how closely strategies are looked at
 * @param host other machines that play the trials; empty when this one does
 */
public record Execution(
        int threads,
        Duration patience,
        Progress progress,
        Checkpoint checkpoint,
        BooleanSupplier stop,
        boolean search,
        Oversight oversight,
        Optional<ShardHost> host) {

    /** A search over more problems than these takes minutes. */
    public static final int MOST_SEARCHED = 20_000;

    /** How long a strategy may go on without a call of its session, unless somebody says otherwise. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Refuses a run without threads. */
    public Execution {
        if (threads < 1) {
            throw new IllegalArgumentException("there must be at least 1 thread, not " + threads);
        }
    }

    /** A run whose trials this machine plays. */
    public Execution(
            int threads,
            Duration patience,
            Progress progress,
            Checkpoint checkpoint,
            BooleanSupplier stop,
            boolean search,
            Oversight oversight) {
        this(threads, patience, progress, checkpoint, stop, search, oversight, Optional.empty());
    }

    /** A run whose strategies are not looked at closely. */
    public Execution(
            int threads,
            Duration patience,
            Progress progress,
            Checkpoint checkpoint,
            BooleanSupplier stop,
            boolean search) {
        this(threads, patience, progress, checkpoint, stop, search, Oversight.NONE);
    }

    /** A run that does not search for turning points. */
    public Execution(int threads, Duration patience, Progress progress, Checkpoint checkpoint, BooleanSupplier stop) {
        this(threads, patience, progress, checkpoint, stop, false);
    }

    /** A run that keeps nothing, searches for no turning points and goes to its end. */
    public Execution(int threads, Duration patience, Progress progress) {
        this(threads, patience, progress, Checkpoint.NONE, () -> false);
    }

    /** The same, which keeps what is finished elsewhere. */
    public Execution keeping(Checkpoint elsewhere) {
        return new Execution(threads, patience, progress, elsewhere, stop, search, oversight, host);
    }

    /** The same, whose trials other machines play. */
    public Execution on(ShardHost other) {
        return new Execution(threads, patience, progress, checkpoint, stop, search, oversight, Optional.of(other));
    }

    /** The same, of which somebody else hears. */
    public Execution telling(Progress listener) {
        return new Execution(threads, patience, listener, checkpoint, stop, search, oversight, host);
    }
}
