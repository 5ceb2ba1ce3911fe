package overthink.core.exact;

import overthink.core.law.difficulty.DifficultyLaw;

/**
 * Coverage, or pass@N: the probability that at least one of N candidates is correct.
 *
 * <p>Source: Chen et al. 2021 (the estimator); Brown et al. 2024, "Large Language Monkeys" (coverage).
 */
public final class Coverage {

    private static final long MOST_BLOCKS = 1 << 20;

    /** A logarithm of what is lost beside 1. */
    private static final double NOTHING_LEFT = -40;

    private Coverage() {}

    /**
     * 1 − (1 − p)<sup>n</sup>, to a few units in the last place for every p and n.
     *
     * @param p in [0, 1]
     * @param n at least 0
     * @throws IllegalArgumentException when an argument is outside its range
     */
    public static double of(double p, long n) {
        Ranges.probability("p", p);
        if (n < 0) {
            throw new IllegalArgumentException("n must be at least 0, not " + n);
        }
        return n == 0 ? 0 : -StrictMath.expm1(n * StrictMath.log1p(-p));
    }

    /**
     * E[1 − (1 − p)<sup>n</sup>] over a law of difficulty.
     *
     * @param n at least 0
     */
    public static double of(DifficultyLaw law, long n) {
        return n == 1 ? law.mean() : 1 - law.failure(n);
    }

    /**
     * The unbiased estimate of pass@k from recorded counts: 1 − C(n − c, k)/C(n, k), the chance that k of the n candidates,
     * drawn without replacement, hold a correct one. Relative error about 1e−12, whatever n.
     *
     * @param n candidates, at least 1
     * @param c how many of them are correct, 0 to n
     * @param k at least 0, at most n
     * @throws IllegalArgumentException when an argument is outside its range
     */
    public static double unbiased(long n, long c, long k) {
        if (n < 1 || c < 0 || c > n || k < 0 || k > n) {
            throw new IllegalArgumentException(
                    "pass@k needs 0 <= c <= n and 0 <= k <= n, not n %d, c %d and k %d".formatted(n, c, k));
        }
        if (n - c < k) {
            return 1;
        }
        // C(n−c,k)/C(n,k) is symmetric in c and k: a product of min(c, k) factors 1 − max(c, k)/(n − i).
        long factors = Math.min(c, k);
        double other = Math.max(c, k);
        // of very many factors a block is its middle one to a power: they hardly change within it
        long blocks = Math.min(factors, MOST_BLOCKS);
        double width = (double) factors / blocks;
        double log = 0;
        for (long block = 0; block < blocks && log > NOTHING_LEFT; block++) {
            double middle = (block + 0.5) * width - 0.5;
            log += width * StrictMath.log1p(-other / (n - middle));
        }
        return 0 - StrictMath.expm1(log);
    }

    /**
     * {@link #of(double, long)}, but {@link #unbiased} where p is the share of correct ones of so many recorded candidates. More
     * than these find no more: whatever is solved with chance c/n &gt; 0 is solved by them.
     *
     * @param p in [0, 1]
     * @param counted of how many candidates p is the share; 0 when of none
     * @param k at least 0
     * @throws IllegalArgumentException when an argument is outside its range
     */
    public static double measured(double p, long counted, long k) {
        return counted > 0 ? unbiased(counted, Math.round(p * counted), Math.min(k, counted)) : of(p, k);
    }
}
