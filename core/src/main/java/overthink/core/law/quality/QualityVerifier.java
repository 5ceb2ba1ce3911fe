package overthink.core.law.quality;

import java.util.Map;
import overthink.core.api.RealRange;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;

/**
 * A verifier of quality. It sees x = ρ·s + √(1 − ρ²)·ε, s the latent of what it looks at (of a partial solution W, what that is
 * expected to become), Var ε = 1; its score is κ·x + bias. A candidate that it loves, each with the probability that the hack
 * states, shows it x = shift + ε: it looks good whatever it is.
 *
 * @param correlation ρ of what it sees and what it looks at, in [−1, 1]
 * @param sees the weights of the standardised attributes that it looks at; none for the whole
 * @param sharpness κ, in [1e-6, 1e6]
 * @param bias in [−100, 100]
 * @param shares whose the noise is
 * @param noise the law of each component
 * @param persistence φ of a process verifier, in [0, 1]: a child's path noise is φ times its parent's plus √(1 − φ²) fresh
 * @param hack the candidates that it loves
 */
public record QualityVerifier(
        double correlation,
        Map<String, Double> sees,
        double sharpness,
        double bias,
        NoiseShares shares,
        NoiseLaw noise,
        double persistence,
        Hack hack) {

    /** What ρ may be. */
    public static final RealRange CORRELATION = RealRange.within(1);

    /** What the weight of an attribute may be. */
    public static final RealRange WEIGHT = RealRange.within(1e6);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range
     */
    public QualityVerifier {
        CORRELATION.check("correlation", correlation);
        Scoring.Graded.SHARPNESS.check("sharpness", sharpness);
        Scoring.Graded.BIAS.check("bias", bias);
        RealRange.PROBABILITY.check("persistence", persistence);
        sees = Map.copyOf(sees);
        sees.values().forEach(weight -> WEIGHT.check("sees", weight));
    }

    /** A verifier of the whole with Gaussian noise of each candidate's own. */
    public static QualityVerifier of(double correlation) {
        return new QualityVerifier(
                correlation, Map.of(), 1, 0, NoiseShares.CANDIDATE, new NoiseLaw.Gaussian(), 0, Hack.NONE);
    }

    /** This verifier with another law of noise. */
    public QualityVerifier with(NoiseLaw other) {
        return new QualityVerifier(correlation, sees, sharpness, bias, shares, other, persistence, hack);
    }

    /** This verifier with other shares. */
    public QualityVerifier with(NoiseShares other) {
        return new QualityVerifier(correlation, sees, sharpness, bias, other, noise, persistence, hack);
    }

    /** This verifier with other loved candidates. */
    public QualityVerifier with(Hack other) {
        return new QualityVerifier(correlation, sees, sharpness, bias, shares, noise, persistence, other);
    }

    /** This verifier with other attributes before its eyes. */
    public QualityVerifier seeing(Map<String, Double> weights) {
        return new QualityVerifier(correlation, weights, sharpness, bias, shares, noise, persistence, hack);
    }

    /** √(1 − ρ²). */
    public double blur() {
        return StrictMath.sqrt(Math.max(0, 1 - correlation * correlation));
    }
}
