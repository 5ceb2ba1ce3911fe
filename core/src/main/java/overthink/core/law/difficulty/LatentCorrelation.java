package overthink.core.law.difficulty;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import overthink.core.api.RealRange;

/**
 * How difficulty is shared by several policies: a Gaussian copula. Policy m finds a problem as hard as its latent y<sub>m</sub> =
 * √ρ·z + √(1 − ρ)·ε<sub>m</sub> says, p<sub>m</sub> = F<sub>m</sub><sup>−1</sup>(Φ(y<sub>m</sub>)): two policies' latents
 * correlate by ρ, and each of them by √ρ with the problem's own z. A pair may have a correlation of its own. With ρ = 1 a problem
 * that is among the hardest for one is among the hardest for all; with ρ = 0 nothing is shared.
 */
public final class LatentCorrelation {

    /** What the correlation of all policies may be. */
    public static final RealRange COMMON = RealRange.PROBABILITY;

    /** What the correlation of a pair may be. */
    public static final RealRange PAIR = new RealRange(-1, 1);

    /** Below this a variance that is left is rounding. */
    private static final double NOTHING = 1e-10;

    /** Below this a covariance that is left is. */
    private static final double LITTLE = 1e-5;

    private final double common;
    private final double[][] pairs;
    /** The lower triangle L with L·Lᵀ = R, R over the first policy, z, and the other policies. */
    private final double[][] triangle;

    private LatentCorrelation(double common, double[][] pairs) {
        this.common = common;
        this.pairs = pairs;
        triangle = triangle(matrix());
    }

    /**
     * The same correlation for all pairs of some policies.
     *
     * @throws IllegalArgumentException when {@code common} is outside {@link #COMMON}
     */
    public static LatentCorrelation of(int policies, double common) {
        COMMON.check("correlation", common);
        double[][] pairs = new double[policies][policies];
        for (int i = 0; i < policies; i++) {
            for (int j = 0; j < policies; j++) {
                pairs[i][j] = i == j ? 1 : common;
            }
        }
        return new LatentCorrelation(common, pairs);
    }

    /**
     * Correlations by pair.
     *
     * @param common of latents with z, squared
     * @param pairs of latents, symmetric, 1 on the diagonal; is copied
     * @throws IllegalArgumentException when one is outside its range, or they are those of no latents: together with z they
     *     must make a matrix without negative eigenvalues
     */
    public static LatentCorrelation of(double common, double[][] pairs) {
        COMMON.check("correlation", common);
        double[][] copy = new double[pairs.length][];
        for (int i = 0; i < pairs.length; i++) {
            copy[i] = pairs[i].clone();
            for (double pair : copy[i]) {
                PAIR.check("correlation", pair);
            }
        }
        return new LatentCorrelation(common, copy);
    }

    /** How many policies there are. */
    public int policies() {
        return pairs.length;
    }

    /** The correlation of two policies' latents. */
    public double between(int one, int other) {
        return pairs[one][other];
    }

    /** The correlation of each policy's latent with z. */
    public double withProblem() {
        return StrictMath.sqrt(common);
    }

    /** The correlation of all pairs that have none of their own. */
    public double common() {
        return common;
    }

    private double[][] matrix() {
        int size = pairs.length + 1;
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                if (i == j) {
                    matrix[i][j] = 1;
                } else if (i == 1 || j == 1) {
                    matrix[i][j] = withProblem();
                } else {
                    matrix[i][j] = pairs[policy(i)][policy(j)];
                }
            }
        }
        return matrix;
    }

    private static int policy(int row) {
        return Math.max(0, row - 1);
    }

    /** Cholesky's factor; a variance that is used up leaves a row of nothing. */
    private static double[][] triangle(double[][] matrix) {
        int size = matrix.length;
        double[][] lower = new double[size][size];
        for (int j = 0; j < size; j++) {
            double left = matrix[j][j] - product(lower[j], lower[j], j);
            if (left < -NOTHING) {
                throw impossible();
            }
            boolean used = left <= NOTHING;
            lower[j][j] = used ? 0 : StrictMath.sqrt(left);
            for (int i = j + 1; i < size; i++) {
                double covariance = matrix[i][j] - product(lower[i], lower[j], j);
                if (used && Math.abs(covariance) > LITTLE) {
                    throw impossible();
                }
                lower[i][j] = used ? 0 : covariance / lower[j][j];
            }
        }
        return lower;
    }

    private static IllegalArgumentException impossible() {
        return new IllegalArgumentException(
                "no difficulties correlate so: the matrix of these correlations, and of each policy with the problem (the square"
                        + " root of that of the others), must be positive definite. Maybe correlations that are nearer to each other.");
    }

    private static double product(double[] one, double[] other, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += one[k] * other[k];
        }
        return sum;
    }

    /**
     * The latents of a problem.
     *
     * @param first that of the first policy
     * @param normals independent standard normal numbers, as many as there are policies
     * @param into receives z at 0, and the latent of policy m ≥ 1 at m
     */
    public void latents(double first, double[] normals, double[] into) {
        for (int row = 1; row < triangle.length; row++) {
            double sum = triangle[row][0] * first;
            for (int k = 1; k <= row; k++) {
                sum += triangle[row][k] * normals[k - 1];
            }
            into[row - 1] = sum;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LatentCorrelation that && common == that.common && Arrays.deepEquals(pairs, that.pairs);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(common) + Arrays.deepHashCode(pairs);
    }

    @Override
    public String toString() {
        return "LatentCorrelation[common=%s, pairs=%s]".formatted(common, Arrays.deepToString(pairs));
    }
}
