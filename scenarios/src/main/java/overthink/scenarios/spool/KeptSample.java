package overthink.scenarios.spool;

import java.util.Arrays;
import java.util.List;
import overthink.core.estimate.ProblemFacts;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Sample;
import overthink.core.world.Gathering;

/**
 * A sample with all that it can say worked out, so that nothing else is needed to read it.
 *
 * @param problems their numbers, ascending
 * @param p of each problem
 * @param levels of each problem
 * @param steps of each problem
 * @param gathering how the problems were come by
 * @param weights of each problem
 * @param trials of each problem, by group
 * @param sums the means of each problem by quantity
 * @param spread the deviations of each group of each problem by quantity
 * @param utilityRange the most that the utilities of two outcomes differ
 */
@SuppressWarnings("ArrayRecordComponent") // columns, made once and compared by nobody
record KeptSample(
        int[] problems,
        double[] p,
        List<String> levels,
        int[] steps,
        Gathering gathering,
        double[] weights,
        long[] trials,
        double[] sums,
        double[] spread,
        double utilityRange)
        implements Sample {

    /** All that a sample says. */
    static KeptSample of(Sample sample) {
        int[] problems = sample.problems();
        long[] trials = sample.trials();
        ProblemFacts facts = sample.facts();
        double[] weights = new double[problems.length];
        double[] sums = new double[problems.length * Quantity.COUNT];
        double[] spread = new double[problems.length * trials.length * Quantity.COUNT];
        double[] numbers = new double[Quantity.COUNT];
        for (int i = 0; i < problems.length; i++) {
            weights[i] = sample.weight(i);
            sample.means(i, numbers);
            System.arraycopy(numbers, 0, sums, i * Quantity.COUNT, Quantity.COUNT);
            for (int group = 0; group < trials.length; group++) {
                sample.deviations(i, group, numbers);
                System.arraycopy(numbers, 0, spread, (i * trials.length + group) * Quantity.COUNT, Quantity.COUNT);
            }
        }
        return new KeptSample(
                problems,
                Arrays.stream(problems).mapToDouble(facts::p).toArray(),
                Arrays.stream(problems).mapToObj(facts::level).toList(),
                Arrays.stream(problems).map(facts::steps).toArray(),
                sample.gathering(),
                weights,
                trials,
                sums,
                spread,
                sample.utilityRange());
    }

    @Override
    public ProblemFacts facts() {
        return new ProblemFacts() {
            @Override
            public double p(int problem) {
                return p[index(problem)];
            }

            @Override
            public String level(int problem) {
                return levels.get(index(problem));
            }

            @Override
            public int steps(int problem) {
                return steps[index(problem)];
            }
        };
    }

    private int index(int problem) {
        return Arrays.binarySearch(problems, problem);
    }

    @Override
    public double weight(int index) {
        return weights[index];
    }

    @Override
    public void means(int index, double[] into) {
        System.arraycopy(sums, index * Quantity.COUNT, into, 0, Quantity.COUNT);
    }

    @Override
    public void deviations(int index, int group, double[] into) {
        System.arraycopy(spread, (index * trials.length + group) * Quantity.COUNT, into, 0, Quantity.COUNT);
    }
}
