package overthink.core.exact.replay;

/**
 * The expected coverage of k candidates drawn without replacement from n recorded ones of which c are right, pass@k:
 * 1 − C(n − c, k) ÷ C(n, k) (Chen et al. 2021, "Evaluating Large Language Models Trained on Code", §2.1); and the chance that
 * all k are right, pass^k: C(c, k) ÷ C(n, k).
 */
public final class CoverageReplay {

    private CoverageReplay() {}

    /**
     * pass@k: the chance that some of {@code k} is right.
     *
     * @param n candidates, at least 1
     * @param c right ones, 0 to n
     * @param k from 1 to n
     * @throws IllegalArgumentException when a number is outside its range
     */
    public static double some(int n, int c, int k) {
        check(n, c, k);
        return 1 - new Choices(n).ratio(n - c, n, k);
    }

    /** pass^k: the chance that all of {@code k} are right; numbers as for {@link #some}. */
    public static double all(int n, int c, int k) {
        check(n, c, k);
        return new Choices(n).ratio(c, n, k);
    }

    private static void check(int n, int c, int k) {
        if (n < 1 || c < 0 || c > n || k < 1 || k > n) {
            throw new IllegalArgumentException(
                    "1 ≤ k ≤ n and 0 ≤ c ≤ n must hold, not k = %d, c = %d, n = %d".formatted(k, c, n));
        }
    }
}
