package overthink.core.estimate;

import java.util.stream.IntStream;

/** A sample of trials held one by one: what each gave of one quantity, by problem and trial. */
final class ArraySample implements Sample {

    private final Quantity quantity;
    private final double[][] values;
    private final int groups;
    private final int[] problems;

    /** Trial t is in group t mod {@code groups}; the problems have the numbers from {@code first} on. */
    ArraySample(Quantity quantity, int first, int groups, double[]... values) {
        this.quantity = quantity;
        this.values = values;
        this.groups = groups;
        problems = IntStream.range(first, first + values.length).toArray();
    }

    @Override
    public int[] problems() {
        return problems;
    }

    @Override
    public long[] trials() {
        long[] trials = new long[groups];
        for (int trial = 0; trial < values[0].length; trial++) {
            trials[trial % groups]++;
        }
        return trials;
    }

    @Override
    public void means(int index, double[] into) {
        double sum = 0;
        for (double value : values[index]) {
            sum += value;
        }
        into[quantity.ordinal()] = sum / values[index].length;
    }

    @Override
    public void deviations(int index, int group, double[] into) {
        means(index, into);
        double mean = into[quantity.ordinal()];
        double sum = 0;
        for (int trial = group; trial < values[index].length; trial += groups) {
            sum += values[index][trial] - mean;
        }
        into[quantity.ordinal()] = sum;
    }

    @Override
    public double utilityRange() {
        return 0;
    }
}
