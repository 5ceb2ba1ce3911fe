package overthink.core.run;

import java.util.concurrent.atomic.AtomicLong;
import overthink.core.experiment.Progress;

/** Counts problems solved, on any thread, and tells so when asked to, on one. */
final class SolvingProgress {

    private final Progress progress;
    private final AtomicLong done = new AtomicLong();
    private long planned;

    SolvingProgress(Progress progress) {
        this.progress = progress;
    }

    /** So many problems more are to be solved. */
    void plan(long problems) {
        planned += problems;
    }

    /** One problem more is solved. */
    void advance() {
        done.incrementAndGet();
    }

    /** Tells how far it has come. */
    void tell() {
        progress.solved(done.get(), planned);
    }
}
