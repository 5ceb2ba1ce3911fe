package overthink.core.run;

import java.util.concurrent.atomic.AtomicLong;
import overthink.core.experiment.Progress;

/** Counts problems solved, on any thread, and tells so when asked to, on one. */
final class SolvingProgress {

    private final Progress progress;
    private final AtomicLong done = new AtomicLong();
    private long planned;
    private long expected;

    SolvingProgress(Progress progress) {
        this.progress = progress;
    }

    /** So many problems, no others, are still expected to be planned: what is done is seen beside these, too. */
    void expect(long problems) {
        planned += problems - expected;
        expected = problems;
    }

    /** So many problems more are to be solved; those that were expected count once. */
    void plan(long problems) {
        long foreseen = Math.min(problems, expected);
        expected -= foreseen;
        planned += problems - foreseen;
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
