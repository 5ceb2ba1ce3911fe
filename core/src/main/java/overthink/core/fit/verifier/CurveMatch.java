package overthink.core.fit.verifier;

import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * The d of a fitted verifier, and its spread over problems, for which best-of-k of its scores is nearest to what is replayed: the
 * least sum over k of squared distances, by the simplex of Nelder and Mead (1965) over (d, log spread). A curve hardly tells the two
 * apart (a greater d with a greater spread is nearly the same curve), so that log spread is held to its start by the weak prior of
 * one unit: (log spread − log start)² times the mean squared error of the replay is added.
 *
 * <p>Errors are those of an M-estimate over problems: with J the derivatives of the curve and r<sub>i</sub> what the replay of
 * problem i differs from its fitted curve, the covariance is H⁻¹·(Σ<sub>i</sub> Jᵀr<sub>i</sub>r<sub>i</sub>ᵀJ ÷ M²)·H⁻¹, H = JᵀJ and
 * the prior's part. A spread that ends below {@value #LEAST} is 0, and of unknown error.
 */
final class CurveMatch {

    /** The least spread that is told from none. */
    static final double LEAST = 0.05;

    private static final double MOST = 8;
    private static final double STEP = 0.3;
    private static final double DERIVATIVE = 0.1;
    private static final int EVALUATIONS = 120;

    private final FittedScores scores;
    private final double slope;
    private final double[] target;
    private final double prior;
    private final double startLog;
    private double[] best = {0, 0};
    private double least = Double.POSITIVE_INFINITY;

    final Fitted d;
    final Fitted spread;
    /** By problem used and k: best-of-k of the fitted verifier. */
    final double[][] fitted;

    /**
     * Matches curves.
     *
     * @param replayed by problem used and k
     * @param slope how d rises with the logit of p
     */
    CurveMatch(FittedScores scores, double[][] replayed, double slope, double startD, double startSpread) {
        this.scores = scores;
        this.slope = slope;
        target = FittedScores.mean(replayed);
        startLog = StrictMath.log(startSpread);
        prior = meanSquaredError(replayed, target);
        minimise(new double[] {startD, startLog});
        double logSpread = best[1];
        boolean spreads = spread(logSpread) > 0;
        fitted = curves(best[0], logSpread);
        double[] mean = FittedScores.mean(fitted);
        double[][] jacobian = {
            difference(curves(best[0] + DERIVATIVE, logSpread), mean),
            spreads ? difference(curves(best[0], logSpread + DERIVATIVE), mean) : new double[mean.length]
        };
        double[] variances = variances(jacobian, replayed, spreads);
        d = new Fitted(best[0], StrictMath.sqrt(variances[0]));
        double value = spread(logSpread);
        // from the error of the logarithm
        spread = new Fitted(value, spreads ? value * StrictMath.sqrt(variances[1]) : Double.NaN);
    }

    /** The mean over k of the squared standard error, over problems, of a curve's mean. */
    private static double meanSquaredError(double[][] curves, double[] mean) {
        double sum = 0;
        for (double[] curve : curves) {
            for (int k = 1; k < mean.length; k++) {
                sum += (curve[k] - mean[k]) * (curve[k] - mean[k]);
            }
        }
        double problems = curves.length;
        return sum / (problems * problems * (mean.length - 1));
    }

    private void minimise(double[] start) {
        try {
            new SimplexOptimizer(1e-4, 1e-9)
                    .optimize(
                            new MaxEval(EVALUATIONS),
                            new ObjectiveFunction(this::distance),
                            GoalType.MINIMIZE,
                            new InitialGuess(start),
                            new NelderMeadSimplex(new double[] {STEP, STEP}));
        } catch (TooManyEvaluationsException e) {
            // the nearest so far is near enough: the last steps are far below the errors
            return;
        }
    }

    private double distance(double[] point) {
        double[] mean = FittedScores.mean(curves(point[0], point[1]));
        double sum = prior * (point[1] - startLog) * (point[1] - startLog);
        for (int k = 1; k < mean.length; k++) {
            sum += (mean[k] - target[k]) * (mean[k] - target[k]);
        }
        if (sum < least) {
            least = sum;
            best = point.clone();
        }
        return sum;
    }

    private double[][] curves(double atD, double logSpread) {
        return scores.curves(Math.max(-20, Math.min(20, atD)), slope, spread(logSpread));
    }

    private static double spread(double logSpread) {
        double value = StrictMath.exp(Math.min(logSpread, StrictMath.log(MOST)));
        return value < LEAST ? 0 : value;
    }

    private static double[] difference(double[][] curves, double[] from) {
        double[] mean = FittedScores.mean(curves);
        for (int k = 1; k < mean.length; k++) {
            mean[k] = (mean[k] - from[k]) / DERIVATIVE;
        }
        return mean;
    }

    private double[] variances(double[][] jacobian, double[][] replayed, boolean both) {
        double a = dot(jacobian[0], jacobian[0]);
        double b = dot(jacobian[0], jacobian[1]);
        double c = dot(jacobian[1], jacobian[1]) + prior;
        double determinant = both ? a * c - b * b : a;
        if (!(determinant > 1e-12 * a * Math.max(c, 1e-12))) {
            return new double[] {Double.NaN, Double.NaN};
        }
        // the inverse of JᵀJ
        double aa = both ? c / determinant : 1 / a;
        double ab = both ? -b / determinant : 0;
        double bb = both ? a / determinant : 0;
        double first = 0;
        double second = 0;
        int problems = replayed.length;
        for (int u = 0; u < problems; u++) {
            double[] rest = replayed[u].clone();
            for (int k = 1; k < rest.length; k++) {
                rest[k] -= fitted[u][k];
            }
            double x = dot(jacobian[0], rest);
            double y = dot(jacobian[1], rest);
            first += (aa * x + ab * y) * (aa * x + ab * y);
            second += (ab * x + bb * y) * (ab * x + bb * y);
        }
        double square = (double) problems * problems;
        // the prior is one more thing that was seen, with an error of one unit
        return new double[] {first / square + ab * prior * ab * prior, second / square + bb * prior * bb * prior};
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int k = 1; k < one.length; k++) {
            sum += one[k] * other[k];
        }
        return sum;
    }
}
