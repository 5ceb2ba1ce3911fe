package overthink.strategies.voting;

import java.util.Arrays;
import overthink.core.api.Session;

/**
 * Votes for answers by weight, of which equals are won by the answer whose first candidate was generated first; that candidate
 * stands for it.
 *
 * <p>Weights come as logarithms and are added up relative to the greatest of their answer, so that products of many factors,
 * far below the least number above 0, keep apart. Sums that differ by no more than their rounding are equal.
 */
public final class AnswerWeights {

    /** More than the relative error of a sum of some thousand weights. */
    private static final double ROUNDING = 1e-11;

    private int seen;
    /** By answer: the greatest of its weights, and the sum of all relative to that one. */
    private double[] greatest = new double[16];

    private double[] sums = new double[16];
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
     * @param logWeight the logarithm of its weight; negative infinity for none
     */
    public void add(Session session, int candidate, double logWeight) {
        int answer = session.answer(candidate);
        if (answer >= sums.length) {
            greatest = Arrays.copyOf(greatest, 2 * answer);
            sums = Arrays.copyOf(sums, 2 * answer);
            firsts = Arrays.copyOf(firsts, 2 * answer);
        }
        for (; seen <= answer; seen++) {
            greatest[seen] = Double.NEGATIVE_INFINITY;
            sums[seen] = 0;
            firsts[seen] = Session.NONE;
        }
        if (firsts[answer] == Session.NONE || candidate < firsts[answer]) {
            firsts[answer] = candidate;
        }
        if (logWeight > greatest[answer]) {
            sums[answer] = sums[answer] * StrictMath.exp(greatest[answer] - logWeight) + 1;
            greatest[answer] = logWeight;
        } else if (logWeight > Double.NEGATIVE_INFINITY) {
            sums[answer] += StrictMath.exp(logWeight - greatest[answer]);
        }
    }

    /** The first candidate of the answer with the greatest weight, or {@link Session#NONE}. */
    public int winner() {
        double top = Double.NEGATIVE_INFINITY;
        for (int answer = 0; answer < seen; answer++) {
            top = Math.max(top, greatest[answer]);
        }
        double most = 0;
        for (int answer = 0; answer < seen; answer++) {
            most = Math.max(most, weight(answer, top));
        }
        int winner = Session.NONE;
        for (int answer = 0; answer < seen; answer++) {
            int first = firsts[answer];
            if (first != Session.NONE
                    && weight(answer, top) >= most - 2 * ROUNDING * most
                    && (winner == Session.NONE || first < winner)) {
                winner = first;
            }
        }
        return winner;
    }

    /** The share that the answer with the greatest weight has of all weights; 0 when there is none. */
    public double leadingShare() {
        double top = Double.NEGATIVE_INFINITY;
        for (int answer = 0; answer < seen; answer++) {
            top = Math.max(top, greatest[answer]);
        }
        double most = 0;
        double total = 0;
        for (int answer = 0; answer < seen; answer++) {
            most = Math.max(most, weight(answer, top));
            total += weight(answer, top);
        }
        return total == 0 ? 0 : most / total;
    }

    /** The weight of an answer relative to the greatest weight of all candidates. */
    private double weight(int answer, double top) {
        return sums[answer] == 0 ? 0 : sums[answer] * StrictMath.exp(greatest[answer] - top);
    }
}
