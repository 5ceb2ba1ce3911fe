package overthink.core.estimate;

import java.util.Arrays;
import java.util.stream.IntStream;
import overthink.core.world.Gathering;

/**
 * How much more of a quantity one row has than another, or than a multiple of it, paired by problem.
 *
 * @param difference mean of the first minus that of the second
 * @param stdError over these problems: only the trials are random, and those that both share count once; {@code NaN} when it
 *     cannot be known
 * @param populationStdError over the population that the problems were drawn from: that of the mean of the problems'
 *     differences ({@link PopulationError}); where one of the rows is of the population itself, both rows' own errors together;
 *     {@code NaN} for one problem, or when the problems of both are not the same
 */
public record PairedDifference(double difference, double stdError, double populationStdError) {

    /**
     * The difference of two rows of one run.
     *
     * <p>Problems are independent, so the variance is the sum over the problems of that of m<sub>i</sub>/P −
     * times·m'<sub>i</sub>/P'. Within a problem that is V + times²·V' − 2·times·C, V and V' as in {@link Spread} and C the like
     * of the products of both rows' deviations, over the trials of the row that has fewer: trials of one number share their
     * candidates, whatever strategies make of them. Where trials show no difference at all, the error of a share is no less
     * than what {@link Estimate#unseen} says of the smaller number of trials.
     *
     * @param first a row's sample
     * @param quantity of the first
     * @param second another's
     * @param other of the second
     * @param times multiplies the second
     */
    public static PairedDifference of(Sample first, Quantity quantity, Sample second, Quantity other, double times) {
        Side one = new Side(first, quantity, 1);
        Side two = new Side(second, other, -times);
        boolean same = Arrays.equals(one.problems, two.problems);
        double common = one.trials.length == 0 || two.trials.length == 0
                ? Double.NaN
                : Spread.distinct(one.total < two.total ? one.trials : two.trials);
        double difference = 0;
        double variance = 0;
        double[] differences = new double[same ? one.problems.length : 0];
        int i = 0;
        int j = 0;
        while (i < one.problems.length || j < two.problems.length) {
            int p = i < one.problems.length ? one.problems[i] : Integer.MAX_VALUE;
            int q = j < two.problems.length ? two.problems[j] : Integer.MAX_VALUE;
            double mean = 0;
            if (p <= q) {
                mean += one.turnTo(i);
                variance += one.variance();
            }
            if (q <= p) {
                mean += two.turnTo(j);
                variance += two.variance();
            }
            if (p == q) {
                variance += 2 * one.covariance(two, common);
            }
            if (same) {
                differences[i] = mean * one.problems.length;
            }
            difference += mean;
            i += p <= q ? 1 : 0;
            j += q <= p ? 1 : 0;
        }
        double unseen = Math.max(one.unseen(), two.unseen());
        double apart = same ? PopulationError.of(differences, one.sample.gathering()) : Double.NaN;
        double seen = Double.isNaN(variance) ? apart : Math.sqrt(Math.max(0, variance));
        double population = apart;
        if (one.whole() && two.whole()) {
            population = seen;
        } else if (one.whole() || two.whole()) {
            population = Math.sqrt(one.choice() + two.choice());
        }
        population = Math.max(unseen, population);
        return new PairedDifference(difference, Math.max(unseen, seen), population);
    }

    /** One row's part in the difference. */
    private static final class Side {

        final Sample sample;
        final int[] problems;
        final long[] trials;
        final double total;
        private final int quantity;
        private final double times;
        private final double totalWeight;
        private final double range;
        private final double[] deviations;
        private final double[] buffer = new double[Quantity.COUNT];

        Side(Sample sample, Quantity quantity, double times) {
            this.sample = sample;
            this.quantity = quantity.ordinal();
            problems = sample.problems();
            trials = sample.trials();
            total = Spread.total(trials);
            this.times = times;
            totalWeight = IntStream.range(0, problems.length)
                    .mapToDouble(sample::weight)
                    .sum();
            range = Math.abs(times) * (quantity.share() ? 1 : quantity == Quantity.UTILITY ? sample.utilityRange() : 0);
            deviations = new double[trials.length];
        }

        /** The weighted mean of a problem, whose deviations are from now on at hand. */
        double turnTo(int index) {
            double weight = times * sample.weight(index) / totalWeight;
            double scale = total == 0 ? 0 : weight / total;
            for (int group = 0; group < trials.length; group++) {
                deviations[group] = 0;
                if (trials[group] > 0) {
                    sample.deviations(index, group, buffer);
                    deviations[group] = buffer[quantity] * scale;
                }
            }
            sample.means(index, buffer);
            return weight * buffer[quantity];
        }

        double variance() {
            return trials.length == 0 ? 0 : product(this) / Spread.distinct(trials);
        }

        /** With another side's on the same problem; 0 when one of them does not vary. */
        double covariance(Side other, double distinct) {
            return trials.length == 0 || other.trials.length == 0 ? 0 : product(other) / distinct;
        }

        private double product(Side other) {
            double sum = 0;
            for (int group = 0; group < deviations.length; group++) {
                sum += deviations[group] * other.deviations[group];
            }
            return sum;
        }

        /** Whether the problems are the population. */
        boolean whole() {
            return sample.gathering() == Gathering.POPULATION;
        }

        /** The variance over the population of this row's part alone. */
        double choice() {
            double[] means = new double[problems.length];
            double trialsAlone = 0;
            for (int i = 0; i < means.length; i++) {
                means[i] = turnTo(i) * problems.length;
                trialsAlone += variance();
            }
            double error = PopulationError.of(means, sample.gathering());
            return whole() ? trialsAlone : error * error;
        }

        double unseen() {
            return total == 0 ? 0 : range * Estimate.unseen(total * problems.length);
        }
    }
}
