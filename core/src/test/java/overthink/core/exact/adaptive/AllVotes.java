package overthink.core.exact.adaptive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Votes that stop, by enumeration of every sequence of answers: written from the strategies' pages, vote for vote, to check
 * the recursion over counts. Cost (answers)<sup>N</sup>.
 */
final class AllVotes {

    /** What the page of a strategy says, and what it might be misread for. */
    interface Rule {

        /** How many candidates come next, after these. */
        int batch(List<Integer> votes);

        /** Whether to stop after a batch. */
        boolean stops(List<Integer> votes);
    }

    /** Which rule a tie follows. */
    enum Ties {
        FIRST_SEEN,
        TO_THE_TRUTH
    }

    private final double[] probabilities;
    /** The answer that is never the same twice; −1 when there is none. */
    private final int single;

    private final Rule rule;
    private final Ties ties;
    private final int most;
    private final int concurrency;

    final double accuracy;
    final double coverage;
    final double candidates;
    final double rounds;
    final double waves;

    /**
     * Enumerates them.
     *
     * @param probabilities of the answers, the true one first
     * @param most votes, of the rule and the budget
     */
    AllVotes(double[] probabilities, int single, Rule rule, Ties ties, int most, int concurrency) {
        this.probabilities = probabilities;
        this.single = single;
        this.rule = rule;
        this.ties = ties;
        this.most = most;
        this.concurrency = concurrency;
        double[] sums = draw(new ArrayList<>(), 1, 0, 0, 0, 0);
        accuracy = sums[0];
        coverage = sums[1];
        candidates = sums[2];
        rounds = sums[3];
        waves = sums[4];
    }

    /**
     * What follows a sequence of some probability, of which so many of the batch in hand are still to come. Sums are of what
     * branches give, not of single sequences, so that rounding stays small.
     */
    private double[] draw(List<Integer> votes, double chance, int left, int inBatch, int begun, int waved) {
        boolean whole = left == 0;
        if (votes.size() == most || (whole && !votes.isEmpty() && rule.stops(votes))) {
            return new double[] {
                leads(votes) ? chance : 0,
                votes.contains(0) ? chance : 0,
                chance * votes.size(),
                chance * begun,
                chance * waved
            };
        }
        int toCome = whole ? rule.batch(votes) : left;
        int place = whole ? 0 : inBatch;
        double[] sums = new double[5];
        for (int answer = 0; answer < probabilities.length; answer++) {
            if (probabilities[answer] == 0) {
                continue;
            }
            votes.add(answer == single ? -1 - votes.size() : answer);
            double[] branch = draw(
                    votes,
                    chance * probabilities[answer],
                    toCome - 1,
                    place + 1,
                    whole ? begun + 1 : begun,
                    place % concurrency == 0 ? waved + 1 : waved);
            votes.remove(votes.size() - 1);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += branch[i];
            }
        }
        return sums;
    }

    private boolean leads(List<Integer> votes) {
        int leader = ties == Ties.TO_THE_TRUTH && votes.contains(0) ? 0 : votes.get(0);
        for (int answer : votes) {
            if (count(votes, answer) > count(votes, leader)) {
                leader = answer;
            }
        }
        return leader == 0;
    }

    /** How often an answer was given. */
    static int count(List<Integer> votes, int answer) {
        int count = 0;
        for (int vote : votes) {
            count += vote == answer ? 1 : 0;
        }
        return count;
    }

    /** The numbers of votes, descending, and at least five of them. */
    static int[] greatest(List<Integer> votes) {
        int[] counts = votes.stream()
                .distinct()
                .mapToInt(answer -> -count(votes, answer))
                .sorted()
                .map(count -> -count)
                .toArray();
        return Arrays.copyOf(counts, Math.max(5, counts.length));
    }

    /** How many of the last votes are equal. */
    static int row(List<Integer> votes) {
        int row = 0;
        while (row < votes.size() && votes.get(votes.size() - 1 - row).equals(votes.get(votes.size() - 1))) {
            row++;
        }
        return row;
    }
}
