package overthink.core.exact.replay;

/**
 * What drawing candidates until the first accepted one comes to, of those recorded for a problem: n, a of them accepted and b of
 * the accepted right, c right in all. All orders being alike, the accepted one is each of the a with the same chance, a
 * rejected one in its stead each of the n − a, and the first that is not a rejected wrong one each of the others.
 */
public final class FirstAcceptedReplay {

    private final Draws draws;
    private final int accepted;
    private final int acceptedRight;
    private final int right;

    /**
     * The candidates of one problem.
     *
     * @param draws from its n candidates
     * @param accepted a, from 0 to n
     * @param acceptedRight b, from 0 to a
     * @param right c, from b to n − a + b
     * @throws IllegalArgumentException when a number is outside its range
     */
    public FirstAcceptedReplay(Draws draws, int accepted, int acceptedRight, int right) {
        int n = draws.candidates();
        if (accepted < 0
                || accepted > n
                || acceptedRight < 0
                || acceptedRight > accepted
                || right < acceptedRight
                || right - acceptedRight > n - accepted) {
            throw new IllegalArgumentException(
                    "of %d candidates there cannot be %d accepted, %d of these right, and %d right in all"
                            .formatted(n, accepted, acceptedRight, right));
        }
        this.draws = draws;
        this.accepted = accepted;
        this.acceptedRight = acceptedRight;
        this.right = right;
    }

    /** The chance that none of {@code k} is accepted. */
    public double noneAccepted(long k) {
        return draws.within(draws.candidates() - accepted, k);
    }

    /** The chance that an accepted one of {@code k} is the answer and right. */
    public double acceptedRight(long k) {
        return accepted == 0 ? 0 : (1 - noneAccepted(k)) * acceptedRight / accepted;
    }

    /** The chance that none of {@code k} is accepted, and a rejected one is right. */
    public double rejectedRight(long k) {
        int rejected = draws.candidates() - accepted;
        return rejected == 0 ? 0 : noneAccepted(k) * (right - acceptedRight) / rejected;
    }

    /** How many of {@code k} are drawn on average. */
    public double drawn(long k) {
        return draws.until(accepted, k);
    }

    /** The chance that some candidate drawn is right: (1 − W)·c ÷ (n − w) with w rejected wrong ones, W that all k are these. */
    public double covered(long k) {
        int n = draws.candidates();
        int rejectedWrong = n - accepted - (right - acceptedRight);
        return rejectedWrong == n ? 0 : (1 - draws.within(rejectedWrong, k)) * right / (n - rejectedWrong);
    }
}
