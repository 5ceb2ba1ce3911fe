package overthink.core.exact.replay;

/**
 * Candidates drawn one after the other, each alike, from the n that were recorded of a problem: without replacement, or with.
 */
public final class Draws {

    private final int n;
    private final boolean replacement;
    private final Choices choices;

    private Draws(int n, boolean replacement) {
        if (n < 1) {
            throw new IllegalArgumentException("there must be at least 1 candidate, not " + n);
        }
        this.n = n;
        this.replacement = replacement;
        choices = new Choices(replacement ? 0 : n + 1);
    }

    /**
     * None is drawn twice.
     *
     * @param n candidates, at least 1
     * @throws IllegalArgumentException when there is none
     */
    public static Draws withoutReplacement(int n) {
        return new Draws(n, false);
    }

    /**
     * Any may be drawn again.
     *
     * @param n candidates, at least 1
     * @throws IllegalArgumentException when there is none
     */
    public static Draws withReplacement(int n) {
        return new Draws(n, true);
    }

    /** n. */
    public int candidates() {
        return n;
    }

    /** How many can be drawn of {@code k}: n at most when none is drawn twice. */
    public long drawn(long k) {
        return replacement ? k : Math.min(k, n);
    }

    /**
     * The chance that the first {@code k} are all among {@code part} of the candidates: C(part, k) ÷ C(n, k), with replacement
     * (part ÷ n)<sup>k</sup>; when fewer can be drawn, so many.
     *
     * @param part from 0 to n
     * @param k at least 0
     */
    public double within(int part, long k) {
        long drawn = drawn(k);
        if (drawn == 0 || part == n) {
            return 1;
        }
        if (!replacement) {
            return choices.ratio(part, n, (int) drawn);
        }
        return part == 0 ? 0 : StrictMath.exp(drawn * StrictMath.log1p(-(double) (n - part) / n));
    }

    /**
     * How many are drawn on average when the first of {@code stops} candidates ends it, and the k-th does in any case:
     * Σ<sub>i&lt;k</sub> C(n − a, i) ÷ C(n, i) = (n + 1) ÷ (a + 1) · (1 − C(n − a, k) ÷ C(n + 1, k)), with replacement
     * (1 − (1 − a ÷ n)<sup>k</sup>) · n ÷ a, where a is {@code stops}.
     *
     * @param stops from 0 to n
     * @param k at least 0
     */
    public double until(int stops, long k) {
        long drawn = drawn(k);
        if (stops == 0) {
            return drawn;
        }
        if (replacement) {
            return stops == n
                    ? Math.min(1, drawn)
                    : -StrictMath.expm1(drawn * StrictMath.log1p(-(double) stops / n)) * n / stops;
        }
        return (n + 1.0) / (stops + 1.0) * (1 - choices.ratio(n - stops, n + 1, (int) drawn));
    }
}
