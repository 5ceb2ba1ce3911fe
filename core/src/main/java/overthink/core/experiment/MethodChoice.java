package overthink.core.experiment;

/** Which way to the strategies' numbers is asked for; {@link overthink.core.estimate.Method} says which was taken. */
public enum MethodChoice {
    /** Exact where that applies, else aggregated where that applies, else simulated: strategy by strategy. */
    AUTO("auto"),
    /** Trials of the plain strategies. */
    SIMULATED("simulated"),
    /** A closed form, a recursion or quadrature for every strategy. */
    EXACT("exact"),
    /** A sampler whose cost does not grow with the budget for every strategy. */
    AGGREGATED("aggregated");

    private final String label;

    MethodChoice(String label) {
        this.label = label;
    }

    /** The name in scenario files. */
    public String label() {
        return label;
    }
}
