package overthink.core.fit.answer;

import overthink.core.random.Address;
import overthink.core.random.CounterStream;

/** One problem's recorded votes, as a vote's rule counts them. */
final class ProblemVotes {

    /** Random orders by which a weighted vote of fewer candidates than recorded is replayed. */
    private static final int ORDERS = 64;

    /** Weights that differ by no more than their rounding are equal. */
    static final double ROUNDING = 2e-11;

    final int candidates;
    final int correct;
    final int missing;
    final int classes;
    /** The wrong votes of the classes that have some, and which classes those are. */
    final int[] wrong;

    final int[] wrongClass;
    final int mostWrong;
    final int wrongs;
    /** The right candidates of the classes that have some, last those without an answer, whose class is −1. */
    final int[] right;

    final int[] rightClass;
    final int mostRight;
    /** By class: whether it has right and wrong candidates. */
    final boolean[] mixed;
    /** Whether votes are counted, and right candidates have but one answer, that no wrong one has. */
    final boolean plain;

    private final VoteWeight weight;
    private final int[] votes;
    private final int[] rights;
    /** By class. */
    final ClassScores[] scores;
    /** The greatest of the classes' mean scores. */
    final double bestScore;

    ProblemVotes(AnswerCounts counts, int problem, VoteWeight weight, boolean oneRight) {
        this.weight = weight;
        candidates = counts.candidates(problem);
        correct = counts.correct(problem);
        missing = counts.missing(problem);
        classes = counts.classes(problem);
        wrong = counts.wrongPartition(problem);
        wrongClass = counts.partClasses(problem, false);
        wrongs = candidates - correct - missing;
        mostWrong = greatest(wrong);
        right = counts.rightPartition(problem);
        int[] answered = counts.partClasses(problem, true);
        rightClass = new int[right.length];
        for (int part = 0; part < right.length; part++) {
            rightClass[part] = part < answered.length ? answered[part] : -1;
        }
        mostRight = greatest(right);
        mixed = new boolean[classes];
        votes = new int[classes];
        rights = new int[classes];
        scores = new ClassScores[classes];
        boolean some = false;
        double best = classes == 0 ? 0 : Double.NEGATIVE_INFINITY;
        for (int a = 0; a < classes; a++) {
            votes[a] = counts.votes(problem, a);
            rights[a] = counts.rights(problem, a);
            mixed[a] = rights[a] > 0 && rights[a] < votes[a];
            some |= mixed[a];
            scores[a] = weight.isCount() ? ClassScores.VOTE : ClassScores.of(counts.scores(problem, a), weight);
            best = Math.max(best, scores[a].mean());
        }
        bestScore = best;
        plain = weight.isCount() && oneRight && !some && counts.silentRight(problem) == 0;
    }

    private static int greatest(int[] sizes) {
        int most = 0;
        for (int size : sizes) {
            most = Math.max(most, size);
        }
        return most;
    }

    /** The weight of an answer of {@code count} votes that has the scores' sum, or the greatest of them. */
    static double weight(VoteWeight rule, long count, double sumOrGreatest) {
        return switch (rule) {
            case COUNT -> count;
            case SUM, LOGIT_SUM, MAX -> sumOrGreatest;
            case MEAN -> sumOrGreatest / count;
            case ROOT_COUNT -> sumOrGreatest / StrictMath.sqrt(count);
        };
    }

    /** The accuracy of a vote of all that were recorded. */
    double ofAll() {
        double[] weights = new double[classes];
        long[] counts = new long[classes];
        for (int a = 0; a < classes; a++) {
            counts[a] = votes[a];
            weights[a] = weight(weight, votes[a], weight == VoteWeight.MAX ? scores[a].greatest() : scores[a].sum());
        }
        return winner(weights, counts);
    }

    /** The mean accuracy of a vote of {@code k} of those recorded, over some random orders of them. */
    double ofSome(int k, AnswerCounts recorded, int problem, CounterStream stream) {
        int[] answer = new int[candidates];
        double[] score = new double[candidates];
        int filled = 0;
        for (int a = 0; a < classes; a++) {
            double[] own = recorded.scores(problem, a);
            for (int vote = 0; vote < votes[a]; vote++) {
                answer[filled] = a;
                score[filled++] = weight.isCount()
                        ? 1
                        : ClassScores.of(new double[] {own[vote]}, weight).mean();
            }
        }
        while (filled < candidates) {
            answer[filled++] = -1;
        }
        double sum = 0;
        for (int order = 0; order < ORDERS; order++) {
            double[] totals = new double[classes];
            long[] counts = new long[classes];
            for (int i = 0; i < k; i++) {
                int other = i + (int) (Address.uniform(stream.nextLong()) * (candidates - i));
                int drawn = answer[other];
                double drawnScore = score[other];
                answer[other] = answer[i];
                score[other] = score[i];
                answer[i] = drawn;
                score[i] = drawnScore;
                if (drawn >= 0) {
                    totals[drawn] = weight == VoteWeight.MAX && counts[drawn] > 0
                            ? Math.max(totals[drawn], drawnScore)
                            : totals[drawn] + drawnScore;
                    counts[drawn]++;
                }
            }
            for (int a = 0; a < classes; a++) {
                totals[a] = counts[a] == 0 ? Double.NEGATIVE_INFINITY : weight(weight, counts[a], totals[a]);
            }
            sum += winner(totals, counts);
        }
        return sum / ORDERS;
    }

    /** The share of right ones among the candidates of the classes with the greatest weight: any of them is the first seen. */
    private double winner(double[] weights, long[] counts) {
        double best = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < classes; a++) {
            best = counts[a] > 0 ? Math.max(best, weights[a]) : best;
        }
        double all = 0;
        double good = 0;
        for (int a = 0; a < classes; a++) {
            if (counts[a] > 0 && weights[a] >= best - ROUNDING * Math.abs(best)) {
                all += counts[a];
                good += (double) counts[a] * rights[a] / votes[a];
            }
        }
        return all > 0 ? good / all : 0;
    }

    int votes(int answer) {
        return votes[answer];
    }

    int rights(int answer) {
        return rights[answer];
    }
}
