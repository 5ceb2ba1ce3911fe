package overthink.core.experiment;

/** What is looked at in trials beside what they achieve and spend on average; each takes time, and is done on request. */
public enum Observation {
    /** How what trials spend spreads: quantiles of latency, tokens and dollars. */
    QUANTILES("quantiles", "quantiles of a trial's latency, tokens and dollars"),
    /** What the candidates of trials are: how many are right, how many answers differ, how long the one committed is. */
    CANDIDATES("candidates", "right candidates and different answers of a trial, and the length of what it commits");

    private final String label;
    private final String description;

    Observation(String label, String description) {
        this.label = label;
        this.description = description;
    }

    /** As it is spelled. */
    public String label() {
        return label;
    }

    /** What rows get. */
    public String description() {
        return description;
    }
}
