package overthink.core.exact.adaptive;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * How likely the leader of a vote is the likeliest answer, its rivals being some others: the posterior of their shares after
 * v<sub>j</sub> votes each is Dirichlet with parameters v<sub>j</sub> + 1. Source: Aggarwal et al. 2023,
 * "Let's Sample Step by Step: Adaptive-Consistency".
 */
public final class LeaderPosterior {

    /** In standard deviations of log x. */
    private static final double STEP = 0.25;

    private static final int BELOW = 160;
    private static final int ABOVE = 40;

    /** Relative to the density's peak. */
    private static final double NEGLIGIBLE = 1e-18;

    private LeaderPosterior() {}

    /**
     * The probability that the second of two answers is the likelier, I<sub>½</sub>(v₁ + 1, v₂ + 1).
     *
     * @param first v₁, at least 0
     * @param second v₂, at least 0
     */
    public static double doubt(int first, int second) {
        return Beta.regularizedBeta(0.5, first + 1.0, second + 1.0);
    }

    /**
     * The probability that the first of {@code count} answers is the likeliest: shares compare as independent Gamma
     * variables of shape v + 1 do, so it is ∫ g<sub>v₁+1</sub>(x)·∏<sub>j≥2</sub> P(v<sub>j</sub> + 1, x) dx, by the
     * trapezoidal rule in log x about the mode. Absolute error below 1e−12.
     *
     * @param votes the first's, then the others'
     */
    public static double leads(int[] votes, int count) {
        double shape = votes[0] + 1.0;
        double h = STEP / Math.sqrt(shape);
        double mode = StrictMath.log(shape);
        double sum = 0;
        double mass = 0;
        for (int node = -BELOW; node <= ABOVE; node++) {
            double offset = node * h;
            double density = StrictMath.exp(shape * (offset - StrictMath.expm1(offset)));
            if (density < NEGLIGIBLE) {
                continue;
            }
            double x = StrictMath.exp(mode + offset);
            double others = 1;
            for (int j = 1; j < count && others > 0; j++) {
                others *= Gamma.regularizedGammaP(votes[j] + 1.0, x);
            }
            sum += density * others;
            mass += density;
        }
        return sum / mass;
    }
}
