package overthink.core.exact.allocation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The least concave function above the points (cost, value) of a curve and the origin, as far as it rises: what a group of like
 * problems can have on average for an average cost, when some of them are put at one point and the others at another. Where a
 * curve is concave already, all its points that add something are vertices, those on a line between others too.
 *
 * <p>Vertices are numbered from 0, the origin, by rising cost and value; slopes do not rise from one to the next.
 */
public final class ConcaveEnvelope {

    /** The number of the origin among the points. */
    public static final int ORIGIN = -1;

    /** Points that are nearer to the line between two others, relatively, are on it. */
    private static final double ROUNDING = 0x1p-46;

    private final int[] points;
    private final double[] costs;
    private final double[] values;

    private ConcaveEnvelope(int[] points, double[] costs, double[] values) {
        this.points = points;
        this.costs = costs;
        this.values = values;
    }

    /**
     * The envelope of some points.
     *
     * @param costs of the points, in any order, each at least 0 and finite
     * @param values of the points, at least 0 and finite
     * @throws IllegalArgumentException when a number is out of range, or there is not one value for each cost
     */
    public static ConcaveEnvelope of(double[] costs, double[] values) {
        if (costs.length != values.length) {
            throw new IllegalArgumentException(
                    "there must be a value for each of %d costs, not %d".formatted(costs.length, values.length));
        }
        for (int i = 0; i < costs.length; i++) {
            if (!(costs[i] >= 0 && costs[i] < Double.POSITIVE_INFINITY)
                    || !(values[i] >= 0 && values[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a point must have a cost and a value of at least 0, not (%s, %s)"
                        .formatted(costs[i], values[i]));
            }
        }
        int[] order = IntStream.range(0, costs.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> costs[i])
                        .thenComparing(Comparator.<Integer>comparingDouble(i -> values[i])
                                .reversed())
                        .thenComparingInt(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] hull = new int[costs.length + 1];
        double[] x = new double[hull.length];
        double[] y = new double[hull.length];
        hull[0] = ORIGIN;
        int size = 1;
        for (int point : order) {
            double cost = costs[point];
            double value = values[point];
            if (cost == x[size - 1] && value > y[size - 1]) {
                size--; // something for nothing: in the origin's place
            } else if (!(value > y[size - 1])) {
                continue;
            }
            while (size >= 2 && below(x, y, size - 1, cost, value)) {
                size--;
            }
            hull[size] = point;
            x[size] = cost;
            y[size] = value;
            size++;
        }
        return new ConcaveEnvelope(Arrays.copyOf(hull, size), Arrays.copyOf(x, size), Arrays.copyOf(y, size));
    }

    /** Whether vertex {@code at} lies below the line from the one before it to a point. */
    private static boolean below(double[] x, double[] y, int at, double cost, double value) {
        double before = (y[at] - y[at - 1]) * (cost - x[at]);
        double after = (value - y[at]) * (x[at] - x[at - 1]);
        return after > before + ROUNDING * (Math.abs(before) + Math.abs(after));
    }

    /** How many vertices it has, the origin included. */
    public int size() {
        return points.length;
    }

    /** Which of the points a vertex is; {@link #ORIGIN} for the first. */
    public int point(int vertex) {
        return points[vertex];
    }

    /** The cost at a vertex. */
    public double cost(int vertex) {
        return costs[vertex];
    }

    /** The value at a vertex. */
    public double value(int vertex) {
        return values[vertex];
    }

    /** The value for each unit of cost between a vertex, from 1 on, and the one before it. */
    double slope(int vertex) {
        return (values[vertex] - values[vertex - 1]) / (costs[vertex] - costs[vertex - 1]);
    }

    /** The greatest average value that an average cost buys. */
    public double at(double cost) {
        int vertex = Arrays.binarySearch(costs, cost);
        if (vertex >= 0) {
            return values[vertex];
        }
        int next = -vertex - 1;
        if (next == costs.length) {
            return values[next - 1];
        }
        return values[next - 1] + (cost - costs[next - 1]) * slope(next);
    }
}
