package overthink.core.fit.answer;

import java.util.Arrays;
import overthink.core.fit.difficulty.FamilyPosterior.Parameter;

/** A posterior of two parameters on a grid. */
final class GridPosterior {

    private static final int FINE = 25;
    private static final int MOST_ROUNDS = 3;
    private static final double NARROW = 0.6;
    private static final double NEGLIGIBLE = 1e-6;
    /** More than the relative rounding of a point of a grid. */
    private static final double ROUNDING = 1e-12;

    private final double[] first;
    private final double[] second;
    /** By point, the second parameter running fastest: the probability of it and those before. */
    private final double[] cumulative;

    private final double[] mass;

    /**
     * The posterior whose logarithm, but for a constant, is given.
     *
     * @param logWeights by first and second parameter
     */
    GridPosterior(double[] first, double[] second, double[][] logWeights) {
        this.first = first;
        this.second = second;
        int columns = second.length;
        mass = new double[first.length * columns];
        double top = Double.NEGATIVE_INFINITY;
        for (double[] row : logWeights) {
            for (double weight : row) {
                top = Math.max(top, weight);
            }
        }
        double sum = 0;
        for (int point = 0; point < mass.length; point++) {
            mass[point] = StrictMath.exp(logWeights[point / columns][point % columns] - top);
            sum += mass[point];
        }
        cumulative = new double[mass.length];
        double below = 0;
        for (int point = 0; point < mass.length; point++) {
            mass[point] /= sum;
            below += mass[point];
            cumulative[point] = below;
        }
    }

    /** A log density, but for a constant, on a scale on which all points are alike before anything is seen. */
    interface LogDensity {
        /** Writes the log densities of all pairs. */
        double[][] of(double[] first, double[] second);
    }

    /**
     * The posterior on a grid; where it is narrower than the grid is fine, on finer ones of {@value #FINE} × {@value #FINE} points over
     * the points that matter and one more on each side, until it covers some of them.
     *
     * @param logFirst whether the first parameter's points lie at equal distances of logarithms; else of themselves
     */
    static GridPosterior of(double[] first, double[] second, boolean logFirst, LogDensity density) {
        double[] rows = first;
        double[] columns = second;
        GridPosterior posterior = new GridPosterior(rows, columns, density.of(rows, columns));
        for (int round = 0; round < MOST_ROUNDS && posterior.isNarrow(); round++) {
            int[] row = posterior.range(true);
            int[] column = posterior.range(false);
            rows = logFirst ? logarithmic(rows[row[0]], rows[row[1]], FINE) : linear(rows[row[0]], rows[row[1]], FINE);
            columns = logarithmic(columns[column[0]], columns[column[1]], FINE);
            posterior = new GridPosterior(rows, columns, density.of(rows, columns));
        }
        return posterior;
    }

    /** Whether one point carries most of the posterior of a parameter. */
    private boolean isNarrow() {
        return greatestMarginal(true) > NARROW || greatestMarginal(false) > NARROW;
    }

    private double marginal(boolean ofFirst, int index) {
        return ofFirst ? massOfFirst(index, index + 1) : massOfSecond(index, index + 1);
    }

    private double greatestMarginal(boolean ofFirst) {
        double greatest = 0;
        for (int index = 0; index < (ofFirst ? first : second).length; index++) {
            greatest = Math.max(greatest, marginal(ofFirst, index));
        }
        return greatest;
    }

    /** The first and the last index of those that matter, and one more on each side. */
    private int[] range(boolean ofFirst) {
        int length = (ofFirst ? first : second).length;
        int from = 0;
        while (marginal(ofFirst, from) < NEGLIGIBLE) {
            from++;
        }
        int to = length - 1;
        while (marginal(ofFirst, to) < NEGLIGIBLE) {
            to--;
        }
        return new int[] {Math.max(0, from - 1), Math.min(length - 1, to + 1)};
    }

    private static double[] linear(double from, double to, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = from + i * (to - from) / (count - 1);
        }
        return values;
    }

    /** Values at equal distances of their logarithms. */
    static double[] logarithmic(double from, double to, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = StrictMath.exp(
                    StrictMath.log(from) + i * (StrictMath.log(to) - StrictMath.log(from)) / (count - 1));
        }
        return values;
    }

    /** The point that a uniform number picks. */
    int pick(double u) {
        int found = Arrays.binarySearch(cumulative, u * cumulative[cumulative.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found, mass.length - 1);
    }

    double first(int point) {
        return first[point / second.length];
    }

    double second(int point) {
        return second[point % second.length];
    }

    /** Mean and standard deviation of the first parameter. */
    Parameter ofFirst() {
        return moments(true);
    }

    /** Mean and standard deviation of the second parameter. */
    Parameter ofSecond() {
        return moments(false);
    }

    private Parameter moments(boolean ofFirst) {
        double mean = 0;
        double square = 0;
        for (int point = 0; point < mass.length; point++) {
            mean += mass[point] * (ofFirst ? first(point) : second(point));
        }
        for (int point = 0; point < mass.length; point++) {
            double off = (ofFirst ? first(point) : second(point)) - mean;
            square += mass[point] * off * off;
        }
        return new Parameter(mean, StrictMath.sqrt(square));
    }

    /** The probability of the points whose first parameter is one of those from {@code from} to {@code to}, exclusive. */
    private double massOfFirst(int from, int to) {
        double sum = 0;
        for (int point = from * second.length; point < to * second.length; point++) {
            sum += mass[point];
        }
        return sum;
    }

    /** The probability of the points whose second parameter is one of those from {@code from} to {@code to}, exclusive. */
    private double massOfSecond(int from, int to) {
        double sum = 0;
        for (int point = 0; point < mass.length; point++) {
            int column = point % second.length;
            sum += column >= from && column < to ? mass[point] : 0;
        }
        return sum;
    }

    /** The probability that the first parameter is at most {@code bound}. */
    double firstUpTo(double bound) {
        return mass(true, true, bound);
    }

    /** The probability that the first parameter is at least {@code bound}. */
    double firstFrom(double bound) {
        return mass(true, false, bound);
    }

    /** The probability that the second parameter is at most {@code bound}. */
    double secondUpTo(double bound) {
        return mass(false, true, bound);
    }

    /** The probability that the second parameter is at least {@code bound}. */
    double secondFrom(double bound) {
        return mass(false, false, bound);
    }

    private double mass(boolean ofFirst, boolean upTo, double bound) {
        double sum = 0;
        for (int point = 0; point < mass.length; point++) {
            double value = ofFirst ? first(point) : second(point);
            sum += (upTo ? value <= bound * (1 + ROUNDING) : value >= bound * (1 - ROUNDING)) ? mass[point] : 0;
        }
        return sum;
    }
}
