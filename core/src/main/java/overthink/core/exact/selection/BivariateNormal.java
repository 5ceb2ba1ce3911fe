package overthink.core.exact.selection;

import overthink.core.exact.GaussLegendre;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.random.NormalQuantile;

/**
 * Two standard normal numbers of correlation ρ: Φ₂(h, k; ρ) = P(X ≤ h, Y ≤ k).
 *
 * <p>By Plackett's identity Φ₂(h, k; ρ) = Φ(h)·Φ(k) + 1/2π·∫ exp(−(h² + k² − 2hk·sin θ)/(2cos² θ)) dθ over θ from 0 to
 * arcsin ρ; panels halve towards arcsin ρ, where the integrand is steepest. To some 1e-14 for |ρ| ≤ 0.999, and for all ρ to 1e-9.
 * Source: Drezner and Wesolowsky 1990; Genz 2004.
 */
public final class BivariateNormal {

    private static final GaussLegendre RULE = new GaussLegendre(32);
    private static final NoiseDensity NOISE = NoiseDensity.of(new NoiseLaw.Gaussian());
    private static final int PANELS = 40;

    private BivariateNormal() {}

    /**
     * Φ₂.
     *
     * @param h any number, or infinite
     * @param k any number, or infinite
     * @param rho in [−1, 1]
     * @throws IllegalArgumentException when {@code rho} is outside [−1, 1]
     */
    public static double cumulative(double h, double k, double rho) {
        if (!(rho >= -1 && rho <= 1)) {
            throw new IllegalArgumentException("a correlation must be between -1 and 1, not " + rho);
        }
        if (Double.isInfinite(h) || Double.isInfinite(k)) {
            return h == Double.NEGATIVE_INFINITY || k == Double.NEGATIVE_INFINITY
                    ? 0
                    : normal(Double.isInfinite(h) ? k : h);
        }
        if (rho == 1) {
            return normal(Math.min(h, k));
        }
        if (rho == -1) {
            return Math.max(0, normal(h) - normal(-k));
        }
        double end = StrictMath.asin(rho);
        double sum = 0;
        double from = 0;
        for (int panel = 1; panel <= PANELS; panel++) {
            double to = panel == PANELS ? end : 0.5 * (from + end);
            sum += integral(h, k, from, to);
            from = to;
        }
        return Math.max(0, Math.min(1, normal(h) * normal(k) + sum / (2 * Math.PI)));
    }

    /**
     * The chance that two verifiers both accept, each of which does so at a rate of its own: Φ₂(Φ⁻¹(a), Φ⁻¹(b); ρ).
     *
     * @param a in [0, 1]
     * @param b in [0, 1]
     * @param rho correlation of their noises, in [−1, 1]
     */
    public static double both(double a, double b, double rho) {
        return cumulative(quantile(a), quantile(b), rho);
    }

    private static double quantile(double rate) {
        if (rate == 0 || rate == 1) {
            return rate == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return NormalQuantile.of(rate);
    }

    private static double normal(double x) {
        return Double.isInfinite(x) ? (x > 0 ? 1 : 0) : NOISE.survival(-x);
    }

    private static double integral(double h, double k, double from, double to) {
        double half = 0.5 * (to - from);
        double sum = 0;
        for (int i = 0; i < RULE.size(); i++) {
            double theta = from + half * (1 + RULE.node(i));
            double cosine = StrictMath.cos(theta);
            double exponent = -(h * h + k * k - 2 * h * k * StrictMath.sin(theta)) / (2 * cosine * cosine);
            sum += RULE.weight(i) * StrictMath.exp(exponent);
        }
        return half * sum;
    }
}
