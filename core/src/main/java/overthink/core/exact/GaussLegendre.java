package overthink.core.exact;

/**
 * Gauss–Legendre quadrature on [−1, 1]: Σ w<sub>i</sub>·f(x<sub>i</sub>), exact for polynomials of degree 2n − 1; nodes
 * ascend.
 */
public final class GaussLegendre {

    private final double[] nodes;
    private final double[] weights;

    /** The rule with {@code n} nodes, found by Newton's method on the Legendre polynomial. */
    public GaussLegendre(int n) {
        nodes = new double[n];
        weights = new double[n];
        double[] legendre = new double[n + 1];
        for (int i = 0; i < (n + 1) / 2; i++) {
            double x = StrictMath.cos(Math.PI * (i + 0.75) / (n + 0.5));
            double slope = 0;
            for (int round = 0; round < 8; round++) {
                legendre(x, legendre);
                slope = n * (x * legendre[n] - legendre[n - 1]) / (x * x - 1);
                x -= legendre[n] / slope;
            }
            legendre(x, legendre);
            slope = n * (x * legendre[n] - legendre[n - 1]) / (x * x - 1);
            double weight = 2 / ((1 - x * x) * slope * slope);
            nodes[i] = -x;
            nodes[n - 1 - i] = x;
            weights[i] = weight;
            weights[n - 1 - i] = weight;
        }
        if (n % 2 == 1) {
            nodes[n / 2] = 0;
        }
    }

    /** n. */
    public int size() {
        return nodes.length;
    }

    /** x<sub>i</sub>. */
    public double node(int i) {
        return nodes[i];
    }

    /** w<sub>i</sub>. */
    public double weight(int i) {
        return weights[i];
    }

    /**
     * The matrix B with ∫ from x<sub>k</sub> to 1 of f = Σ<sub>j</sub> B[k][j]·f(x<sub>j</sub>) for polynomials f of degree
     * n − 1. From the expansion of Lagrange's polynomials in Legendre's, ℓ<sub>j</sub> = Σ<sub>r</sub>
     * (r + ½)·w<sub>j</sub>·P<sub>r</sub>(x<sub>j</sub>)·P<sub>r</sub>, and (2r + 1)·∫ P<sub>r</sub> from x to 1 =
     * P<sub>r−1</sub>(x) − P<sub>r+1</sub>(x).
     */
    public double[][] upperIntegrals() {
        int n = nodes.length;
        double[][] at = new double[n][n + 1];
        for (int k = 0; k < n; k++) {
            legendre(nodes[k], at[k]);
        }
        double[][] matrix = new double[n][n];
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < n; j++) {
                double sum = 1 - nodes[k];
                for (int r = 1; r < n; r++) {
                    sum += at[j][r] * (at[k][r - 1] - at[k][r + 1]);
                }
                matrix[k][j] = weights[j] * sum / 2;
            }
        }
        return matrix;
    }

    /** P<sub>0</sub>(x) to P<sub>m</sub>(x), m = into.length − 1. */
    private static void legendre(double x, double[] into) {
        into[0] = 1;
        if (into.length > 1) {
            into[1] = x;
        }
        for (int r = 1; r < into.length - 1; r++) {
            into[r + 1] = ((2 * r + 1) * x * into[r] - r * into[r - 1]) / (r + 1);
        }
    }
}
