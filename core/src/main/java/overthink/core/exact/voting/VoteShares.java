package overthink.core.exact.voting;

import java.util.Arrays;

/**
 * The weights of the wrong answers among wrong candidates, descending, with answers of equal weight in one group; and the
 * weight of those that nobody else gives.
 */
public final class VoteShares {

    private final double[] weights;
    private final int[] multiplicities;
    private final int total;
    private final double unique;
    private final double logTotal;
    private final RareAnswers rare = new RareAnswers();

    private VoteShares(double[] descending, int[] multiplicities, double unique) {
        this.weights = descending;
        this.multiplicities = multiplicities;
        this.unique = unique;
        total = Arrays.stream(multiplicities).sum();
        logTotal = StrictMath.log(Math.max(1, total));
        for (int j = 0; j < weights.length; j++) {
            rare.add(weights[j], multiplicities[j]);
        }
    }

    /** Equally likely answers. */
    static VoteShares even(int answers) {
        return new VoteShares(new double[] {1.0 / answers}, new int[] {answers}, 0);
    }

    /** Answers of given weights, in any order and unit; those of weight 0 do not occur. */
    static VoteShares of(double[] weights, double unique) {
        double[] sorted = weights.clone();
        Arrays.sort(sorted);
        double total = unique;
        for (double weight : sorted) {
            total += weight;
        }
        if (!(total > 0 && total < Double.POSITIVE_INFINITY && unique >= 0)
                || (sorted.length > 0 && !(sorted[0] >= 0))) {
            throw new IllegalArgumentException("weights of answers must be at least 0 and not all 0");
        }
        double[] values = new double[sorted.length];
        int[] counts = new int[sorted.length];
        int groups = 0;
        for (int i = sorted.length - 1; i >= 0 && sorted[i] / total > 0; i--) {
            double weight = sorted[i] / total;
            if (groups > 0 && values[groups - 1] == weight) {
                counts[groups - 1]++;
            } else {
                values[groups] = weight;
                counts[groups++] = 1;
            }
        }
        return new VoteShares(Arrays.copyOf(values, groups), Arrays.copyOf(counts, groups), unique / total);
    }

    /** How many different weights there are. */
    public int groups() {
        return weights.length;
    }

    /** The weight of each answer in a group. */
    public double weight(int group) {
        return weights[group];
    }

    /** How many answers are in a group. */
    public int multiplicity(int group) {
        return multiplicities[group];
    }

    /** How many answers can be given more than once. */
    int total() {
        return total;
    }

    /** The logarithm of {@link #total()}, 0 when that is 0. */
    double logTotal() {
        return logTotal;
    }

    /** The weight of answers that nobody else gives. */
    public double unique() {
        return unique;
    }

    /** The sums of powers of the weights. */
    RareAnswers rare() {
        return rare;
    }
}
