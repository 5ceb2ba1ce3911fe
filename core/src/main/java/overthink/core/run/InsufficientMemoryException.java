package overthink.core.run;

/** A run that would take more memory than Java may use, refused before it starts. */
public final class InsufficientMemoryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final double bytes;

    /**
     * Refuses a run.
     *
     * @param message of what there is too much
     * @param bytes that it would take
     */
    public InsufficientMemoryException(String message, double bytes) {
        super(message);
        this.bytes = bytes;
    }

    /** How much it would take. */
    public double bytes() {
        return bytes;
    }
}
