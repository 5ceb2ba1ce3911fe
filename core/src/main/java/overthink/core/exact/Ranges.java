package overthink.core.exact;

/** Checks of arguments. */
public final class Ranges {

    private Ranges() {}

    /**
     * Checks that a value is in [0, 1].
     *
     * @throws IllegalArgumentException when it is not
     */
    public static void probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s must be between 0 and 1, not %s".formatted(name, value));
        }
    }

    /**
     * Checks that a value is from 1 to {@code most}.
     *
     * @throws IllegalArgumentException when it is not
     */
    public static void count(String name, long value, long most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("%s must be between 1 and %d, not %d".formatted(name, most, value));
        }
    }
}
