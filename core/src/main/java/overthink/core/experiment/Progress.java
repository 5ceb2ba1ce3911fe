package overthink.core.experiment;

/** Hears how far a run has come; called from one thread, a few times a second. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress SILENT = (done, planned, steps) -> {};

    /**
     * How far the trials have come.
     *
     * @param done trials finished
     * @param planned trials planned or foreseen so far; it grows when a precision asks for more
     * @param steps policy steps simulated
     */
    void report(long done, long planned, long steps);

    /**
     * How long the trials left will take, as far as can be told; follows every report of trials.
     *
     * @param seconds NaN as long as nothing tells: a strategy has finished no trial, or how many a precision takes is not
     *     known
     */
    default void left(double seconds) {}

    /**
     * How far mathematics has come, which is before the first trial.
     *
     * @param done problems solved, counted for each strategy and each time that more is asked of them
     * @param planned problems to be solved so far; it grows while the best budget is sought
     */
    default void solved(long done, long planned) {}
}
