package overthink.core.law.difficulty;

import overthink.core.api.RealRange;

/** The domains that the laws of this package share, and their checks. */
final class Domain {

    /** Shape parameters; beyond, a law is atoms or a point for every purpose here. */
    static final RealRange SHAPE = new RealRange(1e-6, 1e6);

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

    /** An interval of probabilities has an inside. */
    static void checkInterval(String law, double low, double high) {
        RealRange.PROBABILITY.check(law + ": low", low);
        RealRange.PROBABILITY.check(law + ": high", high);
        if (low >= high) {
            throw new IllegalArgumentException("%s: low must be below high, not %s and %s"
                    .formatted(law, RealRange.text(low), RealRange.text(high)));
        }
    }

    /** A weight is a share. */
    static void checkWeight(String part, double weight) {
        RealRange.PROBABILITY.check(part + ": weight", weight);
    }

    /** Weights sum to 1, within 1e-9. */
    static void checkSum(String law, double sum) {
        if (Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException("%s: the weights must sum to 1, not %s".formatted(law, sum));
        }
    }
}
