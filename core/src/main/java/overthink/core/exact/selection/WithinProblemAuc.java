package overthink.core.exact.selection;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.jspecify.annotations.Nullable;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.ScoreTable;
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
 * 1e−7. Where right and wrong candidates share noise otherwise, (√a − √a′)² of the problem's parts a and a′ is left. A
 * verdict's is (1 + TPR − FPR)/2. Of tabulated scores it is P(x &gt; x′) + ½·P(x = x′) given the problem's noise, by the
 * trapezoidal rule over that noise.
 *
 * <p>It is a mean over problems of one difficulty, over the spread of their d and the noise that belongs to their answers, too. For a process verifier it is that
 * of whole solutions after their last step, for a judge that of the latents that it compares.
 */
public final class WithinProblemAuc {

    private static final NoiseDensity NORMAL = NoiseDensity.of(new NoiseLaw.Gaussian());

    /** Of the trapezoidal rule, on each side of 0. */
    private static final int NODES = 80;

    private static final double FARTHEST = 8;

    private final Scoring scoring;
    private final Sensitivity.Spread spread;
    private final double ofTables;
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
        scoring = usual(verifier).scoring();
        hack = verifier.hack();
        difference = scoring instanceof Scoring.Graded ? difference(usual(verifier), steps) : null;
        spread = scoring instanceof Scoring.Graded graded ? graded.sensitivity().spread() : Sensitivity.NO_SPREAD;
        ofTables = scoring instanceof Scoring.Tabulated tables ? ofTables(tables, verifier) : Double.NaN;
    }

    /** A verifier that goes by level, depth or rounds as it is on the first level, after the last step and before rounding. */
    private static Verifier usual(Verifier verifier) {
        return verifier.at(0.5, 0, 1);
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
        NoiseShares wrong = verifier.shares();
        NoiseShares right = verifier.goodShares();
        double ofProblem =
                verifier.sharesAlike() ? 0 : StrictMath.sqrt(right.problem()) - StrictMath.sqrt(wrong.problem());
        double own = own(wrong) + own(right) + ofProblem * ofProblem;
        if (own == 0) {
            return null;
        }
        if (!(verifier.noise() instanceof NoiseLaw.StudentT law)) {
            return VarianceMixture.known(own);
        }
        VarianceMixture one = VarianceMixture.ofStudentT(law.degreesOfFreedom());
        VarianceMixture ofCandidate = dependsOnSteps(verifier) ? path(one, verifier.persistence(), steps) : one;
        VarianceMixture sum = plus(sum(wrong, one, ofCandidate), sum(right, one, ofCandidate));
        return plus(sum, scaled(one, ofProblem * ofProblem));
    }

    private static double own(NoiseShares shares) {
        return shares.answer() + shares.candidate() + shares.call();
    }

    private static @Nullable VarianceMixture sum(NoiseShares shares, VarianceMixture one, VarianceMixture ofCandidate) {
        VarianceMixture sum = scaled(one, shares.answer());
        sum = plus(sum, scaled(ofCandidate, shares.candidate()));
        return plus(sum, scaled(one, shares.call()));
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
        if (scoring instanceof Scoring.Graded graded) {
            return ofDistance(graded.sensitivity().at(p));
        }
        return scoring instanceof Scoring.Verdict verdict ? ofVerdict(verdict) : ofTables;
    }

    private static double ofTables(Scoring.Tabulated tables, Verifier verifier) {
        double ofGood = verifier.goodShares().problem();
        double ofBad = verifier.shares().problem();
        return ofGood == 0 && ofBad == 0 ? tables.area() : givenProblem(tables, ofGood, ofBad);
    }

    private static double givenProblem(Scoring.Tabulated tables, double ofGood, double ofBad) {
        return normalMean(e -> {
            double[] good = chances(tables.good(), ofGood, e);
            double[] bad = chances(tables.bad(), ofBad, e);
            double sum = 0;
            int next = 0;
            double below = 0;
            for (int i = 0; i < good.length; i++) {
                double score = tables.good().score(i);
                while (next < bad.length && tables.bad().score(next) < score) {
                    below += bad[next++];
                }
                double equal = 0;
                for (int j = next; j < bad.length && tables.bad().score(j) == score; j++) {
                    equal += bad[j];
                }
                sum += good[i] * (below + 0.5 * equal);
            }
            return sum;
        });
    }

    /** By rank: the chance of a score, given a problem's part e of the noise. */
    private static double[] chances(ScoreTable table, double share, double e) {
        double[] chances = new double[table.size()];
        double below = 0;
        for (int rank = 0; rank < chances.length; rank++) {
            double end = 1;
            if (rank + 1 < chances.length) {
                double margin = table.end(rank) - StrictMath.sqrt(share) * e;
                end = share == 1 ? (margin > 0 ? 1 : 0) : 0.5 * Erf.erfc(-margin / StrictMath.sqrt(2 * (1 - share)));
            }
            chances[rank] = end - below;
            below = end;
        }
        return chances;
    }

    private static double ofVerdict(Scoring.Verdict verdict) {
        return 0.5 * (1 + verdict.tpr() - verdict.fpr());
    }

    /** The area of graded scores with this verifier's noise, its spread of d, and another trend that is {@code d} there. */
    public double ofDistance(double d) {
        return spread.none() ? ofOne(d) : normalMean(z -> ofOne(spread.around(d, z)));
    }

    /** The mean of a function of a standard normal number, by the trapezoidal rule. */
    private static double normalMean(DoubleUnaryOperator function) {
        double sum = 0;
        double total = 0;
        for (int i = -NODES; i <= NODES; i++) {
            double z = FARTHEST * i / NODES;
            double weight = NORMAL.density(z);
            sum += weight * function.applyAsDouble(z);
            total += weight;
        }
        return sum / total;
    }

    private double ofOne(double d) {
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
