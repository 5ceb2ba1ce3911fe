package overthink.core.exact;

/** Checks of arguments. */
final class Ranges {

    private Ranges() {}

    static void probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("%s must be between 0 and 1, not %s".formatted(name, value));
        }
    }

    static void count(String name, long value, long most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("%s must be between 1 and %d, not %d".formatted(name, most, value));
        }
    }
}
