package overthink.core.fit.difficulty;

/** The families of laws that may stand for how hard problems are. Beta leads the weights: on recordings of 10,000 candidates a problem it beats the logit-normal law. */
public enum DifficultyFamily {
    /** Beta(a, b). */
    BETA("beta", 0.6, "a", "b"),
    /** Kumaraswamy(a, b): P(p ≤ x) = 1 − (1 − x<sup>a</sup>)<sup>b</sup>. */
    KUMARASWAMY("kumaraswamy", 0.2, "a", "b"),
    /** log(p/(1 − p)) is normal with mean mu and standard deviation sigma. */
    LOGIT_NORMAL("logit-normal", 0.2, "mu", "sigma");

    private final String label;
    private final double priorWeight;
    private final String first;
    private final String second;

    DifficultyFamily(String label, double priorWeight, String first, String second) {
        this.label = label;
        this.priorWeight = priorWeight;
        this.first = first;
        this.second = second;
    }

    /** The family's name in scenarios. */
    public String label() {
        return label;
    }

    /** Its weight before a recording is seen. */
    public double priorWeight() {
        return priorWeight;
    }

    /** The name of its first parameter. */
    public String first() {
        return first;
    }

    /** The name of its second parameter. */
    public String second() {
        return second;
    }
}
