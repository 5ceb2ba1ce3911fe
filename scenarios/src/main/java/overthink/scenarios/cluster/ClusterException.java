package overthink.scenarios.cluster;

/** A cluster that cannot be had, or that cannot carry out a job: an ordinary mishap whose message says what to do. */
public final class ClusterException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * A mishap.
     *
     * @param message a sentence
     */
    public ClusterException(String message) {
        super(message);
    }

    /**
     * A mishap with a cause.
     *
     * @param message a sentence
     */
    public ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
