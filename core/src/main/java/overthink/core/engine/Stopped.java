package overthink.core.engine;

import overthink.core.engine.Fault.Kind;

/** Ends a trial whose strategy broke the contract. */
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    Stopped(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
