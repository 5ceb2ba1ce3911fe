package overthink.core.fit.baseline;

import java.util.Arrays;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * A − B·k<sup>−g</sup>: given g a straight line in k<sup>−g</sup>, so that g alone is searched for, on a grid of log g and then by
 * Brent's method between the neighbours of the best. An exponent is at least a quarter: with a lower one the curve does not
 * settle within any number of candidates, and what was meant to saturate is a line in log k.
 *
 * @param line in k<sup>−g</sup>: A and −B
 * @param exponent g, in [0.25, 10]
 */
record SaturatingPowerLaw(Line line, double exponent) {

    private static final double LEAST = StrictMath.log(0.25);
    private static final double GREATEST = StrictMath.log(10);
    private static final int GRID = 60;
    private static final int MOST_EVALUATIONS = 1000;

    /** The law of least squares through at least three values. */
    static SaturatingPowerLaw fit(double[] ks, double[] values) {
        double step = (GREATEST - LEAST) / GRID;
        double best = LEAST;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= GRID; i++) {
            double squares = squares(ks, values, LEAST + i * step);
            if (squares < least) {
                least = squares;
                best = LEAST + i * step;
            }
        }
        double log = new BrentOptimizer(1e-9, 1e-12)
                .optimize(
                        new MaxEval(MOST_EVALUATIONS),
                        GoalType.MINIMIZE,
                        new UnivariateObjectiveFunction(g -> squares(ks, values, g)),
                        new SearchInterval(Math.max(LEAST, best - step), Math.min(GREATEST, best + step), best))
                .getPoint();
        return of(ks, values, log);
    }

    private static SaturatingPowerLaw of(double[] ks, double[] values, double logExponent) {
        double exponent = StrictMath.exp(logExponent);
        return new SaturatingPowerLaw(Line.through(powers(ks, exponent), values), exponent);
    }

    private static double squares(double[] ks, double[] values, double logExponent) {
        SaturatingPowerLaw law = of(ks, values, logExponent);
        return law.line.squares(powers(ks, law.exponent), values);
    }

    private static double[] powers(double[] ks, double exponent) {
        return Arrays.stream(ks).map(k -> StrictMath.pow(k, -exponent)).toArray();
    }

    double at(double k) {
        return line.at(StrictMath.pow(k, -exponent));
    }
}
