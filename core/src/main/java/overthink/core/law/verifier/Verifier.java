package overthink.core.law.verifier;

import java.util.List;
import overthink.core.api.RealRange;

/**
 * A verifier of candidates (outcome) or of nodes (process).
 *
 * @param scoring what it makes of the latent
 * @param shares whose the noise of bad ones is, and that of all where good ones' is not shared otherwise
 * @param goodShares whose the noise of good ones is
 * @param noise the law of each noise component
 * @param persistence φ of a process verifier, in [0, 1]: a child's path noise is φ times its parent's plus √(1 − φ²) fresh;
 *     0 for an outcome verifier
 * @param hack the wrong answers that it loves
 */
public record Verifier(
        Scoring scoring, NoiseShares shares, NoiseShares goodShares, NoiseLaw noise, double persistence, Hack hack) {

    /**
     * Checks what must fit together.
     *
     * @throws IllegalArgumentException when φ is outside [0, 1], or a verifier of verdicts or of tables has other than
     *     Gaussian noise or loved answers
     */
    public Verifier {
        RealRange.PROBABILITY.check("persistence", persistence);
        boolean verdicts = scoring instanceof Scoring.Verdict || scoring instanceof Scoring.VariedVerdict;
        if (verdicts && !(noise instanceof NoiseLaw.Gaussian)) {
            throw new IllegalArgumentException("a Boolean verifier has gaussian noise: tpr and fpr are stated on it");
        }
        if (verdicts && hack.share() > 0) {
            throw new IllegalArgumentException("a Boolean verifier has no hack: fpr says what it accepts");
        }
        if (scoring instanceof Scoring.Tabulated && !(noise instanceof NoiseLaw.Gaussian && hack.share() == 0)) {
            throw new IllegalArgumentException(
                    "a verifier of tabulated scores has gaussian noise and no hack: the tables say how scores lie");
        }
    }

    /** Noise that good and bad ones share alike. */
    public Verifier(Scoring scoring, NoiseShares shares, NoiseLaw noise, double persistence, Hack hack) {
        this(scoring, shares, shares, noise, persistence, hack);
    }

    /** Whether it gives verdicts: a score above 0 accepts. */
    public boolean isBoolean() {
        return accepts() || (scoring instanceof Scoring.VariedGrade grade && grade.values() == 2);
    }

    /** Whether it is told by the rates at which it accepts: its noise then speaks against a candidate. */
    public boolean accepts() {
        return scoring instanceof Scoring.Verdict || scoring instanceof Scoring.VariedVerdict;
    }

    /** This verifier with what goes by level in the order in which a world has its levels. */
    public Verifier inOrder(List<String> levels) {
        if (scoring instanceof Scoring.VariedGrade grade) {
            return withScoring(
                    new Scoring.VariedGrade(grade.d().inOrder(levels), grade.spread(), grade.plain(), grade.values()));
        }
        if (scoring instanceof Scoring.VariedVerdict verdict) {
            return withScoring(new Scoring.VariedVerdict(
                    verdict.tpr().inOrder(levels), verdict.fpr().inOrder(levels)));
        }
        return this;
    }

    /** This verifier as it is at one place, without rounding; itself where it is the same everywhere. */
    public Verifier at(double p, int level, double depth) {
        if (scoring instanceof Scoring.VariedGrade grade) {
            return withScoring(grade.at(p, level, depth));
        }
        return scoring instanceof Scoring.VariedVerdict verdict ? withScoring(verdict.at(p, level, depth)) : this;
    }

    /** What of it goes by something beside difficulty. */
    public List<Variation> variations() {
        if (scoring instanceof Scoring.VariedGrade grade) {
            return List.of(grade.d());
        }
        return scoring instanceof Scoring.VariedVerdict verdict ? List.of(verdict.tpr(), verdict.fpr()) : List.of();
    }

    /** This verifier with another scoring. */
    public Verifier withScoring(Scoring other) {
        return new Verifier(other, shares, goodShares, noise, persistence, hack);
    }

    /** Whose the noise of good or bad ones is. */
    public NoiseShares shares(boolean good) {
        return good ? goodShares : shares;
    }

    /** Whether good and bad ones share noise alike. */
    public boolean sharesAlike() {
        return shares.equals(goodShares);
    }

    /** Whether some noise belongs to answers. */
    public boolean answersShare() {
        return shares.answer() > 0 || goodShares.answer() > 0;
    }

    /** Whether some noise belongs to single calls. */
    public boolean callsDiffer() {
        return shares.call() > 0 || goodShares.call() > 0;
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
            throw new IllegalStateException("a verifier of verdicts or tables has no d");
        }
        Scoring changed = new Scoring.Graded(other, graded.prior(), graded.sharpness(), graded.bias());
        return new Verifier(changed, shares, goodShares, noise, persistence, hack);
    }

    /** This verifier with other shares, of good and bad ones alike. */
    public Verifier with(NoiseShares other) {
        return new Verifier(scoring, other, noise, persistence, hack);
    }

    /** This verifier with other shares of good ones. */
    public Verifier withGood(NoiseShares other) {
        return new Verifier(scoring, shares, other, noise, persistence, hack);
    }

    /** This verifier with another law of noise. */
    public Verifier with(NoiseLaw other) {
        return new Verifier(scoring, shares, goodShares, other, persistence, hack);
    }

    /** This verifier with other loved answers. */
    public Verifier with(Hack other) {
        return new Verifier(scoring, shares, goodShares, noise, persistence, other);
    }

    /** This verifier with another persistence. */
    public Verifier withPersistence(double other) {
        return new Verifier(scoring, shares, goodShares, noise, other, hack);
    }
}
