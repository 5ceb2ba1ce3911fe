package overthink.core.exact.selection;

import overthink.core.exact.Ranges;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.random.NormalQuantile;

/**
 * Resampling until a Boolean verifier accepts, at most K times. With a = p·t + (1 − p)·f the chance that a candidate is
 * accepted, and G = (1 − (1 − a)<sup>K</sup>)/a the expected number of draws:
 *
 * <p>right accepted p·t·G, wrong accepted (1 − p)·f·G, none accepted (1 − a)<sup>K</sup>.
 *
 * <p>Verdicts on different candidates are independent given who is correct. Best-of-n under such a verifier is the same
 * with the first candidate for fallback: of equals it takes the first. Candidates that were all rejected are alike, so
 * falling back on the first or on the last of them is right with the same probability.
 *
 * <p>Every p in [0, 1] and K to 2<sup>53</sup>, to a few units in the last place. Source: Stroebl, Kapoor and
 * Narayanan 2024, "Inference Scaling FLaws" (arXiv:2411.17501).
 *
 * @param tpr t, the chance that a right candidate is accepted, in [0, 1]
 * @param fpr f, the chance that a wrong one is, in [0, 1]
 */
public record FirstAcceptedLaw(double tpr, double fpr) {

    /** A cap that is never reached. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    private static final NoiseDensity NOISE = NoiseDensity.of(new NoiseLaw.Gaussian());

    private static final long LARGEST = 1L << 53;

    /** What is answered when no candidate was accepted. */
    public enum Otherwise {
        /** Nothing. */
        ABSTAIN,
        /** One of the rejected candidates. */
        ANSWER
    }

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a rate is outside [0, 1]
     */
    public FirstAcceptedLaw {
        Ranges.probability("tpr", tpr);
        Ranges.probability("fpr", fpr);
    }

    /**
     * The rates on a problem whose own part of the noise is known: accept iff √a·e + √(1 − a)·ε &lt; Φ⁻¹(rate), with a the
     * problem's share.
     *
     * @param verdict the rates over all problems
     * @param shares whose the noise is; no part may belong to answers
     * @param problemNoise e, standard normal over problems; any number when the problem's share is 0
     * @throws IllegalArgumentException when answers share noise, for then verdicts are not independent
     */
    public static FirstAcceptedLaw given(Scoring.Verdict verdict, NoiseShares shares, double problemNoise) {
        if (shares.answer() > 0) {
            throw new IllegalArgumentException(
                    "verdicts on equal answers are not independent: their share of the noise is " + shares.answer());
        }
        if (shares.problem() == 0) {
            return new FirstAcceptedLaw(verdict.tpr(), verdict.fpr());
        }
        return new FirstAcceptedLaw(
                conditional(verdict.tpr(), shares, problemNoise), conditional(verdict.fpr(), shares, problemNoise));
    }

    private static double conditional(double rate, NoiseShares shares, double problemNoise) {
        if (rate == 0 || rate == 1) {
            return rate;
        }
        double margin = NormalQuantile.of(rate) - StrictMath.sqrt(shares.problem()) * problemNoise;
        double rest = shares.candidate() + shares.call();
        if (rest == 0) {
            return margin > 0 ? 1 : 0;
        }
        return NOISE.survival(-margin / StrictMath.sqrt(rest));
    }

    /** a, the chance that one candidate is accepted. */
    public double acceptance(double p) {
        Ranges.probability("p", p);
        return p * tpr + (1 - p) * fpr;
    }

    /**
     * The expected number of candidates drawn, G.
     *
     * @param p in [0, 1]
     * @param cap K, at least 0; {@link #UNBOUNDED} for no cap
     * @return infinite when there is no cap and nothing is ever accepted
     */
    public double draws(double p, long cap) {
        checkCap(cap);
        double a = acceptance(p);
        if (cap == UNBOUNDED) {
            return 1 / a;
        }
        return a == 0 ? cap : cap == 0 ? 0 : -StrictMath.expm1(cap * StrictMath.log1p(-a)) / a;
    }

    /**
     * The chance that none of K candidates is accepted, (1 − a)<sup>K</sup>.
     *
     * @param p in [0, 1]
     * @param cap K, at least 0; {@link #UNBOUNDED} for no cap
     */
    public double noneAccepted(double p, long cap) {
        checkCap(cap);
        double a = acceptance(p);
        if (cap == UNBOUNDED) {
            return a == 0 ? 1 : 0;
        }
        return cap == 0 ? 1 : StrictMath.exp(cap * StrictMath.log1p(-a));
    }

    /**
     * The chance that the answer given is right.
     *
     * @param p in [0, 1]
     * @param cap K, at least 0, at least 1 with a fallback that answers; {@link #UNBOUNDED} for no cap
     */
    public double accuracy(double p, long cap, Otherwise fallback) {
        return accepted(p * tpr, p, cap) + rejected(p * (1 - tpr), p, cap, fallback);
    }

    /**
     * The chance that the answer given is wrong.
     *
     * @param p in [0, 1]
     * @param cap K, at least 0, at least 1 with a fallback that answers; {@link #UNBOUNDED} for no cap
     */
    public double falseAcceptance(double p, long cap, Otherwise fallback) {
        return accepted((1 - p) * fpr, p, cap) + rejected((1 - p) * (1 - fpr), p, cap, fallback);
    }

    /** Those accepted and of a kind that one candidate is with probability {@code kind}: kind·G. */
    private double accepted(double kind, double p, long cap) {
        double draws = draws(p, cap);
        return kind == 0 ? 0 : Math.min(1, kind * draws);
    }

    /**
     * Those answered though rejected: P(none accepted)·kind/(1 − a), written (1 − a)<sup>K−1</sup>·kind so that a = 1 needs
     * no care.
     */
    private double rejected(double kind, double p, long cap, Otherwise fallback) {
        if (fallback == Otherwise.ABSTAIN) {
            return 0;
        }
        if (cap == 0) {
            throw new IllegalArgumentException("a fallback that answers needs a cap of at least 1");
        }
        return kind * noneAccepted(p, cap == UNBOUNDED ? cap : cap - 1);
    }

    /**
     * The accuracy with any number of draws: the ceiling p·t/a.
     *
     * @return 0 where nothing is ever accepted
     */
    public double ceiling(double p) {
        double a = acceptance(p);
        return a == 0 ? 0 : p * tpr / a;
    }

    /**
     * The expected utility with abstention for fallback: +1 for a right answer, −{@code penalty} for a wrong one, 0 for none.
     *
     * @param penalty c, at least 0
     */
    public double utility(double p, long cap, double penalty) {
        return accuracy(p, cap, Otherwise.ABSTAIN) - penalty * falseAcceptance(p, cap, Otherwise.ABSTAIN);
    }

    /**
     * The cap of greatest expected utility over a law of difficulty, with abstention for fallback; 0 says "do not answer",
     * {@link #UNBOUNDED} that one more draw always gains (for caps to 2<sup>53</sup>).
     *
     * <p>One more draw gains E[w·(1 − a)<sup>K</sup>], w = p·t − c·(1 − p)·f. For t ≥ f both a and w grow with p, so in order
     * of decay the weights change sign once, and (Descartes) the gain changes sign at most once in K, from gain to loss:
     * utility has one peak, found by bisection. A fallback that answers has no such peak: K + 1 draws beat K by
     * (1 − a)<sup>K−1</sup>·p·(1 − p)·(t − f) ≥ 0.
     *
     * @param law of p
     * @param penalty c, at least 0
     * @throws IllegalArgumentException when the verifier prefers wrong candidates, or {@code penalty} is negative
     */
    public long bestCap(DifficultyLaw law, double penalty) {
        if (tpr < fpr) {
            throw new IllegalArgumentException(
                    "the best cap needs tpr of at least fpr, not %s and %s".formatted(tpr, fpr));
        }
        if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("penalty must be at least 0 and finite, not " + penalty);
        }
        if (!(gain(law, 0, penalty) > 0)) {
            return 0;
        }
        long gains = 0;
        long losses = 1;
        while (gain(law, losses, penalty) > 0) {
            gains = losses;
            losses *= 2;
            if (losses > LARGEST) {
                return UNBOUNDED;
            }
        }
        while (losses - gains > 1) {
            long middle = (gains + losses) >>> 1;
            if (gain(law, middle, penalty) > 0) {
                gains = middle;
            } else {
                losses = middle;
            }
        }
        return losses;
    }

    private double gain(DifficultyLaw law, long cap, double penalty) {
        return law.expectation(p -> (p * tpr - penalty * (1 - p) * fpr) * noneAccepted(p, cap));
    }

    private static void checkCap(long cap) {
        if (cap < 0 || (cap > LARGEST && cap != UNBOUNDED)) {
            throw new IllegalArgumentException("the cap must be between 0 and 2^53, or UNBOUNDED, not " + cap);
        }
    }
}
