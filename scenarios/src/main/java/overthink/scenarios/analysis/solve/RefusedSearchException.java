package overthink.scenarios.analysis.solve;

/** What is asked cannot be searched for; says why. */
public final class RefusedSearchException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** A refusal with its reason, the value and the rule. */
    RefusedSearchException(String reason) {
        super(reason);
    }
}
