package overthink.core.law.difficulty;

import java.util.function.DoubleUnaryOperator;

/**
 * A law of p on a latent real line: p rises with y, and y has a unimodal density that decays at least exponentially on
 * both sides. On such a line both ends of [0, 1] are far away, and what is sharp in p, as (1 − p)<sup>n</sup> is near 1/n,
 * is smooth.
 *
 * <p>Integrals are by the double-exponential rule (Takahasi and Mori 1974): y = mode + scale·sinh t, equal steps in t,
 * halved until two results agree. The density needs no normalisation: integrals are divided by its own.
 */
public final class LatentDensity {

    private static final double FIRST_STEP = 1.0 / 16;
    private static final int MOST_HALVINGS = 6;
    private static final double AGREEMENT = 1e-12;
    /** What is e<sup>700</sup> times below the greatest weight is left out. */
    private static final double REACH = 700;

    private static final double GOLDEN = 0.6180339887498949;

    private final DoubleUnaryOperator logDensity;
    private final DoubleUnaryOperator accuracy;
    private final DoubleUnaryOperator logMiss;
    private final double mode;
    private final double unit;

    /**
     * A law from its functions of y.
     *
     * @param logDensity logarithm of the density, up to a constant
     * @param accuracy p
     * @param logMiss log(1 − p)
     * @param mode where the density is greatest
     * @param unit over which log p or log(1 − p) changes by about 1
     */
    LatentDensity(
            DoubleUnaryOperator logDensity,
            DoubleUnaryOperator accuracy,
            DoubleUnaryOperator logMiss,
            double mode,
            double unit) {
        this.logDensity = logDensity;
        this.accuracy = accuracy;
        this.logMiss = logMiss;
        this.mode = mode;
        this.unit = unit;
    }

    /** The logarithm of the density at y, up to a constant. */
    double logDensity(double y) {
        return logDensity.applyAsDouble(y);
    }

    /** p at y. */
    double accuracy(double y) {
        return accuracy.applyAsDouble(y);
    }

    /** log(1 − p) at y. */
    double logMiss(double y) {
        return logMiss.applyAsDouble(y);
    }

    /** Where the density is greatest. */
    double mode() {
        return mode;
    }

    /** Over how much of y log p or log(1 − p) changes by about 1. */
    double unit() {
        return unit;
    }

    /** E[f(p)]. */
    double expectation(DoubleUnaryOperator f) {
        return new Rule(logDensity, mode).mean(y -> f.applyAsDouble(accuracy.applyAsDouble(y)));
    }

    /** E[(1 − p)<sup>n</sup>]: the integral of the density tilted by (1 − p)<sup>n</sup> over that of the density. */
    double failure(long n) {
        if (n == 0) {
            return 1;
        }
        DoubleUnaryOperator tilted = y -> logDensity.applyAsDouble(y) + n * logMiss.applyAsDouble(y);
        double logRatio =
                new Rule(tilted, modeLeftOf(mode, tilted)).logIntegral() - new Rule(logDensity, mode).logIntegral();
        return Math.min(1, StrictMath.exp(logRatio));
    }

    /** The mode of a unimodal function whose mode is at or left of {@code start}. */
    private double modeLeftOf(double start, DoubleUnaryOperator logWeight) {
        double right = start;
        double middle = start;
        double step = unit;
        while (logWeight.applyAsDouble(middle - step) > logWeight.applyAsDouble(middle)) {
            right = middle;
            middle -= step;
            step *= 2;
        }
        double left = middle - step;
        double width = right - left;
        double inner = right - GOLDEN * width;
        double outer = left + GOLDEN * width;
        double atInner = logWeight.applyAsDouble(inner);
        double atOuter = logWeight.applyAsDouble(outer);
        while (width > 1e-8 * unit && inner < outer) {
            if (atInner < atOuter) {
                left = inner;
                inner = outer;
                atInner = atOuter;
                width = right - left;
                outer = left + GOLDEN * width;
                atOuter = logWeight.applyAsDouble(outer);
            } else {
                right = outer;
                outer = inner;
                atOuter = atInner;
                width = right - left;
                inner = right - GOLDEN * width;
                atInner = logWeight.applyAsDouble(inner);
            }
        }
        return 0.5 * (left + right);
    }

    /** The rule for one weight function. */
    private final class Rule {

        private final DoubleUnaryOperator logWeight;
        private final double centre;
        private final double peak;
        private final double scale;

        private double weights;
        private double values;
        private double magnitudes;

        Rule(DoubleUnaryOperator logWeight, double centre) {
            this.logWeight = logWeight;
            this.centre = centre;
            peak = logWeight.applyAsDouble(centre);
            double width = unit;
            while (falls(-width) || falls(width)) {
                width *= 0.5;
            }
            scale = width;
        }

        private boolean falls(double by) {
            return logWeight.applyAsDouble(centre + by) < peak - 0.5;
        }

        double mean(DoubleUnaryOperator f) {
            integrate(f);
            return values / weights;
        }

        double logIntegral() {
            double step = integrate(y -> 1);
            return peak + StrictMath.log(scale * step * weights);
        }

        /** Adds nodes until the mean settles; returns the last step. */
        private double integrate(DoubleUnaryOperator f) {
            double step = FIRST_STEP;
            add(0, step, f);
            add(-step, -step, f);
            for (int halving = 0; halving < MOST_HALVINGS; halving++) {
                double coarseWeight = weights * step;
                double coarseValue = values * step;
                add(0.5 * step, step, f);
                add(-0.5 * step, -step, f);
                step *= 0.5;
                if (Math.abs(weights * step - coarseWeight) <= AGREEMENT * weights * step
                        && Math.abs(values * step - coarseValue) <= AGREEMENT * magnitudes * step) {
                    break;
                }
            }
            return step;
        }

        /** Adds the nodes t = from, from + step, … until the weight is negligible. */
        private void add(double from, double step, DoubleUnaryOperator f) {
            for (int i = 0; ; i++) {
                double t = from + i * step;
                double sinh = StrictMath.sinh(t);
                double y = centre + scale * sinh;
                double logHeight = logWeight.applyAsDouble(y) - peak;
                if (!(logHeight + Math.abs(t) >= -REACH)) {
                    return;
                }
                double weight = StrictMath.exp(logHeight) * StrictMath.sqrt(1 + sinh * sinh);
                double value = weight * f.applyAsDouble(y);
                weights += weight;
                values += value;
                magnitudes += Math.abs(value);
            }
        }
    }
}
