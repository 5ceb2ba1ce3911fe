package overthink.core.results;

import overthink.core.trial.Tally;

/** One of the numbers of the quality of what was committed under a budget, over the trials that gave an answer. */
final class CommittedQuality {

    private final Tally tally;
    private final int[] problems;
    private final long[] trials;
    private final double total;
    private final int budget;
    private final int which;
    private final AnswerLength mean;

    /**
     * A number of a tally.
     *
     * @param problems over which it is averaged
     * @param trials of each problem, by group
     * @param total trials of each problem
     * @param which number: 0 is the whole
     */
    CommittedQuality(Tally tally, int[] problems, long[] trials, double total, int budget, int which) {
        this.tally = tally;
        this.problems = problems;
        this.trials = trials;
        this.total = total;
        this.budget = budget;
        this.which = which;
        double sum = 0;
        for (int problem : problems) {
            sum += tally.quality(problem, budget, which);
        }
        mean = new AnswerLength(
                sum / (total * problems.length),
                1 - tally.sum(problems, budget, Tally.ABSTAINED) / (total * problems.length));
    }

    /** What a problem counts as, of whose trials so many gave an answer. */
    double of(int index, double answered) {
        return mean.of(tally.quality(problems[index], budget, which) / total, answered);
    }

    /** By how much the sum of a group deviates, which gave so many answers more than the mean of all groups. */
    double deviation(int index, int group, double answers) {
        return mean.deviation(
                tally.quality(problems[index], group, budget, which)
                        - trials[group] * tally.quality(problems[index], budget, which) / total,
                answers);
    }
}
