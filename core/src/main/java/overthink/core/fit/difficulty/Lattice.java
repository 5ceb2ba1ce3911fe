package overthink.core.fit.difficulty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The points at which the posterior of a family's two parameters is computed, in coordinates (x, y) on which it is near to
 * normal: the logarithms of a and b, or mu and the logarithm of sigma. Every point stands for the same area.
 */
final class Lattice {

    /** Points this far out, in steps, are the rim. */
    private static final int RIM = 2;

    private static final int FINE = 31;
    private static final double FINE_REACH = 5;

    private final DifficultyFamily family;
    private final double[] x;
    private final double[] y;
    private final Steps steps;

    private Lattice(DifficultyFamily family, double[] x, double[] y, int size, Steps steps) {
        this.family = family;
        this.x = Arrays.copyOf(x, size);
        this.y = Arrays.copyOf(y, size);
        this.steps = steps;
    }

    /**
     * The two vectors from a point to its neighbours: one along x, which may climb in y, and one along y.
     */
    private record Steps(double x, double climb, double y) {}

    int size() {
        return x.length;
    }

    double x(int point) {
        return x[point];
    }

    double y(int point) {
        return y[point];
    }

    double first(int point) {
        return first(family, x[point]);
    }

    double second(int point) {
        return second(y[point]);
    }

    /** A family's first parameter at x. */
    static double first(DifficultyFamily family, double x) {
        return family == DifficultyFamily.LOGIT_NORMAL ? x : StrictMath.exp(x);
    }

    /** Any family's second parameter at y. */
    static double second(double y) {
        return StrictMath.exp(y);
    }

    /** The weights of a point's law on {@link LogitCells}, for the families that need them. */
    double[] cellWeights(int point) {
        return this == UsualKumaraswamy.POINTS
                ? UsualKumaraswamy.WEIGHTS[point]
                : this == UsualLogitNormal.POINTS
                        ? UsualLogitNormal.WEIGHTS[point]
                        : LogitCells.weights(family, first(point), second(point));
    }

    /** The usual points of a family. */
    static Lattice usual(DifficultyFamily family) {
        return switch (family) {
            case BETA -> Rectangle.usual(family).points(family);
            case KUMARASWAMY -> UsualKumaraswamy.POINTS;
            case LOGIT_NORMAL -> UsualLogitNormal.POINTS;
        };
    }

    /** Weights on cells hang on no recording: those of the usual points are computed once. */
    private static final class UsualKumaraswamy {
        static final Lattice POINTS =
                Rectangle.usual(DifficultyFamily.KUMARASWAMY).points(DifficultyFamily.KUMARASWAMY);
        static final double[][] WEIGHTS = POINTS.allWeights();
    }

    private static final class UsualLogitNormal {
        static final Lattice POINTS =
                Rectangle.usual(DifficultyFamily.LOGIT_NORMAL).points(DifficultyFamily.LOGIT_NORMAL);
        static final double[][] WEIGHTS = POINTS.allWeights();
    }

    private double[][] allWeights() {
        double[][] weights = new double[size()][];
        for (int point = 0; point < weights.length; point++) {
            weights[point] = LogitCells.weights(family, first(point), second(point));
        }
        return weights;
    }

    /** The logarithm of the prior probability of all points; of the usual ones together it is 0 once this is taken off. */
    double logPriorOfAll(TailExponent exponent) {
        double sum = 0;
        for (int point = 0; point < size(); point++) {
            sum += StrictMath.exp(logPrior(point, exponent));
        }
        return StrictMath.log(sum);
    }

    /** The logarithm of the prior probability that a point stands for. */
    double logPrior(int point, TailExponent exponent) {
        return StrictMath.log(steps.x * steps.y)
                + switch (family) {
                    case BETA ->
                        normal(x[point], StrictMath.log(exponent.median()), exponent.spread()) + normal(y[point], 0, 3);
                    case KUMARASWAMY ->
                        normal(x[point], StrictMath.log(exponent.median()), exponent.spread()) + normal(y[point], 0, 2);
                    case LOGIT_NORMAL -> normal(x[point], -1, 5) + normal(y[point], StrictMath.log(2.2), 0.5);
                };
    }

    private static double normal(double value, double mean, double sd) {
        double z = (value - mean) / sd;
        return -0.5 * z * z - StrictMath.log(sd * StrictMath.sqrt(2 * Math.PI));
    }

    /**
     * A rectangle of points, with a band of y − x where a law outside is out of the question.
     *
     * @param lowX the least x
     * @param stepX from one x to the next
     * @param countX how many x
     * @param lowY the least y
     * @param stepY from one y to the next
     * @param countY how many y
     * @param lowGap y − x is above
     * @param highGap y − x is below
     */
    record Rectangle(
            double lowX,
            double stepX,
            int countX,
            double lowY,
            double stepY,
            int countY,
            double lowGap,
            double highGap) {

        /** The rectangle that covers what recordings have shown. */
        static Rectangle usual(DifficultyFamily family) {
            return switch (family) {
                case BETA -> between(log(.015), log(20), 56, log(.015), log(20_000), 76, -6, 10.5);
                case KUMARASWAMY -> between(log(.015), log(10), 50, log(.01), log(500), 60, -99, 99);
                case LOGIT_NORMAL -> between(-14, 7, 64, log(.2), log(8), 40, -99, 99);
            };
        }

        private static double log(double value) {
            return StrictMath.log(value);
        }

        private static Rectangle between(
                double lowX,
                double highX,
                int countX,
                double lowY,
                double highY,
                int countY,
                double lowGap,
                double highGap) {
            return new Rectangle(
                    lowX,
                    (highX - lowX) / (countX - 1),
                    countX,
                    lowY,
                    (highY - lowY) / (countY - 1),
                    countY,
                    lowGap,
                    highGap);
        }

        double highX() {
            return lowX + stepX * (countX - 1);
        }

        double highY() {
            return lowY + stepY * (countY - 1);
        }

        Lattice points(DifficultyFamily family) {
            double[] x = new double[countX * countY];
            double[] y = new double[countX * countY];
            int size = 0;
            for (int i = 0; i < countX; i++) {
                for (int j = 0; j < countY; j++) {
                    double oneX = lowX + stepX * i;
                    double oneY = lowY + stepY * j;
                    if (oneY - oneX > lowGap && oneY - oneX < highGap) {
                        x[size] = oneX;
                        y[size++] = oneY;
                    }
                }
            }
            return new Lattice(family, x, y, size, new Steps(stepX, 0, stepY));
        }

        /** The sides on whose rim there is more than a share of the posterior. */
        List<Side> crowded(Lattice points, double[] probability, double share) {
            List<Side> crowded = new ArrayList<>();
            for (Side side : Side.values()) {
                double sum = 0;
                for (int i = 0; i < probability.length; i++) {
                    sum += side.distance(this, points.x[i], points.y[i]) < RIM - 0.5 ? probability[i] : 0;
                }
                if (sum > share) {
                    crowded.add(side);
                }
            }
            return crowded;
        }
    }

    /** The sides of a rectangle, and the two of its band. */
    enum Side {
        LOW_X,
        HIGH_X,
        LOW_Y,
        HIGH_Y,
        LOW_GAP,
        HIGH_GAP;

        private static final double WIDER = 3;

        /** How far within the side a point is, in steps. */
        double distance(Rectangle r, double x, double y) {
            return switch (this) {
                case LOW_X -> (x - r.lowX) / r.stepX;
                case HIGH_X -> (r.highX() - x) / r.stepX;
                case LOW_Y -> (y - r.lowY) / r.stepY;
                case HIGH_Y -> (r.highY() - y) / r.stepY;
                case LOW_GAP -> (y - x - r.lowGap) / Math.max(r.stepX, r.stepY) - 1;
                case HIGH_GAP -> (r.highGap - (y - x)) / Math.max(r.stepX, r.stepY) - 1;
            };
        }

        /** The rectangle with this side moved out by 3, as far as {@code limits} reach. */
        Rectangle widened(Rectangle r, Rectangle limits) {
            int moreX = (int) Math.ceil(WIDER / r.stepX);
            int moreY = (int) Math.ceil(WIDER / r.stepY);
            int lowX = this == LOW_X ? Math.min(moreX, (int) ((r.lowX - limits.lowX) / r.stepX)) : 0;
            int highX = this == HIGH_X ? Math.min(moreX, (int) ((limits.highX() - r.highX()) / r.stepX)) : 0;
            int lowY = this == LOW_Y ? Math.min(moreY, (int) ((r.lowY - limits.lowY) / r.stepY)) : 0;
            int highY = this == HIGH_Y ? Math.min(moreY, (int) ((limits.highY() - r.highY()) / r.stepY)) : 0;
            return new Rectangle(
                    r.lowX - lowX * r.stepX,
                    r.stepX,
                    r.countX + lowX + highX,
                    r.lowY - lowY * r.stepY,
                    r.stepY,
                    r.countY + lowY + highY,
                    this == LOW_GAP ? r.lowGap - WIDER : r.lowGap,
                    this == HIGH_GAP ? r.highGap + WIDER : r.highGap);
        }
    }

    /** As far as a rectangle may be widened: what the laws can compute with. */
    static Rectangle limits(DifficultyFamily family) {
        return family == DifficultyFamily.LOGIT_NORMAL
                ? new Rectangle(-60, 120, 2, StrictMath.log(0.05), StrictMath.log(30 / 0.05), 2, -99, 99)
                : new Rectangle(
                        StrictMath.log(1e-5),
                        StrictMath.log(1e10),
                        2,
                        StrictMath.log(1e-5),
                        StrictMath.log(1e10),
                        2,
                        -99,
                        99);
    }

    /**
     * 31 × 31 points over five standard deviations along the principal directions of a posterior that is narrower than a rectangle's steps;
     * without those outside the limits.
     */
    static Lattice around(DifficultyFamily family, Moments moments) {
        Rectangle limits = limits(family);
        double scaleX = StrictMath.sqrt(moments.varianceX());
        double slope = moments.covariance() / moments.varianceX();
        double scaleY = StrictMath.sqrt(moments.varianceY() - slope * moments.covariance());
        double step = 2 * FINE_REACH / (FINE - 1);
        double[] x = new double[FINE * FINE];
        double[] y = new double[FINE * FINE];
        int size = 0;
        for (int i = 0; i < FINE; i++) {
            double alongX = (i - FINE / 2) * step * scaleX;
            for (int j = 0; j < FINE; j++) {
                double oneX = moments.meanX() + alongX;
                double oneY = moments.meanY() + slope * alongX + (j - FINE / 2) * step * scaleY;
                if (oneX >= limits.lowX && oneX <= limits.highX() && oneY >= limits.lowY && oneY <= limits.highY()) {
                    x[size] = oneX;
                    y[size++] = oneY;
                }
            }
        }
        return new Lattice(family, x, y, size, new Steps(step * scaleX, step * slope * scaleX, step * scaleY));
    }

    /** Means, variances and covariance of x and y. */
    record Moments(double meanX, double meanY, double varianceX, double varianceY, double covariance) {

        static Moments of(Lattice points, double[] probability) {
            double meanX = 0;
            double meanY = 0;
            for (int i = 0; i < probability.length; i++) {
                meanX += probability[i] * points.x[i];
                meanY += probability[i] * points.y[i];
            }
            double xx = 0;
            double yy = 0;
            double xy = 0;
            for (int i = 0; i < probability.length; i++) {
                double dx = points.x[i] - meanX;
                double dy = points.y[i] - meanY;
                xx += probability[i] * dx * dx;
                yy += probability[i] * dy * dy;
                xy += probability[i] * dx * dy;
            }
            return new Moments(meanX, meanY, xx, yy, xy);
        }

        /** The least standard deviation along any direction, counted in a lattice's steps. */
        double narrowest(Lattice lattice) {
            Steps steps = lattice.steps;
            // in the coordinates that count steps, x = i·steps.x and y = i·climb + j·steps.y
            double slope = steps.climb / steps.x;
            double ii = varianceX / (steps.x * steps.x);
            double jj = (varianceY - 2 * slope * covariance + slope * slope * varianceX) / (steps.y * steps.y);
            double ij = (covariance - slope * varianceX) / (steps.x * steps.y);
            double middle = (ii + jj) / 2;
            double half = (ii - jj) / 2;
            return StrictMath.sqrt(Math.max(0, middle - StrictMath.sqrt(half * half + ij * ij)));
        }

        /** With the variance that points half a step apart would have: as much as rounding to a lattice may hide. */
        Moments blurred(Lattice lattice) {
            Steps steps = lattice.steps;
            return new Moments(
                    meanX,
                    meanY,
                    varianceX + steps.x * steps.x / 4,
                    varianceY + (steps.climb * steps.climb + steps.y * steps.y) / 4,
                    covariance + steps.x * steps.climb / 4);
        }
    }
}
