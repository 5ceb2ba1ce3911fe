package overthink.core.exact.replay;

/** Ratios of binomial coefficients, by logarithms of factorials. */
final class Choices {

    private final double[] logFactorial;

    /** Coefficients of numbers up to {@code most}. */
    Choices(int most) {
        logFactorial = new double[most + 1];
        double sum = 0;
        double lost = 0;
        for (int i = 2; i <= most; i++) {
            // summed with its rounding error, so that ratios of large factorials keep their digits
            double term = StrictMath.log(i) - lost;
            double next = sum + term;
            lost = (next - sum) - term;
            sum = next;
            logFactorial[i] = sum;
        }
    }

    /** C(a, k) ÷ C(n, k) for a ≤ n and k ≤ n, a product of k factors below 1 where that is exact, else by logarithms. */
    double ratio(int a, int n, int k) {
        if (k > a) {
            return 0;
        }
        if (k <= 64 || n - a <= 64) {
            double product = 1;
            // C(a,k)/C(n,k) = Π_{i<k} (a−i)/(n−i) = Π_{i<n−a} (n−k−i)/(n−i)
            int factors = Math.min(k, n - a);
            int top = k <= n - a ? a : n - k;
            for (int i = 0; i < factors; i++) {
                product *= (double) (top - i) / (n - i);
            }
            return product;
        }
        return StrictMath.exp(logOf(a, k) - logOf(n, k));
    }

    private double logOf(int a, int b) {
        return logFactorial[a] - logFactorial[b] - logFactorial[a - b];
    }
}
