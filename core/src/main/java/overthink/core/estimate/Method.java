package overthink.core.estimate;

/** How a number was found. */
public enum Method {
    /** By trials of the plain strategy. */
    SIMULATED("simulated"),
    /** By a closed form, a recursion or quadrature. */
    EXACT("exact"),
    /** By trials of a sampler with the same law whose cost does not grow with the budget, or by less than that of trials. */
    AGGREGATED("aggregated");

    private final String label;

    Method(String label) {
        this.label = label;
    }

    /** The name in scenario files and results. */
    public String label() {
        return label;
    }
}
