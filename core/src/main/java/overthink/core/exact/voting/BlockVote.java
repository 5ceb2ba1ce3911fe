package overthink.core.exact.voting;

import java.util.Arrays;
import overthink.core.exact.Ranges;

/**
 * A vote of a few candidates some of which may give no answer, and whether so many agree: with C<sub>0</sub> votes for the true answer
 * and C<sub>j</sub> for wrong ones, ties broken by the answer seen first,
 *
 * <p>P(the true answer leads, with at least a votes) = n!·[x<sup>n</sup>] Σ<sub>v≥a</sub> (px)<sup>v</sup>/v! · ∫ ds
 * Π<sub>j</sub> (Σ<sub>i&lt;v</sub> (q<sub>j</sub>x)<sup>i</sup>/i! + s·(q<sub>j</sub>x)<sup>v</sup>/v!) · e<sup>rx</sup>,
 *
 * <p>r being the share of candidates that have no vote to count: those without an answer, and those whose answer nobody else gives, of
 * which each ties with a single vote (s·x in place of x). All terms are positive, and one product of polynomials serves every number
 * of candidates. Ties as in {@link Plurality}, which has the same vote for any number of candidates that all answer.
 *
 * <p>Range: to {@value #MOST} candidates; relative error about 1e−13.
 */
public final class BlockVote {

    /** The most candidates. */
    public static final int MOST = 100;

    private final double p;
    private final double wrong;
    private final VoteShares answers;
    private final double silent;
    private final int candidates;
    /** By number of candidates: the chance that the true answer leads. */
    private final double[] right;

    private final double rightAgreed;
    private final double agreed;
    private final double wrongAgreed;

    /**
     * A vote.
     *
     * @param p chance that a candidate is right, in [0, 1]
     * @param weights of wrong answers in any unit: at 0 of those that nobody else gives, then of each other
     * @param silence share of wrong candidates that give no answer, in [0, 1]
     * @param candidates n, from 1 to {@value #MOST}
     * @param least a, the votes from which on candidates agree, from 0 to n
     */
    public BlockVote(double p, double[] weights, double silence, int candidates, int least) {
        Ranges.probability("p", p);
        Ranges.probability("silence", silence);
        Ranges.count("candidates", candidates, MOST);
        if (least < 0 || least > candidates) {
            throw new IllegalArgumentException(
                    "the least must be from 0 to the %d candidates, not %d".formatted(candidates, least));
        }
        this.p = p;
        this.candidates = candidates;
        wrong = (1 - p) * (1 - silence);
        silent = (1 - p) * silence;
        answers = VoteShares.of(Arrays.copyOfRange(weights, 1, weights.length), weights[0]);
        right = new double[candidates + 1];
        double[] sum = new double[candidates + 1];
        double agreedSum = 0;
        for (int votes = candidates; votes >= 1; votes--) {
            double[] leading = leading(votes);
            for (int i = votes; i <= candidates; i++) {
                sum[i] += leading[i - votes];
            }
            agreedSum = votes == Math.max(1, least) ? sum[candidates] : agreedSum;
        }
        double factorial = 1;
        for (int i = 1; i <= candidates; i++) {
            factorial *= i;
            right[i] = Math.min(1, factorial * sum[i]);
        }
        rightAgreed = Math.min(1, factorial * agreedSum);
        double none = least == 0 ? 0 : factorial * fewerThan(least, true);
        double noneRight = least == 0 ? 0 : factorial * fewerThan(least, false);
        agreed = Math.max(rightAgreed, 1 - none);
        wrongAgreed = Math.max(0, StrictMath.pow(1 - p, candidates) - noneRight);
    }

    /** By how many others vote: that the true answer has so many votes and leads, over factorials. */
    private double[] leading(int votes) {
        int others = candidates - votes;
        TieRule ties = TieRule.of(answers.unique() > 0 && votes == 1 ? others : others / votes);
        double[] sum = new double[others + 1];
        for (int node = 0; node < ties.size(); node++) {
            double s = ties.node(node);
            double unique = wrong * answers.unique() * (votes == 1 ? s : 1);
            double[] product = exponential(silent + unique, others, others);
            for (int group = 0; group < answers.groups(); group++) {
                double[] fewer = exponential(wrong * answers.weight(group), votes, others);
                if (votes <= others) {
                    fewer[votes] *= s;
                }
                product = times(product, power(fewer, answers.multiplicity(group)));
            }
            for (int i = 0; i <= others; i++) {
                sum[i] += ties.weight(node) * product[i];
            }
        }
        double own = 1;
        for (int i = 1; i <= votes; i++) {
            own *= p / i;
        }
        for (int i = 0; i <= others; i++) {
            sum[i] *= own;
        }
        return sum;
    }

    /** That all n candidates are told, and no answer has as many as {@code least} votes, over n!; with true answers or without. */
    private double fewerThan(int least, boolean withRight) {
        double unique = least == 1 ? 0 : wrong * answers.unique();
        double[] product = exponential(silent + unique, candidates, candidates);
        if (withRight) {
            product = times(product, exponential(p, least - 1, candidates));
        }
        for (int group = 0; group < answers.groups(); group++) {
            double[] fewer = exponential(wrong * answers.weight(group), least - 1, candidates);
            product = times(product, power(fewer, answers.multiplicity(group)));
        }
        return product[candidates];
    }

    /** The terms of e<sup>qx</sup> to x<sup>last</sup>, and none beyond, of {@code degree} + 1. */
    private static double[] exponential(double q, int last, int degree) {
        double[] terms = new double[degree + 1];
        terms[0] = 1;
        for (int i = 1; i <= Math.min(last, degree); i++) {
            terms[i] = terms[i - 1] * q / i;
        }
        return terms;
    }

    private static double[] power(double[] base, int exponent) {
        double[] power = base;
        double[] result = new double[base.length];
        result[0] = 1;
        for (int left = exponent; left > 0; left >>= 1) {
            result = (left & 1) == 1 ? times(result, power) : result;
            power = left > 1 ? times(power, power) : power;
        }
        return result;
    }

    private static double[] times(double[] one, double[] other) {
        double[] product = new double[one.length];
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; one[i] != 0 && j < one.length - i; j++) {
                product[i + j] += one[i] * other[j];
            }
        }
        return product;
    }

    /**
     * The chance that the true answer leads among the first so many candidates.
     *
     * @param first from 1 to n
     */
    public double right(int first) {
        return right[first];
    }

    /** The chance that the true answer leads, and as many give it as agree. */
    public double rightAgreed() {
        return rightAgreed;
    }

    /** The chance that as many as agree give one answer. */
    public double agreed() {
        return agreed;
    }

    /** The chance that they do, and none is right. */
    public double agreedWithoutRight() {
        return wrongAgreed;
    }
}
