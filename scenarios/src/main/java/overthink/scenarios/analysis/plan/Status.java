package overthink.scenarios.analysis.plan;

/** How something stands to a requirement. */
public enum Status {
    /** Met, beyond the doubt of chance. */
    MET,
    /** The trials do not tell, or the figure is not known. */
    OPEN,
    /** Missed, beyond the doubt of chance. */
    MISSED;

    /** The worse of two. */
    Status and(Status other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
