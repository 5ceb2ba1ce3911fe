package overthink.scenarios.store;

/** A stored run that cannot be used as it is asked to be; the message names it and says why. */
public final class BrokenRunException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With the message that the user reads. */
    public BrokenRunException(String message) {
        super(message);
    }
}
