package overthink.core.fit.answer;

import java.util.Arrays;
import overthink.core.fit.difficulty.FamilyPosterior.Parameter;

/** A posterior of two parameters on a grid. */
final class GridPosterior {

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
    double massOfFirst(int from, int to) {
        double sum = 0;
        for (int point = from * second.length; point < to * second.length; point++) {
            sum += mass[point];
        }
        return sum;
    }

    /** The probability of the points whose second parameter is one of those from {@code from} to {@code to}, exclusive. */
    double massOfSecond(int from, int to) {
        double sum = 0;
        for (int point = 0; point < mass.length; point++) {
            int column = point % second.length;
            sum += column >= from && column < to ? mass[point] : 0;
        }
        return sum;
    }
}
