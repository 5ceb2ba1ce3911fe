package overthink.core.run;

/** A run was asked to stop before something was worked out. */
final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoppedException() {
        super("the run was stopped", null, false, false);
    }
}
