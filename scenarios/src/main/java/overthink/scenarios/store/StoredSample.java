package overthink.scenarios.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Sample;

/** A sample as it is stored: of accuracy, coverage and abstention alone. */
final class StoredSample implements Sample {

    private static final int SUMS = 3;

    /** Deviations that are smaller beside the sum are the rounding of its mean. */
    private static final double ROUNDING = 0x1p-50;

    private final int[] problems;
    private final long[] trials;
    private final double total;
    /** By problem; in each by group and quantity. Where means are known, one group that has no trials. */
    private final double[][] sums;

    private StoredSample(int[] problems, long[] trials, double[][] sums) {
        this.problems = problems;
        this.trials = trials;
        this.sums = sums;
        total = Arrays.stream(trials).sum();
    }

    /** Puts the lines of one row together. */
    static final class Builder {

        private static final int MOST_GROUPS = 1 << 16;

        private final List<Integer> problems = new ArrayList<>();
        private final List<double[]> sums = new ArrayList<>();
        private long[] trials = new long[0];

        /** Adds a line, whose group is −1 when the means are known. */
        void add(int problem, int group, long count, double correct, double covered, double abstained) {
            if (group < -1 || group >= MOST_GROUPS || count < 0) {
                throw new IllegalArgumentException("there is no group %d of %d trials".formatted(group, count));
            }
            if (problems.isEmpty() || problems.get(problems.size() - 1) != problem) {
                problems.add(problem);
                sums.add(new double[SUMS]);
            }
            if (group >= trials.length) {
                trials = Arrays.copyOf(trials, group + 1);
            }
            int at = Math.max(0, group) * SUMS;
            double[] into = sums.get(sums.size() - 1);
            if (into.length < at + SUMS) {
                into = Arrays.copyOf(into, at + SUMS);
                sums.set(sums.size() - 1, into);
            }
            if (group >= 0) {
                trials[group] = count;
            }
            into[at] = correct;
            into[at + 1] = covered;
            into[at + 2] = abstained;
        }

        StoredSample build() {
            return new StoredSample(
                    problems.stream().mapToInt(Integer::intValue).toArray(), trials, sums.toArray(new double[0][]));
        }
    }

    @Override
    public int[] problems() {
        return problems.clone();
    }

    @Override
    public long[] trials() {
        return trials.clone();
    }

    @Override
    public void means(int index, double[] into) {
        Arrays.fill(into, Double.NaN);
        into[Quantity.ACCURACY.ordinal()] = mean(index, 0);
        into[Quantity.COVERAGE.ordinal()] = mean(index, 1);
        into[Quantity.ABSTAINED.ordinal()] = mean(index, 2);
    }

    private double mean(int index, int quantity) {
        double sum = 0;
        for (int at = quantity; at < sums[index].length; at += SUMS) {
            sum += sums[index][at];
        }
        return trials.length == 0 ? sum : sum / total;
    }

    @Override
    public void deviations(int index, int group, double[] into) {
        Arrays.fill(into, 0);
        into[Quantity.ACCURACY.ordinal()] = deviation(index, group, 0);
        into[Quantity.COVERAGE.ordinal()] = deviation(index, group, 1);
        into[Quantity.ABSTAINED.ordinal()] = deviation(index, group, 2);
    }

    private double deviation(int index, int group, int quantity) {
        double sum = sums[index][group * SUMS + quantity];
        double deviation = sum - trials[group] * mean(index, quantity);
        return Math.abs(deviation) <= ROUNDING * Math.abs(sum) ? 0 : deviation;
    }

    @Override
    public double utilityRange() {
        return 0;
    }
}
