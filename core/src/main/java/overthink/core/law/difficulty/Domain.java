package overthink.core.law.difficulty;

/** The domains that the laws of this package share, and their checks. */
final class Domain {

    private static final double LEAST_SHAPE = 1e-6;
    private static final double GREATEST_SHAPE = 1e6;
    private static final double ROUNDING = 1e-9;

    private Domain() {}

    /** A latent is inside (0, 1). */
    static void checkLatent(double u) {
        if (!(u > 0 && u < 1)) {
            throw new IllegalArgumentException("u must be above 0 and below 1, not " + u);
        }
    }

    /** A number of candidates is at least 0. */
    static void checkCandidates(long n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must be at least 0, not " + n);
        }
    }

    /** Shape parameters are within [1e-6, 1e6]: beyond, the law is atoms or a point for every purpose here. */
    static void checkShape(String law, String name, double shape) {
        if (!(shape >= LEAST_SHAPE && shape <= GREATEST_SHAPE)) {
            throw new IllegalArgumentException(
                    "%s: %s must be between 1e-6 and 1e6, not %s".formatted(law, name, shape));
        }
    }

    /** An interval of probabilities has an inside. */
    static void checkInterval(String law, double low, double high) {
        if (!(low >= 0 && low < high && high <= 1)) {
            throw new IllegalArgumentException(
                    "%s: 0 <= low < high <= 1 is needed, not low %s and high %s".formatted(law, low, high));
        }
    }

    /** A weight is a share. */
    static void checkWeight(String part, double weight) {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("%s: weight must be between 0 and 1, not %s".formatted(part, weight));
        }
    }

    /** Weights sum to 1, within 1e-9. */
    static void checkSum(String law, double sum) {
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException("%s: the weights must sum to 1, not %s".formatted(law, sum));
        }
    }
}
