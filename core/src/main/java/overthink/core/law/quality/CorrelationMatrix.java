package overthink.core.law.quality;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import overthink.core.api.RealRange;

/** Correlations of some standard normal numbers, positive definite. Immutable. */
public final class CorrelationMatrix {

    /** What a correlation of two different numbers may be. */
    public static final RealRange CORRELATION = RealRange.within(1);

    /** What is left of a number's variance, given those before it, must be at least this: else the numbers determine one another. */
    private static final double LEAST = 1e-9;

    /** By row: the factor L of the Cholesky decomposition L·Lᵀ, below the diagonal and on it. */
    private final double[][] factor;

    /**
     * A matrix.
     *
     * @param correlations square, symmetric, 1 on the diagonal
     * @throws IllegalArgumentException when a correlation is outside [−1, 1], or they are not positive definite
     */
    public CorrelationMatrix(double[][] correlations) {
        int size = correlations.length;
        factor = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                CORRELATION.check("correlation", correlations[i][j]);
                double rest = correlations[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[i][k] * factor[j][k];
                }
                if (i == j && !(rest >= LEAST)) {
                    throw new IllegalArgumentException(
                            "the correlations are not positive definite: no %d numbers have them all".formatted(size));
                }
                factor[i][j] = i == j ? StrictMath.sqrt(rest) : rest / factor[j][j];
            }
        }
    }

    /** Numbers that do not correlate. */
    public static CorrelationMatrix identity(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return new CorrelationMatrix(identity);
    }

    /** How many numbers there are. */
    public int size() {
        return factor.length;
    }

    /** A number as a combination of independent ones: a unit vector. */
    public double[] row(int number) {
        return factor[number].clone();
    }

    /**
     * A combination of the numbers, as one of independent ones and scaled to variance 1.
     *
     * @param weights of the numbers
     * @return a unit vector
     * @throws IllegalArgumentException when all weights are 0
     */
    public double[] combination(double[] weights) {
        double[] sum = new double[size()];
        for (int i = 0; i < size(); i++) {
            for (int k = 0; k < size(); k++) {
                sum[k] += weights[i] * factor[i][k];
            }
        }
        double length = length(sum);
        if (length == 0) {
            throw new IllegalArgumentException("some weight must differ from 0");
        }
        for (int k = 0; k < size(); k++) {
            sum[k] /= length;
        }
        return sum;
    }

    /** The standard deviation of a combination. */
    public double deviation(double[] weights) {
        double[] sum = new double[size()];
        for (int i = 0; i < size(); i++) {
            for (int k = 0; k < size(); k++) {
                sum[k] += weights[i] * factor[i][k];
            }
        }
        return length(sum);
    }

    private static double length(double[] vector) {
        double square = 0;
        for (double part : vector) {
            square += part * part;
        }
        return StrictMath.sqrt(square);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CorrelationMatrix that && Arrays.deepEquals(factor, that.factor);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(factor);
    }

    @Override
    public String toString() {
        return "CorrelationMatrix" + Arrays.deepToString(factor);
    }
}
