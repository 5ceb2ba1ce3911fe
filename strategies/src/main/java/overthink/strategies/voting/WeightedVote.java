package overthink.strategies.voting;

import java.util.Arrays;
import overthink.core.api.Law;
import overthink.core.api.LogOdds;
import overthink.core.api.Session;
import overthink.core.api.Strategy;
import overthink.strategies.selection.CandidateScores;

/**
 * The answer with the greatest weight, of equals the one seen first; its first candidate stands for it. An answer's weight
 * is made of the scores r = 1/(1 + e<sup>−s</sup>) of the candidates that give it.
 *
 * <p>The first candidate is the answer until a score is paid for; when one cannot be paid for, it ends. Sums and means that
 * differ by no more than their rounding are equal; greatest scores are compared as they come, in log-odds. Scores of very low
 * odds, as products of many steps have, are added up as logarithms, so that none is too low to count.
 */
public final class WeightedVote implements Strategy {

    /** More than the relative error of a sum of some thousand probabilities. */
    private static final double ROUNDING = 1e-11;

    private final Law.Weight rule;
    private final CandidateScores source;
    private final boolean probable;
    private final double[] scores = new double[1024];
    /** What the scores say as probabilities, where the rule weighs by those. */
    private final double[] probabilities = new double[1024];

    private final int[] classes = new int[1024];
    /** By answer: what its candidates' scores add up to, or the greatest of them in log-odds. */
    private double[] sums = new double[64];

    private int[] votes = new int[64];
    private int[] firsts = new int[64];

    /** Whether some score of the trial is of odds so low that {@link LogOdds} does not tell them apart. */
    private boolean low;

    /** By answer, once there was a low score: the greatest of its low scores, and the sum of all relative to that one. */
    private double[] lowGreatest = {};

    private double[] lowSums = {};

    /** Weights are compared relative to e to this power: 0 when some answer has a score that is not low. */
    private double scale;

    WeightedVote(Law.Weight rule, Law.Score aggregation) {
        this.rule = rule;
        probable = rule == Law.Weight.SUM || rule == Law.Weight.MEAN;
        source = new CandidateScores(aggregation);
    }

    @Override
    public void run(Session session) {
        int seen = 0;
        int leader = Session.NONE;
        low = false;
        boolean allAnswer = session.allAnswer();
        boolean paid = true;
        while (paid) {
            int drawn = source.draw(session, Integer.MAX_VALUE);
            if (drawn == 0) {
                return;
            }
            int end = session.size();
            int committed = leader;
            if (leader == Session.NONE) {
                session.commit(end - drawn);
            }
            for (int from = end - drawn; from < end && paid; from += scores.length) {
                int asked = Math.min(end - from, scores.length);
                ask(session, from, from + asked);
                session.answers(from, from + asked, classes);
                int count = paid(asked);
                paid = count == asked;
                if (!allAnswer) {
                    clearBlanks(session, from, count);
                }
                seen = open(from, count, seen);
                count(count);
            }
            leader = leader(seen);
            if (leader != committed) {
                session.commit(firsts[leader]);
            }
        }
    }

    private void ask(Session session, int from, int to) {
        if (probable) {
            source.ask(session, from, to, scores, probabilities);
        } else {
            source.ask(session, from, to, scores);
        }
    }

    /** Takes the weight of candidates that gave no answer. */
    private void clearBlanks(Session session, int from, int count) {
        for (int i = 0; i < count; i++) {
            if (!session.answered(from + i)) {
                scores[i] = Double.NEGATIVE_INFINITY;
            }
        }
    }

    /** How many of the scores asked for were paid. */
    private int paid(int asked) {
        int count = asked;
        while (count > 0 && Double.isNaN(scores[count - 1])) {
            count--;
        }
        return count;
    }

    /** Makes room for the answers that appear in these candidates; returns how many answers there are then. */
    private int open(int from, int count, int seen) {
        if (seen + count >= votes.length) {
            int room = 2 * (seen + count);
            sums = Arrays.copyOf(sums, room);
            votes = Arrays.copyOf(votes, room);
            firsts = Arrays.copyOf(firsts, room);
            if (low) {
                openLow(seen);
            }
        }
        int answers = seen;
        for (int i = 0; i < count; i++) {
            firsts[answers] = from + i;
            // one more when the answer is new; without a branch, which would be mispredicted whenever it is
            answers += ((classes[i] - answers) >>> 31) ^ 1;
        }
        Arrays.fill(sums, seen, answers, rule == Law.Weight.MAX ? Double.NEGATIVE_INFINITY : 0);
        Arrays.fill(votes, seen, answers, 0);
        return answers;
    }

    private void count(int count) {
        switch (rule) {
            case MAX -> raise(sums, classes, scores, count);
            case LOGIT_SUM -> add(sums, classes, scores, count);
            case SUM, MEAN -> {
                if (someLow(scores, count)) {
                    addWithLow(count);
                } else {
                    add(sums, classes, probabilities, count);
                }
            }
        }
        if (rule == Law.Weight.MEAN) {
            for (int i = 0; i < count; i++) {
                votes[classes[i]]++;
            }
        }
    }

    private static void add(double[] sums, int[] classes, double[] scores, int count) {
        for (int i = 0; i < count; i++) {
            sums[classes[i]] += scores[i];
        }
    }

    private static boolean someLow(double[] scores, int count) {
        int below = 0;
        for (int i = 0; i < count; i++) {
            below |= scores[i] < LogOdds.LEAST ? 1 : 0;
        }
        return below != 0;
    }

    /** Adds scores of which some are low. For those log r is the score itself, to the last digit. */
    private void addWithLow(int count) {
        if (!low) {
            low = true;
            openLow(0);
        }
        for (int i = 0; i < count; i++) {
            int answer = classes[i];
            double score = scores[i];
            if (score >= LogOdds.LEAST) {
                sums[answer] += LogOdds.probability(score);
            } else if (score > lowGreatest[answer]) {
                lowSums[answer] = lowSums[answer] * StrictMath.exp(lowGreatest[answer] - score) + 1;
                lowGreatest[answer] = score;
            } else if (score > Double.NEGATIVE_INFINITY) {
                lowSums[answer] += StrictMath.exp(score - lowGreatest[answer]);
            }
        }
    }

    /** Makes room for the low scores of all answers that there is room for; those from {@code seen} on have none yet. */
    private void openLow(int seen) {
        if (lowSums.length < sums.length) {
            lowGreatest = Arrays.copyOf(lowGreatest, sums.length);
            lowSums = Arrays.copyOf(lowSums, sums.length);
        }
        Arrays.fill(lowGreatest, seen, sums.length, Double.NEGATIVE_INFINITY);
        Arrays.fill(lowSums, seen, sums.length, 0);
    }

    private static void raise(double[] greatest, int[] classes, double[] scores, int count) {
        for (int i = 0; i < count; i++) {
            greatest[classes[i]] = Math.max(greatest[classes[i]], scores[i]);
        }
    }

    /** The answer with the greatest weight, the first of equals; {@link Session#NONE} when there is none. */
    private int leader(int seen) {
        scale = low ? scale(seen) : 0;
        if (!low && rule != Law.Weight.MEAN) {
            return leader(sums, seen, rule == Law.Weight.MAX ? 0 : 2 * ROUNDING);
        }
        double greatest = Double.NEGATIVE_INFINITY;
        for (int answer = 0; answer < seen; answer++) {
            double weight = weight(answer);
            greatest = weight > greatest ? weight : greatest;
        }
        double least = greatest - 2 * ROUNDING * Math.abs(greatest);
        for (int answer = 0; answer < seen; answer++) {
            if (weight(answer) >= least) {
                return answer;
            }
        }
        return Session.NONE;
    }

    /** The first answer whose weight falls short of the greatest by no more than a part of it. */
    private static int leader(double[] weights, int seen, double part) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int answer = 0; answer < seen; answer++) {
            greatest = weights[answer] > greatest ? weights[answer] : greatest;
        }
        double least = part == 0 ? greatest : greatest - part * Math.abs(greatest);
        for (int answer = 0; answer < seen; answer++) {
            if (weights[answer] >= least) {
                return answer;
            }
        }
        return Session.NONE;
    }

    /** 0 when some answer has a score that is not low, else the greatest low score of all. */
    private double scale(int seen) {
        double top = Double.NEGATIVE_INFINITY;
        for (int answer = 0; answer < seen; answer++) {
            if (sums[answer] > 0) {
                return 0;
            }
            top = Math.max(top, lowGreatest[answer]);
        }
        return top;
    }

    private double weight(int answer) {
        double sum = sums[answer];
        if (low && lowSums[answer] > 0) {
            sum += lowSums[answer] * StrictMath.exp(lowGreatest[answer] - scale);
        }
        return rule == Law.Weight.MEAN ? sum / votes[answer] : sum;
    }
}
