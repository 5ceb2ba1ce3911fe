package overthink.core.law.part;

/** How the answers of its parts make a problem's. */
public enum Combination {
    /** Right where all parts are. */
    ALL("all"),
    /** Worth the share of its parts that are right, each a point of their sum. */
    SUM("sum"),
    /** Right where more than half of the parts are: they vote. */
    MAJORITY("majority");

    private final String label;

    Combination(String label) {
        this.label = label;
    }

    /** As it is spelled. */
    public String label() {
        return label;
    }

    /**
     * What an answer is worth.
     *
     * @param right how many of its parts are right
     * @param count of its parts
     * @return from 0, wrong, to 1, right
     */
    public double worth(int right, int count) {
        return switch (this) {
            case ALL -> right == count ? 1 : 0;
            case SUM -> (double) right / count;
            case MAJORITY -> 2 * right > count ? 1 : 0;
        };
    }
}
