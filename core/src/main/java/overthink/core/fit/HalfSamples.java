package overthink.core.fit;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import overthink.core.random.Address;
import overthink.core.random.CounterStream;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;

/**
 * The variance over candidates of a mean over problems, by half samples: how much a number measured on these very problems
 * would vary if their candidates were drawn anew. A statistic of all n candidates of a problem has no unbiased estimate of its
 * variance from those n. So the candidates are split at random into two halves A and B, and
 *
 * <p>v = (1/M²)·Σ<sub>i</sub> mean over {@value #SPLITS} splits of ½·(h<sub>A</sub> − h<sub>B</sub>)²,
 *
 * <p>h the statistic of a half (best of all its candidates, the majority among them, …), M the number of problems. That is the
 * variance with n/2 candidates a problem; where the outcome of one problem stays a matter of chance it is about the same with
 * n, and for a statistic that averages over candidates it is the larger. Of an odd number of candidates one is left out
 * of each split. Problems with one candidate tell nothing: the others stand for them.
 */
public final class HalfSamples {

    /** Splits of each problem. */
    public static final int SPLITS = 8;

    private HalfSamples() {}

    /** Statistics of some of a problem's candidates. */
    @FunctionalInterface
    public interface Statistics {

        /**
         * Computes them.
         *
         * @param problem from 0
         * @param candidates the numbers of the candidates, in random order; the array is good until the method returns
         * @param into receives the statistics
         */
        void of(int problem, int[] candidates, double[] into);
    }

    /** One statistic of some of a problem's candidates. */
    @FunctionalInterface
    public interface Statistic {

        /**
         * Computes it.
         *
         * @param problem from 0
         * @param candidates the numbers of the candidates, in random order; the array is good until the method returns
         */
        double of(int problem, int[] candidates);
    }

    /**
     * v of one statistic.
     *
     * @param problems M, at least 1
     * @param candidates how many candidates a problem has
     * @param seed of the splits
     * @return at least 0; NaN when no problem has two candidates
     */
    public static double variance(int problems, IntUnaryOperator candidates, Statistic statistic, long seed) {
        return variances(problems, candidates, 1, (problem, some, into) -> into[0] = statistic.of(problem, some), seed)[
                0];
    }

    /**
     * v of several statistics on the same splits.
     *
     * @param problems M, at least 1
     * @param candidates how many candidates a problem has
     * @param count how many statistics there are
     * @param seed of the splits
     * @return each at least 0; NaN when no problem has two candidates
     * @throws IllegalArgumentException when there is no problem
     */
    public static double[] variances(
            int problems, IntUnaryOperator candidates, int count, Statistics statistics, long seed) {
        if (problems < 1) {
            throw new IllegalArgumentException("half samples need at least 1 problem, not " + problems);
        }
        Origin origin = Origin.of(seed);
        Site site = new Site(Purpose.HALVES);
        CounterStream stream = new CounterStream();
        double[] sums = new double[count];
        double[] first = new double[count];
        double[] second = new double[count];
        int told = 0;
        for (int problem = 0; problem < problems; problem++) {
            int n = candidates.applyAsInt(problem);
            int half = n / 2;
            if (half == 0) {
                continue;
            }
            told++;
            site.turnTo(origin, problem);
            int[] order = new int[n];
            Arrays.setAll(order, i -> i);
            for (int split = 0; split < SPLITS; split++) {
                site.move(stream, split);
                shuffle(order, 2 * half, stream);
                statistics.of(problem, Arrays.copyOf(order, half), first);
                statistics.of(problem, Arrays.copyOfRange(order, half, 2 * half), second);
                for (int s = 0; s < count; s++) {
                    double difference = first[s] - second[s];
                    sums[s] += difference * difference;
                }
            }
        }
        for (int s = 0; s < count; s++) {
            // the mean over those that tell stands for all
            sums[s] = sums[s] / (2.0 * SPLITS) / told / problems;
        }
        return sums;
    }

    /** Brings a random choice of {@code chosen} entries to the front, in random order (Fisher and Yates). */
    private static void shuffle(int[] order, int chosen, CounterStream stream) {
        for (int i = 0; i < chosen; i++) {
            int other = i + (int) (Address.uniform(stream.nextLong()) * (order.length - i));
            int entry = order[i];
            order[i] = order[other];
            order[other] = entry;
        }
    }
}
