package overthink.core.solve.policies;

/**
 * How candidates are shared out over policies that generate equally many: of M policies, in order, each has ⌊N/M⌋ of N, and each of
 * the first N mod M one more.
 *
 * @param policies M
 * @param most candidates of each
 */
record PolicyShares(int policies, long most) {

    /** By policy, how many of so many candidates are its. */
    long[] of(long candidates) {
        long[] counts = new long[policies];
        for (int i = 0; i < policies; i++) {
            counts[i] = Math.min(most, candidates / policies + (i < candidates % policies ? 1 : 0));
        }
        return counts;
    }

    /** The number of candidates beyond which nothing changes; {@link Long#MAX_VALUE} when there is none. */
    long last() {
        return most > Long.MAX_VALUE / policies ? Long.MAX_VALUE : most * policies;
    }
}
