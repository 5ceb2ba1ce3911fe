package overthink.scenarios.analysis.solve;

/** A run did not give what was asked for; says why. */
public final class UnansweredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure with its reason. */
    UnansweredException(String reason) {
        super(reason);
    }
}
