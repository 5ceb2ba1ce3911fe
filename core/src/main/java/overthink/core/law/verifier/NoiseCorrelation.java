package overthink.core.law.verifier;

import java.util.Arrays;
import java.util.List;

/**
 * How the noises of several verifiers for the same candidate go together: a correlation matrix R, positive definite. A
 * positive one means that they err in the same direction: where one overrates a candidate, the other does so too.
 *
 * <p>All parts of the noise but the single call's go together so, the problem's, the answer's and the candidate's: of
 * independent standard normal g<sub>j</sub>, one for each verifier, verifier i has Σ<sub>j ≤ i</sub> L<sub>ij</sub>·g<sub>j</sub>
 * with L·Lᵀ = R (Cholesky). The whole noises of two verifiers thus correlate by ρ·Σ √(share · other's share) over those parts,
 * which is ρ itself where both have the same shares and none of the call's.
 */
public final class NoiseCorrelation {

    /** Below, a matrix counts as singular. */
    private static final double LEAST_PIVOT = 1e-12;

    private final double[][] correlations;
    private final double[][] factor;

    /**
     * A matrix, which is copied.
     *
     * @throws IllegalArgumentException when it is not square and symmetric with ones on its diagonal, or not positive definite
     */
    public NoiseCorrelation(double[][] correlations) {
        this.correlations = Arrays.stream(correlations).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < correlations.length; i++) {
            if (correlations[i].length != correlations.length || correlations[i][i] != 1) {
                throw new IllegalArgumentException("a correlation matrix is square and has ones on its diagonal");
            }
            for (int j = 0; j < i; j++) {
                if (correlations[i][j] != correlations[j][i]) {
                    throw new IllegalArgumentException("a correlation matrix is symmetric");
                }
            }
        }
        factor = factor(this.correlations);
    }

    /** No two of so many go together. */
    public static NoiseCorrelation none(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return new NoiseCorrelation(identity);
    }

    /** Any two of so many have the same correlation. */
    public static NoiseCorrelation common(int size, double correlation) {
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            Arrays.fill(matrix[i], correlation);
            matrix[i][i] = 1;
        }
        return new NoiseCorrelation(matrix);
    }

    private static double[][] factor(double[][] matrix) {
        double[][] lower = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double left = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    left -= lower[i][k] * lower[j][k];
                }
                if (i != j) {
                    lower[i][j] = left / lower[j][j];
                } else if (left < LEAST_PIVOT) {
                    throw new IllegalArgumentException(
                            ("correlations must make a positive definite matrix, and do not: the others leave verifier"
                                            + " number %d no noise of its own. Maybe smaller ones")
                                    .formatted(i + 1));
                } else {
                    lower[i][i] = StrictMath.sqrt(left);
                }
            }
        }
        return lower;
    }

    /** How many verifiers there are. */
    public int size() {
        return correlations.length;
    }

    /** The correlation of two. */
    public double of(int one, int other) {
        return correlations[one][other];
    }

    /**
     * L of a verifier, by those up to it, where some of the verifiers hold noise against a candidate rather than for it: Boolean ones
     * accept where it is low.
     *
     * @param against whether each of them does
     */
    public double[] loadings(int of, List<Boolean> against) {
        double[] loadings = new double[of + 1];
        for (int on = 0; on <= of; on++) {
            loadings[on] = against.get(of).equals(against.get(on)) ? factor[of][on] : -factor[of][on];
        }
        return loadings;
    }

    /** Whether a verifier's noise goes together with that of one before it. */
    public boolean independent(int of) {
        for (int on = 0; on < of; on++) {
            if (factor[of][on] != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoiseCorrelation that && Arrays.deepEquals(correlations, that.correlations);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(correlations);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(correlations);
    }
}
