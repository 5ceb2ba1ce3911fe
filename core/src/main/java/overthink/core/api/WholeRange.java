package overthink.core.api;

/**
 * The whole numbers that a parameter may be: those from one bound to another, both included. See {@link RealRange}.
 *
 * @param least the lower bound
 * @param most the upper bound
 */
public record WholeRange(long least, long most) {

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException when the lower one is above the other
     */
    public WholeRange {
        if (least > most) {
            throw new IllegalArgumentException(
                    "a range goes from one number to a greater one, not from %d to %d".formatted(least, most));
        }
    }

    /** Whether the number is one of them. */
    public boolean contains(long value) {
        return value >= least && value <= most;
    }

    /**
     * The number itself.
     *
     * @param name what it is called in the message
     * @throws IllegalArgumentException when it is none of them
     */
    public long check(String name, long value) {
        if (!contains(value)) {
            throw new IllegalArgumentException("%s must be %s, not %d".formatted(name, what(), value));
        }
        return value;
    }

    /** What the number must be, as it follows "must be". */
    public String what() {
        return "a whole number between %d and %d".formatted(least, most);
    }
}
