package overthink.scenarios.analysis.allocation;

import java.util.List;

/**
 * What a split of an average budget has.
 *
 * @param candidate whose budget is split
 * @param measure what uniform and value are: accuracy, coverage, or right answers of each problem
 * @param budget of each problem that the split is compared with
 * @param average that is spent on a problem, in the same unit
 * @param correlation r, how well difficulty is known
 * @param classes in how many classes; 0 when the signal is known as it is
 * @param uniform what the same budget for all problems has; of several strategies, the best of them
 * @param value what the split has
 * @param stdError of the gain, value − uniform, over these problems; 0 when all is exact, {@code NaN} when it cannot be known
 * @param populationStdError of the gain over the population that the problems were drawn from; {@code NaN} for one problem
 * @param crossed whether the split was chosen by one half of the trials and measured on the other, and the other way around; else
 *     its value is known exactly, or there are too few trials and it flatters itself
 * @param split by class from the hardest on, where there are classes
 */
public record AllocationRow(
        Candidate candidate,
        String measure,
        double budget,
        double average,
        double correlation,
        int classes,
        double uniform,
        double value,
        double stdError,
        double populationStdError,
        boolean crossed,
        List<ClassShare> split) {

    /** Copies the list. */
    public AllocationRow {
        split = List.copyOf(split);
    }

    /** By how much the split is better. */
    public double gain() {
        return value - uniform;
    }

    /**
     * What the problems of a class get.
     *
     * @param problems their share of all
     * @param average that is spent on them
     * @param lower what most of them get; empty for nothing
     * @param upper what the others get; empty when there are no others
     * @param share of the others
     */
    public record ClassShare(double problems, double average, String lower, String upper, double share) {}
}
