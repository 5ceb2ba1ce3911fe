package overthink.core.law.verifier;

import overthink.core.api.RealRange;

/**
 * A verifier of candidates (outcome) or of nodes (process).
 *
 * @param scoring what it makes of the latent
 * @param shares whose the noise is
 * @param noise the law of each noise component
 * @param persistence φ of a process verifier, in [0, 1]: a child's path noise is φ times its parent's plus √(1 − φ²) fresh;
 *     0 for an outcome verifier
 * @param hack the wrong answers that it loves
 */
public record Verifier(Scoring scoring, NoiseShares shares, NoiseLaw noise, double persistence, Hack hack) {

    /**
     * Checks what must fit together.
     *
     * @throws IllegalArgumentException when φ is outside [0, 1], or a Boolean verifier has other than Gaussian noise or
     *     loved answers
     */
    public Verifier {
        RealRange.PROBABILITY.check("persistence", persistence);
        if (scoring instanceof Scoring.Verdict && !(noise instanceof NoiseLaw.Gaussian)) {
            throw new IllegalArgumentException("a Boolean verifier has gaussian noise: tpr and fpr are stated on it");
        }
        if (scoring instanceof Scoring.Verdict && hack.share() > 0) {
            throw new IllegalArgumentException("a Boolean verifier has no hack: fpr says what it accepts");
        }
    }

    /** Gaussian noise of its own for each candidate or node, prior ½, sharpness 1, no bias. */
    public static Verifier of(double d) {
        return new Verifier(Scoring.Graded.of(d), NoiseShares.CANDIDATE, new NoiseLaw.Gaussian(), 0, Hack.NONE);
    }

    /** A Boolean verifier whose errors are independent between candidates or nodes. */
    public static Verifier of(double tpr, double fpr) {
        return new Verifier(
                new Scoring.Verdict(tpr, fpr), NoiseShares.CANDIDATE, new NoiseLaw.Gaussian(), 0, Hack.NONE);
    }

    /**
     * This verifier with another sensitivity.
     *
     * @throws IllegalStateException when it is Boolean
     */
    public Verifier with(Sensitivity other) {
        if (!(scoring instanceof Scoring.Graded graded)) {
            throw new IllegalStateException("a Boolean verifier has no d: give it other rates");
        }
        Scoring changed = new Scoring.Graded(other, graded.prior(), graded.sharpness(), graded.bias());
        return new Verifier(changed, shares, noise, persistence, hack);
    }

    /** This verifier with other shares. */
    public Verifier with(NoiseShares other) {
        return new Verifier(scoring, other, noise, persistence, hack);
    }

    /** This verifier with another law of noise. */
    public Verifier with(NoiseLaw other) {
        return new Verifier(scoring, shares, other, persistence, hack);
    }

    /** This verifier with other loved answers. */
    public Verifier with(Hack other) {
        return new Verifier(scoring, shares, noise, persistence, other);
    }

    /** This verifier with another persistence. */
    public Verifier withPersistence(double other) {
        return new Verifier(scoring, shares, noise, other, hack);
    }
}
