package overthink.core.law.difficulty;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import overthink.core.api.RealRange;

/** A list of p, one for each of a benchmark's problems; as a law, each of them alike. */
public final class Empirical implements DifficultyLaw {

    /** The most candidates of a problem: a double holds every whole number up to here and beyond. */
    public static final long MOST_CANDIDATES = 1_000_000_000_000_000L;

    /** In place of n: p does not come of a number of candidates. */
    public static final long UNCOUNTED = 0;

    private final double[] p;
    /** Of how many candidates each p is the share of correct ones; {@link #UNCOUNTED} where it is none. */
    private final long[] n;

    /**
     * Copies the list.
     *
     * @param p at least one, each in [0, 1]
     * @throws IllegalArgumentException when there is none or one is outside [0, 1]
     */
    public Empirical(double... p) {
        this(p, new long[p.length]);
    }

    private Empirical(double[] p, long[] n) {
        this.p = p.clone();
        this.n = n.clone();
        if (p.length == 0) {
            throw new IllegalArgumentException("empirical: at least one p is needed");
        }
        for (int i = 0; i < p.length; i++) {
            if (!RealRange.PROBABILITY.contains(p[i])) {
                RealRange.PROBABILITY.check("empirical: p of number " + (i + 1), p[i]);
            }
        }
    }

    /**
     * The shares of correct candidates, p<sub>i</sub> = c<sub>i</sub>/n<sub>i</sub>.
     *
     * @param n candidates of each problem, at least 1
     * @param c correct ones among them, in [0, n]
     * @throws IllegalArgumentException when the lengths differ, there is no problem, or a count is outside its range
     */
    public static Empirical ofCounts(long[] n, long[] c) {
        if (n.length != c.length) {
            throw new IllegalArgumentException(
                    "empirical: n and c must be of one length, not %d and %d".formatted(n.length, c.length));
        }
        double[] p = new double[n.length];
        for (int i = 0; i < n.length; i++) {
            if (n[i] < 1 || c[i] < 0 || c[i] > n[i]) {
                throw new IllegalArgumentException(
                        "empirical: n >= 1 and 0 <= c <= n are needed, not n %d and c %d (number %d)"
                                .formatted(n[i], c[i], i + 1));
            }
            p[i] = (double) c[i] / n[i];
        }
        return new Empirical(p, n);
    }

    /** Of how many candidates the p of problem {@code i} is the share of correct ones; {@link #UNCOUNTED} when of none. */
    public long n(int i) {
        return n[i];
    }

    /** The list with every p replaced by a function of it. */
    public Empirical mapped(DoubleUnaryOperator function) {
        return new Empirical(Arrays.stream(p).map(function).toArray(), n);
    }

    /** How many there are. */
    public int size() {
        return p.length;
    }

    /**
     * One of the list.
     *
     * @param i 0 to {@code size() − 1}
     * @throws IndexOutOfBoundsException when there is no such element
     */
    public double p(int i) {
        return p[i];
    }

    /** The element ⌊u·size⌋ of the list as it stands. */
    @Override
    public double quantile(double u) {
        Domain.checkLatent(u);
        return p[(int) (u * p.length)];
    }

    /** Where each element stands among all by p, in (0, 1), the least first; equal ones in the order of the list. */
    public double[] ranks() {
        int[] byP = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[p.length];
        for (int rank = 0; rank < byP.length; rank++) {
            ranks[byP[rank]] = (rank + 0.5) / p.length;
        }
        return ranks;
    }

    /** This list by p, the least first. */
    public Empirical sorted() {
        return new Empirical(Arrays.stream(p).sorted().toArray());
    }

    @Override
    public double mean() {
        return expectation(x -> x);
    }

    @Override
    public double expectation(DoubleUnaryOperator f) {
        double sum = 0;
        for (double x : p) {
            sum += f.applyAsDouble(x);
        }
        return sum / p.length;
    }

    @Override
    public double failure(long n) {
        return expectation(x -> Point.failure(x, n));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Empirical that && Arrays.equals(p, that.p) && Arrays.equals(n, that.n);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(p);
    }

    @Override
    public String toString() {
        return "Empirical[size=%d, mean=%s]".formatted(size(), mean());
    }
}
