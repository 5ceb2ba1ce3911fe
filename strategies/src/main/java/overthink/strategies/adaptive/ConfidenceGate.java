package overthink.strategies.adaptive;

import java.util.Arrays;
import overthink.core.api.LogOdds;
import overthink.core.api.Session;
import overthink.strategies.selection.AscendingOrder;
import overthink.strategies.voting.AnswerWeights;

/**
 * Confidences of candidates, a threshold that a share of them reaches, and the vote of those that reach it, each weighing as
 * much as its confidence is as a probability. The threshold is the (1 − keep)-quantile by linear interpolation between ordered
 * confidences: the one at place (1 − keep)·(n − 1), from 0.
 */
final class ConfidenceGate {

    private final double keep;
    private final AnswerWeights weights = new AnswerWeights();
    private int count;
    private int[] candidates = new int[256];
    private double[] confidences = new double[256];
    private double[] sorted = new double[256];

    /**
     * A gate.
     *
     * @param keep the share of candidates that reach the threshold, in (0, 1]
     */
    ConfidenceGate(double keep) {
        this.keep = keep;
    }

    /** Begins a trial. */
    void clear() {
        count = 0;
        weights.start();
    }

    /** How many candidates set the threshold. */
    int count() {
        return count;
    }

    /** Adds a candidate that sets the threshold, with its confidence in log-odds. */
    void add(int candidate, double confidence) {
        if (count == candidates.length) {
            candidates = Arrays.copyOf(candidates, 2 * count);
            confidences = Arrays.copyOf(confidences, 2 * count);
            sorted = new double[2 * count];
        }
        candidates[count] = candidate;
        confidences[count++] = confidence;
    }

    /** The threshold. */
    double threshold() {
        System.arraycopy(confidences, 0, sorted, 0, count);
        AscendingOrder.sort(sorted, count);
        return quantile(sorted, count, 1 - keep);
    }

    /** The quantile of ascending numbers at a level in [0, 1]. */
    static double quantile(double[] ascending, int count, double level) {
        double place = level * (count - 1);
        int below = (int) place;
        double above = place - below;
        return above == 0 ? ascending[below] : (1 - above) * ascending[below] + above * ascending[below + 1];
    }

    /** Lets all candidates that set a threshold vote anew, as far as they reach it. */
    void vote(Session session, double threshold) {
        weights.start();
        for (int i = 0; i < count; i++) {
            if (confidences[i] >= threshold) {
                vote(session, candidates[i], confidences[i]);
            }
        }
    }

    /** Adds the vote of one candidate. */
    void vote(Session session, int candidate, double confidence) {
        if (session.answered(candidate)) {
            weights.add(session, candidate, LogOdds.logProbability(confidence));
        }
    }

    /** The first candidate of the answer that leads; {@link Session#NONE} when none votes. */
    int leader() {
        return weights.winner();
    }

    /** Its share of the votes. */
    double consensus() {
        return weights.leadingShare();
    }
}
