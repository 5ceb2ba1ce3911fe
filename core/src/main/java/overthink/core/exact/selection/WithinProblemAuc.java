package overthink.core.exact.selection;

import org.jspecify.annotations.Nullable;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;

/**
 * The area under the ROC curve within a problem: the probability that a right candidate's score exceeds that of a wrong one of
 * the same problem which gives an answer of its own, equal scores counting one half. It is what selection feels. (A stated AUC
 * is that of noise which is all the candidate's, d = √2·Φ⁻¹(AUC).)
 *
 * <p>For graded scores it is (1 − h)·A(d) + h·A(d − shift), h the share of wrong answers that are loved, and A(δ) = P(δ + ε −
 * ε′ &gt; 0) with the noise of two candidates: the problem's part is in both and cancels, the parts of answer, candidate (or
 * path) and call are drawn for each. Gaussian: A(δ) = Φ(δ/√(2·(1 − problem's share))). Student's t: the mean of Φ(δ/√S), S the
 * {@link VarianceMixture variance} of the sum of all parts; a path's part is a sum over steps where it persists. Error below
 * 1e−7. A verdict's is (1 + TPR − FPR)/2.
 *
 * <p>It is a mean over problems of one d, over the noise that belongs to their answers, too. For a process verifier it is that
 * of whole solutions after their last step, for a judge that of the latents that it compares.
 */
public final class WithinProblemAuc {

    private static final NoiseDensity NORMAL = NoiseDensity.of(new NoiseLaw.Gaussian());

    private final Scoring scoring;
    private final Hack hack;
    /** The law of the variance of ε − ε′; null when that is 0. */
    private final @Nullable VarianceMixture difference;

    /**
     * For a verifier.
     *
     * @param steps of a solution, at least 1; they matter where noise persists from step to step and is not Gaussian
     */
    public WithinProblemAuc(Verifier verifier, int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("there must be at least 1 step, not " + steps);
        }
        scoring = verifier.scoring();
        hack = verifier.hack();
        difference = scoring instanceof Scoring.Graded ? difference(verifier, steps) : null;
    }

    /** Whether the area depends on the number of steps. */
    public static boolean dependsOnSteps(Verifier verifier) {
        double persistence = verifier.persistence();
        return verifier.noise() instanceof NoiseLaw.StudentT
                && verifier.shares().candidate() > 0
                && persistence > 0
                && persistence < 1;
    }

    private static @Nullable VarianceMixture difference(Verifier verifier, int steps) {
        NoiseShares shares = verifier.shares();
        double own = shares.answer() + shares.candidate() + shares.call();
        if (own == 0) {
            return null;
        }
        if (!(verifier.noise() instanceof NoiseLaw.StudentT law)) {
            return VarianceMixture.known(2 * own);
        }
        VarianceMixture one = VarianceMixture.ofStudentT(law.degreesOfFreedom());
        VarianceMixture ofCandidate = dependsOnSteps(verifier) ? path(one, verifier.persistence(), steps) : one;
        VarianceMixture sum = scaled(one, shares.answer());
        sum = plus(sum, scaled(ofCandidate, shares.candidate()));
        sum = plus(sum, scaled(one, shares.call()));
        return plus(sum, sum);
    }

    private static @Nullable VarianceMixture scaled(VarianceMixture variance, double share) {
        return share == 0 ? null : variance.times(share);
    }

    private static @Nullable VarianceMixture plus(@Nullable VarianceMixture one, @Nullable VarianceMixture other) {
        return one == null ? other : other == null ? one : one.plus(other);
    }

    /** φ^(2(T−1))·V₁ + (1 − φ²)·Σ φ^(2(T−t))·V_t over t from 2 to T, the sum by doubling. */
    private static VarianceMixture path(VarianceMixture one, double persistence, int steps) {
        double square = persistence * persistence;
        VarianceMixture sum = null;
        double decay = 1;
        VarianceMixture block = one;
        double blockDecay = square;
        for (int left = steps - 1; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                sum = decay > 0 ? plus(sum, block.times(decay)) : sum;
                decay *= blockDecay;
            }
            if (left > 1) {
                block = blockDecay > 0 ? block.plus(block.times(blockDecay)) : block;
                blockDecay *= blockDecay;
            }
        }
        VarianceMixture first = decay > 0 ? one.times(decay) : null;
        VarianceMixture path = plus(first, sum == null ? null : sum.times(1 - square));
        return path == null ? one : path;
    }

    /**
     * The area on problems of difficulty p.
     *
     * @param p in [0, 1]
     */
    public double at(double p) {
        return scoring instanceof Scoring.Graded graded
                ? ofDistance(graded.sensitivity().at(p))
                : ofVerdict((Scoring.Verdict) scoring);
    }

    private static double ofVerdict(Scoring.Verdict verdict) {
        return 0.5 * (1 + verdict.tpr() - verdict.fpr());
    }

    /** The area of graded scores with this verifier's noise and another d. */
    public double ofDistance(double d) {
        double unloved = hack.share() == 1 ? 0 : (1 - hack.share()) * ahead(d);
        double loved = hack.share() == 0 ? 0 : hack.share() * ahead(d - hack.shift());
        return unloved + loved;
    }

    private double ahead(double distance) {
        VarianceMixture variances = difference;
        if (variances == null || distance == 0) {
            return distance > 0 ? 1 : distance < 0 ? 0 : 0.5;
        }
        return variances.mean(variance -> normalBelow(distance / StrictMath.sqrt(variance)));
    }

    private static double normalBelow(double z) {
        return z < 0 ? NORMAL.survival(-z) : 1 - NORMAL.survival(z);
    }

    /**
     * The d of graded scores with this verifier's noise that has an area: found by bisection.
     *
     * @param auc in (0, 1)
     * @throws IllegalArgumentException when no d has it, since all noise is the problem's, or only one outside its range
     */
    public double distance(double auc) {
        if (!(auc > 0 && auc < 1)) {
            throw new IllegalArgumentException("auc-within must be above 0 and below 1, not " + auc);
        }
        if (difference == null) {
            throw new IllegalArgumentException(
                    "auc-within says nothing of d where all noise is the problem's: give d or auc");
        }
        double low = Sensitivity.D.least();
        double high = Sensitivity.D.most();
        if (ofDistance(low) > auc || ofDistance(high) < auc) {
            throw new IllegalArgumentException(
                    "no d between %.0f and %.0f has an auc-within of %s".formatted(low, high, auc));
        }
        while (true) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                return middle;
            }
            if (ofDistance(middle) < auc) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }
}
