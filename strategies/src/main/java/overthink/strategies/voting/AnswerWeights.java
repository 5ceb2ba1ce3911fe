package overthink.strategies.voting;

import java.util.Arrays;
import overthink.core.api.Session;

/** Votes for answers by weight. The first candidate of an answer stands for it. */
public final class AnswerWeights {

    private int seen;
    private double[] weights = new double[16];
    private int[] firsts = new int[16];

    /** No votes yet. */
    public AnswerWeights() {}

    /** Begins a vote. */
    public void start() {
        seen = 0;
    }

    /**
     * Adds a vote.
     *
     * @param candidate what votes for its answer
     * @param weight at least 0
     */
    public void add(Session session, int candidate, double weight) {
        int answer = session.answer(candidate);
        if (answer >= weights.length) {
            weights = Arrays.copyOf(weights, 2 * answer);
            firsts = Arrays.copyOf(firsts, 2 * answer);
        }
        for (; seen <= answer; seen++) {
            weights[seen] = 0;
            firsts[seen] = Session.NONE;
        }
        if (firsts[answer] == Session.NONE) {
            firsts[answer] = candidate;
        }
        weights[answer] += weight;
    }

    /** The first candidate of the answer with the greatest weight, of equals the first, or {@link Session#NONE}. */
    public int winner() {
        int leader = Session.NONE;
        for (int answer = 0; answer < seen; answer++) {
            if (firsts[answer] != Session.NONE && (leader == Session.NONE || weights[answer] > weights[leader])) {
                leader = answer;
            }
        }
        return leader == Session.NONE ? Session.NONE : firsts[leader];
    }
}
