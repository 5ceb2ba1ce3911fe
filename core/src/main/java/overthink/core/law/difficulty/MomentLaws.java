package overthink.core.law.difficulty;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import overthink.core.api.RealRange;

/**
 * Laws of p by what people know of it: its mean, and its standard deviation, either as it is or as a share {@code within} of the
 * largest that p in [low, high] can have with that mean, √((mean − low)·(high − mean)), which is that of p always low or high.
 */
public final class MomentLaws {

    private static final int DIGITS = 4;
    private static final int MOST_ITERATIONS = 200;
    private static final double RELATIVE = 1e-15;
    private static final double ROUNDING = 1e-9;

    private MomentLaws() {}

    /**
     * The beta law on [low, high] with a mean and a standard deviation: with m and s those of q = (p − low)/(high − low),
     * α + β = m(1 − m)/s² − 1 and α = m·(α + β).
     *
     * @param mean above {@code low} and below {@code high}
     * @param sd above 0
     * @throws IllegalArgumentException unless such a law has α and β within their bounds; the message has the possible range
     */
    public static Beta beta(double mean, double sd, double low, double high) {
        double most = most("beta", mean, low, high);
        return betaWithin(mean, sd / most, most, "sd", sd, low, high);
    }

    /**
     * The beta law on [low, high] with a mean and a standard deviation relative to the largest: within² = 1/(α + β + 1).
     *
     * @param mean above {@code low} and below {@code high}
     * @param within above 0 and below 1
     * @throws IllegalArgumentException unless such a law has α and β within their bounds; the message has the possible range
     */
    public static Beta betaWithin(double mean, double within, double low, double high) {
        most("beta", mean, low, high);
        return betaWithin(mean, within, 1, "within", within, low, high);
    }

    /**
     * The standard deviations that a beta law on [low, high] can have with a mean, to four digits.
     *
     * @throws IllegalArgumentException when the mean is not inside, or too near an end
     */
    public static RealRange betaDeviations(double mean, double low, double high) {
        double most = most("beta", mean, low, high);
        RealRange sums = sums(mean, low, high);
        return rounded(most / Math.sqrt(1 + sums.most()), most / Math.sqrt(1 + sums.least()));
    }

    /**
     * The standard deviations that p of a logit-normal law can have with a mean, to four digits.
     *
     * @throws IllegalArgumentException when the mean is not inside (0, 1), or too near an end
     */
    public static RealRange logitNormalDeviations(double mean) {
        RealRange sigmas = logSigmas(mean);
        return rounded(deviation(withMean(mean, sigmas.least()), mean), deviation(withMean(mean, sigmas.most()), mean));
    }

    /** What α + β may be. */
    private static RealRange sums(double mean, double low, double high) {
        double m = (mean - low) / (high - low);
        double fewest = Beta.SHAPE.least() / Math.min(m, 1 - m);
        double most = Beta.SHAPE.most() / Math.max(m, 1 - m);
        if (fewest > most) {
            throw new IllegalArgumentException("beta: a mean of %s on [%s, %s] is too near its end"
                    .formatted(RealRange.text(mean), RealRange.text(low), RealRange.text(high)));
        }
        return new RealRange(fewest, most);
    }

    /** @param unit of {@code stated}, as a multiple of {@code within} */
    private static Beta betaWithin(
            double mean, double within, double unit, String name, double stated, double low, double high) {
        RealRange sums = sums(mean, low, high);
        double sum = 1 / (within * within) - 1;
        if (!(within > 0 && sum >= sums.least() && sum <= sums.most())) {
            throw outside(
                    "beta",
                    mean,
                    name,
                    stated,
                    rounded(unit / Math.sqrt(1 + sums.most()), unit / Math.sqrt(1 + sums.least())),
                    name.equals("sd") ? always(unit, low, high) : "");
        }
        double m = (mean - low) / (high - low);
        return new Beta(m * sum, (1 - m) * sum, low, high);
    }

    /**
     * The logit-normal law whose p has a mean and a standard deviation. With the mean kept, the standard deviation grows with σ,
     * since laws of larger σ cross those of smaller σ once (Karlin and Novikoff 1963).
     *
     * @param mean above 0 and below 1
     * @param sd above 0
     * @throws IllegalArgumentException unless such a law has μ and σ within their bounds; the message has the possible range
     */
    public static LogitNormal logitNormal(double mean, double sd) {
        RealRange sigmas = logSigmas(mean);
        double narrowest = deviation(withMean(mean, sigmas.least()), mean);
        double widest = deviation(withMean(mean, sigmas.most()), mean);
        if (!(sd >= narrowest && sd <= widest)) {
            throw outside(
                    "logit-normal",
                    mean,
                    "sd",
                    sd,
                    rounded(narrowest, widest),
                    always(most("logit-normal", mean, 0, 1), 0, 1));
        }
        double logSd = StrictMath.log(sd);
        return withMean(
                mean,
                root(
                        logSigma -> StrictMath.log(deviation(withMean(mean, logSigma), mean)) - logSd,
                        sigmas.least(),
                        sigmas.most()));
    }

    /** What the logarithm of σ may be. */
    private static RealRange logSigmas(double mean) {
        most("logit-normal", mean, 0, 1);
        double least = StrictMath.log(LogitNormal.SIGMA.least());
        double most = StrictMath.log(LogitNormal.SIGMA.most());
        double edge = mean < 0.5 ? LogitNormal.MU.least() : LogitNormal.MU.most();
        DoubleUnaryOperator atEdge = logSigma -> new LogitNormal(edge, sigma(logSigma)).mean() - mean;
        if (atEdge.applyAsDouble(most) * (0.5 - mean) <= 0) {
            return new RealRange(least, most);
        }
        // so wide a law has a mean nearer to a half even with the outermost μ
        if (atEdge.applyAsDouble(least) * (0.5 - mean) > 0) {
            throw new IllegalArgumentException(
                    "logit-normal: a mean of %s is too near its end".formatted(RealRange.text(mean)));
        }
        return new RealRange(least, root(atEdge, least, most) - ROUNDING);
    }

    /** The law of a σ that has a mean. */
    private static LogitNormal withMean(double mean, double logSigma) {
        double sigma = sigma(logSigma);
        double mu = root(
                mean < 0.5
                        ? centre -> StrictMath.log(new LogitNormal(centre, sigma).mean() / mean)
                        : centre -> -StrictMath.log(new LogitNormal(-centre, sigma).mean() / (1 - mean)),
                LogitNormal.MU.least(),
                LogitNormal.MU.most());
        return new LogitNormal(mu, sigma);
    }

    /** e to its power; within bounds, which the exponential of a bound's logarithm may miss by rounding. */
    private static double sigma(double logSigma) {
        return Math.min(LogitNormal.SIGMA.most(), Math.max(LogitNormal.SIGMA.least(), StrictMath.exp(logSigma)));
    }

    private static double deviation(LogitNormal law, double mean) {
        return StrictMath.sqrt(law.expectation(p -> (p - mean) * (p - mean)));
    }

    /** A root of a function that rises or falls from one end to the other, or the end at which it is nearer to 0. */
    private static double root(DoubleUnaryOperator function, double from, double to) {
        double atFrom = function.applyAsDouble(from);
        double atTo = function.applyAsDouble(to);
        if (atFrom * atTo >= 0) {
            return Math.abs(atFrom) <= Math.abs(atTo) ? from : to;
        }
        return new BrentSolver(RELATIVE, RELATIVE).solve(MOST_ITERATIONS, function::applyAsDouble, from, to);
    }

    private static double most(String law, double mean, double low, double high) {
        Domain.checkInterval(law, low, high);
        if (!(mean > low && mean < high)) {
            throw new IllegalArgumentException("%s: mean must be above %s and below %s, not %s"
                    .formatted(law, RealRange.text(low), RealRange.text(high), RealRange.text(mean)));
        }
        return Math.sqrt((mean - low) * (high - mean));
    }

    private static IllegalArgumentException outside(
            String law, double mean, String name, double stated, RealRange range, String limit) {
        return new IllegalArgumentException("%s: with a mean of %s, %s must be between %s and %s%s, not %s"
                .formatted(
                        law,
                        RealRange.text(mean),
                        name,
                        RealRange.text(range.least()),
                        RealRange.text(range.most()),
                        limit,
                        RealRange.text(stated)));
    }

    private static String always(double most, double low, double high) {
        return " (%s were p always %s or %s)"
                .formatted(
                        RealRange.text(rounded(most, RoundingMode.HALF_EVEN)),
                        RealRange.text(low),
                        RealRange.text(high));
    }

    private static RealRange rounded(double least, double most) {
        return new RealRange(rounded(least, RoundingMode.CEILING), rounded(most, RoundingMode.FLOOR));
    }

    private static double rounded(double value, RoundingMode mode) {
        return new BigDecimal(value).round(new MathContext(DIGITS, mode)).doubleValue();
    }
}
