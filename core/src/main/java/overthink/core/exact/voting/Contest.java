package overthink.core.exact.voting;

/**
 * Which answers can decide a vote between the true answer and the others.
 *
 * <p>The true answer of probability p has at most as many of n votes as one of probability q &lt; p with probability at most
 * (1 − (√p − √q)²)<sup>n</sup> ≤ e<sup>−n(√p − √q)²</sup> (Chernoff's bound at e<sup>λ</sup> = √(p/q)), and for q &gt; p that
 * bounds the chance that it has as many or more. An answer that nobody else gives ties with it only if it has one vote, or
 * none. Leaving answers out changes the accuracy by at most the sum of their bounds, which is kept below {@value #ERROR}.
 */
final class Contest {

    /** What leaving answers out changes at most. */
    static final double ERROR = 1e-14;

    /** Half of {@value #ERROR} is e<sup>−this</sup>: half for answers of given weights, half for unique ones. */
    private static final double SURE = 32.93;

    private final VoteShares answers;
    private final double p;
    private final long n;
    private final boolean uniqueMatters;
    private final boolean lost;
    private final int groups;

    /**
     * Sorts answers out.
     *
     * @param answers at least one
     * @param p strictly between 0 and 1
     */
    Contest(VoteShares answers, double p, long n) {
        this.answers = answers;
        this.p = p;
        this.n = n;
        uniqueMatters = answers.unique() > 0 && !(((double) n - 1) * p - StrictMath.log1p(n * p) > SURE);
        lost = (1 - p) * answers.weight(0) > p && distance(0) > SURE;
        groups = lost ? 1 : mattering();
    }

    /** n·(√p − √q)² for a group of answers. */
    private double distance(int group) {
        double gap = StrictMath.sqrt(p) - StrictMath.sqrt((1 - p) * answers.weight(group));
        return n * gap * gap;
    }

    /** The first group from which on all answers together are negligible. */
    private int mattering() {
        double enough = SURE + answers.logTotal();
        int from = 0;
        int to = answers.groups();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if ((1 - p) * answers.weight(middle) < p && distance(middle) > enough) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    /** Whether the true answer cannot win. */
    boolean lost() {
        return lost;
    }

    /** Whether the true answer cannot but win. */
    boolean won() {
        return groups == 0 && !uniqueMatters;
    }

    /** Whether one answer alone can win against the true one. */
    boolean single() {
        return groups == 1 && answers.multiplicity(0) == 1 && !uniqueMatters;
    }

    /** How many groups of answers, from the likeliest on, can win. */
    int groups() {
        return groups;
    }
}
