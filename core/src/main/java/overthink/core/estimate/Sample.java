package overthink.core.estimate;

import java.util.Optional;
import overthink.core.world.Gathering;

/**
 * What the means of one row are made of: for each of its problems the mean of every {@link Quantity}, and how much groups of
 * trials deviate from it. Trials are independent of one another, so the deviations of groups tell the error of every mean,
 * whatever the quantities within a trial have to do with one another; and since the trials of one number share their
 * candidates, they tell that of a difference between two rows, too.
 */
public interface Sample {

    /** The numbers of the problems, ascending. */
    int[] problems();

    /** What tells its problems apart. */
    default ProblemFacts facts() {
        return ProblemFacts.UNKNOWN;
    }

    /** How the problems were come by. */
    default Gathering gathering() {
        return Gathering.DRAWN;
    }

    /**
     * How much a problem counts in a mean: 1 when all count the same.
     *
     * @param index of the problem in {@link #problems()}
     */
    default double weight(int index) {
        return 1;
    }

    /** Trials of each problem, by group; the same groups in every sample of a run. None when the means are known. */
    long[] trials();

    /**
     * The means of one problem.
     *
     * @param index of the problem in {@link #problems()}
     * @param into receives them by {@link Quantity#ordinal()}; {@code NaN} for a utility that is not stated
     */
    void means(int index, double[] into);

    /**
     * The sums of one group's trials of one problem, less what they would be if every trial were like the mean; exactly 0
     * where trials do not differ.
     *
     * @param index of the problem in {@link #problems()}
     * @param group in {@link #trials()}
     * @param into receives them by {@link Quantity#ordinal()}
     */
    void deviations(int index, int group, double[] into);

    /**
     * The same trials with another number of the quality in the place of {@link Quantity#QUALITY}; empty where it is not known
     * of them.
     *
     * @param which number: 0 is the whole
     */
    default Optional<Sample> ofQuality(int which) {
        return Optional.empty();
    }

    /** The most that the utilities of two outcomes differ beside what is paid; 0 when none is stated. */
    double utilityRange();
}
