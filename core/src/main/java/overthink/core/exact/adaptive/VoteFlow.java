package overthink.core.exact.adaptive;

/** What becomes of a vote, by the number of votes that a budget pays for. */
final class VoteFlow {

    private final double[] correct;
    private final double[] covered;
    private final double[] going;

    VoteFlow(double[] correct, double[] covered, double[] going) {
        this.correct = correct;
        this.covered = covered;
        this.going = going;
    }

    /** P(the leader when it has stopped, or after n votes, is the true answer). */
    double correct(int n) {
        return correct[n];
    }

    /** P(the true answer is among those given until it has stopped, or the first n). */
    double covered(int n) {
        return covered[n];
    }

    /** P(it has not stopped after n votes), 0 for the most votes. */
    double going(int n) {
        return going[n];
    }
}
