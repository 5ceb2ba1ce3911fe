package overthink.core.world;

/** How a world comes by its problems, and with it what the mean over them says of the population that they stand for. */
public enum Gathering {
    /** Drawn from the population at random, each for itself. */
    DRAWN("random"),
    /** At evenly spread quantiles of the law of p, in its order; what else belongs to a problem is drawn. */
    SPREAD("even"),
    /** They are the population: nodes with weights at which an integral over the law is taken, or all that there is. */
    POPULATION("population"),
    /** Some of those that were spread, of a run that was stopped: nobody knows what they say of the population. */
    PART("part");

    private final String label;

    Gathering(String label) {
        this.label = label;
    }

    /** What files call it. */
    public String label() {
        return label;
    }
}
