package overthink.core.exact.adaptive;

import overthink.core.exact.Approximation;

/**
 * What becomes of an {@link AdaptiveVote} on one problem, by the number of candidates that a budget pays for: n, at least 1,
 * and beyond the most votes as for these.
 */
public final class AdaptiveVoteCurve {

    private final VoteFlow flow;
    private final VoteRounds rounds;
    private final int most;
    private final double error;

    AdaptiveVoteCurve(VoteFlow flow, VoteRounds rounds, int most, double error) {
        this.flow = flow;
        this.rounds = rounds;
        this.most = most;
        this.error = error;
    }

    /** The probability that the leader in the end is the true answer. */
    public Approximation accuracy(long n) {
        double correct = Math.min(1, flow.correct(votes(n)));
        return new Approximation(correct, correct * error);
    }

    /** The probability that a candidate drawn gives the true answer. */
    public double coverage(long n) {
        return Math.min(1, flow.covered(votes(n)));
    }

    /** How many candidates are drawn on average. */
    public double candidates(long n) {
        return rounds.candidates(votes(n));
    }

    /** How many batches are begun on average. */
    public double rounds(long n) {
        return rounds.rounds(votes(n));
    }

    /**
     * How many waves there are on average, of candidates of one batch that run together.
     *
     * @param concurrency how many run together at most, at least 1
     */
    public double waves(long n, int concurrency) {
        return rounds.waves(votes(n), concurrency);
    }

    private int votes(long n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + n);
        }
        return (int) Math.min(n, most);
    }
}
