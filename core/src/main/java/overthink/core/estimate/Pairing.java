package overthink.core.estimate;

/** What two strategies share in an experiment that compares them. */
public enum Pairing {
    /** The problems and, sample by sample, the candidates: both choose from the same ones. */
    CANDIDATES("same candidates"),
    /** The problems; each strategy generates candidates of its own. */
    PROBLEMS("same problems"),
    /** Nothing: each strategy has problems of its own, as many as the other. */
    NOTHING("other problems");

    private final String label;

    Pairing(String label) {
        this.label = label;
    }

    /** A few words for tables. */
    public String label() {
        return label;
    }

    /** How many problems there are in all for each that one strategy sees. */
    public int problems() {
        return this == NOTHING ? 2 : 1;
    }
}
