package overthink.scenarios.command.process;

/** The exit codes of every command. */
public final class ExitCode {

    /** Done. */
    public static final int DONE = 0;

    /** Failed while running, or a strategy was stopped. */
    public static final int FAILED = 1;

    /** Wrong usage or invalid input; nothing was run and nothing written. */
    public static final int INVALID = 2;

    /** An expectation that a scenario states was not met. */
    public static final int UNMET = 3;

    /** Nothing is as it was asked for: no value solves it, no plan meets its caps. */
    public static final int NOTHING = 4;

    /** Interrupted: what there was is marked partial. A process that a signal ends has 128 and the signal's number. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** The worse of two: a strategy that was stopped is worse than an expectation that was not met. */
    public static int worse(int one, int other) {
        return one == FAILED || other == FAILED ? FAILED : Math.max(one, other);
    }
}
