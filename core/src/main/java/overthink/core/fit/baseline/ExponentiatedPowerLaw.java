package overthink.core.fit.baseline;

import java.util.stream.IntStream;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.util.Pair;

/**
 * exp(−A·k<sup>−B</sup>), by the method of Levenberg and Marquardt in (log A, B) from the straight line of log(−log value) on
 * log k.
 *
 * @param logA log A
 * @param b B
 */
record ExponentiatedPowerLaw(double logA, double b) {

    /** Keeps the logarithms finite, far from any value that a million candidates can give. */
    private static final double EDGE = 1e-9;

    private static final int MOST_STEPS = 1000;

    /** The law of least squares through at least two values. */
    static ExponentiatedPowerLaw fit(double[] ks, double[] values) {
        double[] logK = new double[ks.length];
        double[] bent = new double[ks.length];
        for (int i = 0; i < ks.length; i++) {
            logK[i] = StrictMath.log(ks[i]);
            double inside = Math.max(EDGE, Math.min(1 - EDGE, values[i]));
            bent[i] = StrictMath.log(-StrictMath.log(inside));
        }
        Line start = Line.through(logK, bent);
        if (IntStream.range(1, values.length).allMatch(i -> values[i] == values[0])) {
            return new ExponentiatedPowerLaw(start.intercept(), 0);
        }
        MultivariateJacobianFunction model = point -> {
            double logA = point.getEntry(0);
            double b = point.getEntry(1);
            double[] at = new double[logK.length];
            double[][] slopes = new double[logK.length][2];
            for (int i = 0; i < logK.length; i++) {
                double rate = StrictMath.exp(Math.min(700, logA - b * logK[i]));
                at[i] = StrictMath.exp(-rate);
                slopes[i][0] = -at[i] * rate;
                slopes[i][1] = at[i] * rate * logK[i];
            }
            return new Pair<>(new ArrayRealVector(at, false), new Array2DRowRealMatrix(slopes, false));
        };
        try {
            double[] found = new LevenbergMarquardtOptimizer()
                    .optimize(new LeastSquaresBuilder()
                            .start(new double[] {start.intercept(), -start.slope()})
                            .model(model)
                            .target(values)
                            .maxEvaluations(MOST_STEPS)
                            .maxIterations(MOST_STEPS)
                            .lazyEvaluation(false)
                            .build())
                    .getPoint()
                    .toArray();
            return new ExponentiatedPowerLaw(found[0], found[1]);
        } catch (MathIllegalStateException nothingNear) {
            // values that jump between 0 and 1 have no such law: where the search began is as good as any
            return new ExponentiatedPowerLaw(start.intercept(), -start.slope());
        }
    }

    double at(double k) {
        return StrictMath.exp(-StrictMath.exp(logA - b * StrictMath.log(k)));
    }
}
