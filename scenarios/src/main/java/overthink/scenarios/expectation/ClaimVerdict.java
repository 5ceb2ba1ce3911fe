package overthink.scenarios.expectation;

/** What a scenario's world says of a claim of the literature: each with a reason of its own. */
public enum ClaimVerdict {
    /** The claim is a consequence of the mechanism: it holds at every corner of a range of parameters, which the reason states. */
    FOLLOWS(
            "follows-from-the-mechanism",
            "The range of parameters in which it holds, at whose corners the scenario looks"),
    /** The claim holds for parameters like the scenario's and fails for others: the reason says where it breaks. */
    HOLDS("holds-for-parameters-like-these", "Which parameters it takes, and where it breaks"),
    /** The mechanism gives the opposite of the claim: the reason says why. */
    CONTRADICTED("contradicted-by-this-mechanism", "Why the mechanism gives something else");

    private final String label;
    private final String reason;

    ClaimVerdict(String label, String reason) {
        this.label = label;
        this.reason = reason;
    }

    /** How it is written, as {@code follows-from-the-mechanism}. */
    public String label() {
        return label;
    }

    /** What the reason that goes with it says. */
    public String reason() {
        return reason;
    }

    /** How it is said, as "follows from the mechanism". */
    public String words() {
        return label.replace('-', ' ');
    }
}
