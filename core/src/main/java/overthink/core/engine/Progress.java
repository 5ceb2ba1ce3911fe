package overthink.core.engine;

/** Hears how far a run has come; called from one thread, a few times a second. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress SILENT = (done, planned, steps) -> {};

    /**
     * How far the run has come.
     *
     * @param done trials finished
     * @param planned trials planned so far; it grows when a precision asks for more
     * @param steps policy steps simulated
     */
    void report(long done, long planned, long steps);
}
