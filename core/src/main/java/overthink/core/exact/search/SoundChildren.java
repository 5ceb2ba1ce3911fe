package overthink.core.exact.search;

/**
 * How many of n nodes are sound, of which each has one parent. The children of k sound and n − k flawed parents are sound in
 * number like a sum of two binomials; over a law π of k the generating function is
 *
 * <p>Σ π<sub>k</sub>·(1 − a + a·z)<sup>k</sup>·(1 − b + b·z)<sup>n−k</sup>,
 *
 * <p>a and b being the chances that a child of a sound and of a flawed one is sound; by Horner's rule, in n² multiplications of
 * numbers that are not negative.
 */
final class SoundChildren {

    private SoundChildren() {}

    /**
     * The law of how many children are sound.
     *
     * @param parents by how many parents are sound, from 0 to n
     * @param stays a
     * @param recovers b
     */
    static double[] of(double[] parents, double stays, double recovers) {
        int n = parents.length - 1;
        double[] power = new double[n + 1];
        double[] sum = new double[n + 1];
        power[0] = 1;
        sum[0] = parents[0];
        for (int k = 1; k <= n; k++) {
            multiply(power, k, stays);
            if (recovers > 0) {
                multiply(sum, k, recovers);
            }
            if (parents[k] > 0) {
                for (int i = 0; i <= k; i++) {
                    sum[i] += parents[k] * power[i];
                }
            }
        }
        return sum;
    }

    /** Multiplies a polynomial of degree k − 1 by 1 − a + a·z. */
    private static void multiply(double[] polynomial, int k, double a) {
        for (int i = k; i > 0; i--) {
            polynomial[i] = (1 - a) * polynomial[i] + a * polynomial[i - 1];
        }
        polynomial[0] *= 1 - a;
    }
}
