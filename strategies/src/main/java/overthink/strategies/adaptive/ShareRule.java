package overthink.strategies.adaptive;

import overthink.strategies.voting.Ballot;

/** Stops when at least {@code threshold} of two or more votes are the leader's. */
final class ShareRule implements StoppingRule {

    private final double threshold;

    ShareRule(double threshold) {
        this.threshold = threshold;
    }

    @Override
    public boolean stops(Ballot ballot) {
        return ballot.total() > 1 && (double) ballot.leaderVotes() / ballot.total() >= threshold;
    }
}
