package overthink.core.fit.world;

import overthink.core.fit.curve.Rule;
import overthink.core.model.Model;

/**
 * Candidates of one problem as a world's model draws them, and what rules get of k of them: the mean over the blocks of k that
 * follow each other.
 */
final class DrawnCandidates {

    private final int[] ks;
    private final boolean scored;
    private int size;
    private boolean[] right = {};
    private boolean[] answered = {};
    private int[] answers = {};
    private double[] scores = {};
    private double[] weights = {};
    /** By answer: the weight of its votes in the block in hand. */
    private double[] ballots = {};

    DrawnCandidates(int[] ks, boolean scored) {
        this.ks = ks;
        this.scored = scored;
    }

    /** Draws so many candidates in the trial that has begun. */
    void draw(Model model, int count) {
        size = count;
        if (right.length < count) {
            right = new boolean[count];
            answered = new boolean[count];
            answers = new int[count];
            scores = new double[count];
            weights = new double[count];
            ballots = new double[count];
        }
        model.addWholes(count, count);
        model.answers(0, count, answers);
        if (scored) {
            model.outcomes(0, count, scores);
        }
        for (int i = 0; i < count; i++) {
            right[i] = model.worth(i) == Model.RIGHT;
            answered[i] = model.answered(i);
            weights[i] = scored ? 1 / (1 + StrictMath.exp(-scores[i])) : 0;
        }
    }

    /** A rule's value at each k; at the k that are beyond the candidates, that of all of them. */
    void values(Rule rule, double[] into) {
        for (int i = 0; i < ks.length; i++) {
            int k = Math.min(ks[i], size);
            int blocks = size / k;
            double sum = 0;
            for (int block = 0; block < blocks; block++) {
                sum += value(rule, block * k, (block + 1) * k);
            }
            into[i] = sum / blocks;
        }
    }

    private double value(Rule rule, int from, int to) {
        return switch (rule) {
            case BEST_OF_N -> best(from, to);
            case MAJORITY_VOTE -> vote(from, to, false);
            case WEIGHTED_VOTE -> vote(from, to, true);
            case COVERAGE, ALL_RIGHT, FIRST_ACCEPTED ->
                throw new IllegalArgumentException(rule.label() + " is not compared by drawing");
        };
    }

    /** Equal scores share. */
    private double best(int from, int to) {
        double greatest = Double.NEGATIVE_INFINITY;
        int equal = 0;
        int rights = 0;
        for (int i = from; i < to; i++) {
            if (scores[i] > greatest) {
                greatest = scores[i];
                equal = 0;
                rights = 0;
            }
            if (scores[i] == greatest) {
                equal++;
                rights += right[i] ? 1 : 0;
            }
        }
        return (double) rights / equal;
    }

    /** The answer seen first wins a tie; the numbers of answers are below the number of candidates. */
    private double vote(int from, int to, boolean weighted) {
        for (int i = from; i < to; i++) {
            ballots[answers[i]] = 0;
        }
        for (int i = from; i < to; i++) {
            if (answered[i]) {
                ballots[answers[i]] += weighted ? weights[i] : 1;
            }
        }
        int winner = -1;
        for (int i = from; i < to; i++) {
            if (answered[i] && (winner < 0 || ballots[answers[i]] > ballots[answers[winner]])) {
                winner = i;
            }
        }
        return winner >= 0 && right[winner] ? 1 : 0;
    }
}
