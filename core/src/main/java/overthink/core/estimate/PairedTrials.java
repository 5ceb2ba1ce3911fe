package overthink.core.estimate;

import java.util.List;
import overthink.core.world.Gathering;

/**
 * Trials that two strategies played on the same problems, trial by trial with the same candidates: what each came to, and how
 * far they went together.
 *
 * @param trials of each problem and strategy, at least 2
 * @param gathering how the problems were come by
 * @param problems what is known of each of them, at least 2
 */
public record PairedTrials(int trials, Gathering gathering, List<Problem> problems) {

    /**
     * What the trials of one problem say. Variances and the covariance are those of one trial, without bias: sums of products
     * of deviations over trials − 1.
     *
     * @param first mean worth of the first strategy's answers, in [0, 1]
     * @param second mean worth of the second's
     * @param firstVariance of one trial of the first
     * @param secondVariance of one trial of the second
     * @param covariance of both on the same candidates
     */
    public record Problem(double first, double second, double firstVariance, double secondVariance, double covariance) {

        /** By how much the first is better. */
        public double difference() {
            return first - second;
        }

        /** The variance of the difference of one trial, both on the same candidates. */
        public double differenceVariance() {
            return Math.max(0, firstVariance + secondVariance - 2 * covariance);
        }
    }

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException when there are fewer than 2 trials or problems, of which no variance can be known
     */
    public PairedTrials {
        problems = List.copyOf(problems);
        if (trials < 2 || problems.size() < 2) {
            throw new IllegalArgumentException(
                    "a variance needs at least 2 problems and 2 trials of each, not %d and %d"
                            .formatted(problems.size(), trials));
        }
    }

    /**
     * The standard error of the mean difference over the population that the problems stand for, that of the trials included.
     */
    public double populationStdError() {
        return PopulationError.of(
                problems.stream().mapToDouble(Problem::difference).toArray(), gathering);
    }
}
