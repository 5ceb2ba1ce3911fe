package overthink.core.fault;

import overthink.core.fault.Fault.Kind;

/** Ends a trial whose strategy broke the contract. */
public final class ContractViolation extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    public ContractViolation(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
