package overthink.scenarios.expectation;

/** How a figure stands to another, with a doubt in which chance may have put either. */
public enum Relation {
    /** The difference is at most the margin and the doubt. */
    EQUALS("equals", "equal to"),
    /** More, beyond the margin and the doubt. */
    ABOVE("above", "above"),
    /** Less, beyond the margin and the doubt. */
    BELOW("below", "below"),
    /** Not less beyond the doubt. */
    AT_LEAST("at-least", "at least"),
    /** Not more beyond the doubt. */
    AT_MOST("at-most", "at most");

    private final String label;
    private final String words;

    Relation(String label, String words) {
        this.label = label;
        this.words = words;
    }

    /** The name in scenario files and results. */
    public String label() {
        return label;
    }

    /** As it follows "is". */
    public String words() {
        return words;
    }

    /** Whether the doubt speaks for the claim, rather than against it. */
    boolean lenient() {
        return this == EQUALS || this == AT_LEAST || this == AT_MOST;
    }

    /**
     * Whether it holds.
     *
     * @param difference the figure minus what it is compared with
     * @param margin at least 0, or below 0 for more and less
     * @param doubt at least 0
     */
    public boolean holds(double difference, double margin, double doubt) {
        return switch (this) {
            case EQUALS -> Math.abs(difference) <= margin + doubt;
            case ABOVE -> difference - margin > doubt;
            case BELOW -> -difference - margin > doubt;
            case AT_LEAST -> difference >= -doubt;
            case AT_MOST -> difference <= doubt;
        };
    }
}
