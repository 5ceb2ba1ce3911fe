package overthink.core.law.difficulty;

/** The logistic function σ(x) = 1/(1 + e<sup>−x</sup>), with small relative error on both sides. */
final class Logistic {

    private Logistic() {}

    /** σ(x). */
    static double of(double x) {
        if (x >= 0) {
            return 1 / (1 + StrictMath.exp(-x));
        }
        double odds = StrictMath.exp(x);
        return odds / (1 + odds);
    }

    /** log σ(x). */
    static double log(double x) {
        return x >= 0 ? -StrictMath.log1p(StrictMath.exp(-x)) : x - StrictMath.log1p(StrictMath.exp(x));
    }
}
