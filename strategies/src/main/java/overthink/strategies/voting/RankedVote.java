package overthink.strategies.voting;

import java.util.Arrays;
import overthink.core.api.Law;
import overthink.core.api.LogOdds;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.selection.CandidateScores;

/**
 * The answer with the greatest weight, of equals the one seen first, where what a candidate weighs depends on how it compares
 * with all others:
 *
 * <ul>
 *   <li>{@link Weight#RANK}: (n − rank + 1)<sup>p</sup> of n candidates, rank 1 being the best score, of equals the earlier
 *       (Kang et al. 2025, "Scalable Best-of-N Selection for Large Language Models via Self-Certainty": Borda voting).
 *   <li>{@link Weight#SOFTMAX}: e<sup>r/τ</sup> of the score r as a probability, over the sum of all (Taubenfeld et al. 2025,
 *       "Confidence Improves Self-Consistency in LLMs": CISC).
 * </ul>
 *
 * <p>The first candidate is the answer until a score is paid for; when one cannot be paid for, it ends, and those scored so far
 * decide. A candidate without an answer has a rank, and no vote.
 */
final class RankedVote implements Strategy {

    /** What a candidate weighs. */
    enum Weight {
        /** By its rank. */
        RANK,
        /** By its share of the sum of exponentials. */
        SOFTMAX
    }

    private final Weight weight;
    private final double parameter;
    private final CandidateScores source;
    private final AnswerWeights weights = new AnswerWeights();
    private double[] scores = new double[4096];
    private double[] portion = new double[4096];
    private int[] order = new int[4096];
    private int[] merged = new int[4096];

    /**
     * Makes it.
     *
     * @param parameter p of ranks, or τ of the exponentials
     */
    RankedVote(Weight weight, double parameter, Law.Score aggregation) {
        this.weight = weight;
        this.parameter = parameter;
        source = new CandidateScores(aggregation);
    }

    @Override
    public void run(Session session) {
        int count = 0;
        int committed = Session.NONE;
        weights.start();
        boolean paid = true;
        while (paid) {
            int drawn = source.draw(session, Integer.MAX_VALUE);
            if (drawn == 0) {
                return;
            }
            int end = session.size();
            reserve(end);
            if (committed == Session.NONE) {
                committed = end - drawn;
                session.commit(committed);
            }
            int before = count;
            source.ask(session, end - drawn, end, portion);
            while (count < end && !Double.isNaN(portion[count - before])) {
                scores[count] = portion[count - before];
                count++;
            }
            paid = count == end;
            int winner = winner(session, before, count);
            if (winner != Session.NONE && winner != committed) {
                committed = winner;
                session.commit(winner);
            }
        }
    }

    private int winner(Session session, int before, int count) {
        if (weight == Weight.SOFTMAX) {
            for (int candidate = before; candidate < count; candidate++) {
                vote(session, candidate, LogOdds.probability(scores[candidate]) / parameter);
            }
        } else {
            sort(count);
            weights.start();
            for (int i = 0; i < count; i++) {
                vote(session, order[i], parameter * StrictMath.log(count - i));
            }
        }
        return weights.winner();
    }

    private void vote(Session session, int candidate, double logWeight) {
        boolean votes = session.answered(candidate);
        weights.add(session, candidate, votes ? logWeight : Double.NEGATIVE_INFINITY);
    }

    /** Puts candidates in order of descending score, of equals the earlier first, by merging runs. */
    private void sort(int count) {
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        for (int run = 1; run < count; run *= 2) {
            for (int from = 0; from < count; from += 2 * run) {
                merge(from, Math.min(from + run, count), Math.min(from + 2 * run, count));
            }
            int[] swapped = order;
            order = merged;
            merged = swapped;
        }
    }

    private void merge(int from, int middle, int to) {
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takesLeft = left < middle && (right >= to || scores[order[left]] >= scores[order[right]]);
            merged[i] = takesLeft ? order[left++] : order[right++];
        }
    }

    private void reserve(int count) {
        if (count > scores.length) {
            int room = Math.max(count, 2 * scores.length);
            scores = Arrays.copyOf(scores, room);
            portion = new double[room];
            order = new int[room];
            merged = new int[room];
        }
    }
}
