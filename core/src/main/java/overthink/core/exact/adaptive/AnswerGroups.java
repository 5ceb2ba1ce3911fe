package overthink.core.exact.adaptive;

import overthink.core.exact.voting.VoteShares;

/**
 * Answers by how likely they are: the true one is group 0, wrong ones of equal weight are a group, and those that are given
 * once are the last.
 */
final class AnswerGroups {

    private final int[] answers;
    /** Of each answer in a group among wrong candidates; of all together where they are given once. */
    private final double[] weights;

    private final int single;

    AnswerGroups(VoteShares wrong) {
        boolean some = wrong.unique() > 0;
        int groups = 1 + wrong.groups() + (some ? 1 : 0);
        answers = new int[groups];
        weights = new double[groups];
        answers[0] = 1;
        for (int group = 1; group <= wrong.groups(); group++) {
            answers[group] = wrong.multiplicity(group - 1);
            weights[group] = wrong.weight(group - 1);
        }
        if (some) {
            answers[groups - 1] = 1;
            weights[groups - 1] = wrong.unique();
        }
        single = some ? groups - 1 : VoteState.NONE;
    }

    /** How many there are. */
    int size() {
        return answers.length;
    }

    /** How many answers are in a group; 1 of those that are given once, since a vote is for a new one of them. */
    int answers(int group) {
        return answers[group];
    }

    /** The group of answers that are given once; {@link VoteState#NONE} when there is none. */
    int single() {
        return single;
    }

    /** The probability that a vote is for a given answer of each group. */
    double[] probabilities(double p) {
        double[] each = new double[answers.length];
        each[0] = p;
        for (int group = 1; group < each.length; group++) {
            each[group] = (1 - p) * weights[group];
        }
        return each;
    }

    /** How many states up to {@code votes} votes may be in, told apart by how many answers of each group have so many. */
    double states(int votes) {
        double[] ways = new double[votes + 1];
        ways[0] = 1;
        for (int group = 0; group < answers.length && ways[votes] < 1e18; group++) {
            // Partitions into at most k parts are those into parts of at most k.
            int parts = group == single ? 1 : Math.min(answers[group], votes);
            for (int part = 1; part <= parts; part++) {
                for (int n = part; n <= votes; n++) {
                    ways[n] += ways[n - part];
                }
            }
        }
        double sum = 0;
        for (double way : ways) {
            sum += way;
        }
        return sum;
    }

    /** How many answers of a state of so many votes differ in group or votes, at most. */
    double kinds(int votes) {
        double kinds = 0;
        // 0 + 1 + … + k votes differ
        double levels = 1 + Math.floor(0.5 * (Math.sqrt(8.0 * votes + 1) - 1));
        for (int group = 0; group < answers.length; group++) {
            kinds += group == single ? 0 : Math.min(answers[group], levels);
        }
        return kinds;
    }
}
