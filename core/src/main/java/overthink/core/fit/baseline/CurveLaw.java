package overthink.core.fit.baseline;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.fitting.PolynomialCurveFitter;
import org.apache.commons.math3.fitting.WeightedObservedPoints;

/** A law with few parameters that a curve of coverage or accuracy by budget may follow, fitted by least squares. */
public enum CurveLaw {
    /** exp(−A·k<sup>−B</sup>); see {@link Baseline#EXPONENTIATED_POWER_LAW}. */
    EXPONENTIATED_POWER_LAW("power law", "exp(\u2212A\u00b7k^\u2212B)", List.of("A", "B")) {
        @Override
        Solution solve(double[] ks, double[] values) {
            ExponentiatedPowerLaw law = ExponentiatedPowerLaw.fit(ks, values);
            return new Solution(new double[] {StrictMath.exp(law.logA()), law.b()}, law::at);
        }
    },

    /**
     * 1 − C·k<sup>−a</sup>, to which coverage comes where the chances of success follow a law that goes as
     * p<sup>a−1</sup> near 0, as Beta(a, b) does: the straight line of log(1 − value) on log k over the last decade of k, and
     * four budgets at least, where anything is missing.
     */
    BETA_TAIL("Beta tail", "1 \u2212 C\u00b7k^\u2212a", List.of("C", "a")) {
        @Override
        Solution solve(double[] ks, double[] values) {
            double[] logs = Arrays.stream(ks).map(StrictMath::log).toArray();
            double[] missing = Arrays.stream(values)
                    .map(value -> StrictMath.log(Math.max(LEAST_MISSING, 1 - value)))
                    .toArray();
            Line line = Line.through(logs, missing);
            return new Solution(
                    new double[] {StrictMath.exp(line.intercept()), -line.slope()},
                    k -> 1 - StrictMath.exp(line.at(StrictMath.log(k))));
        }

        @Override
        int first(double[] ks) {
            double from = ks[ks.length - 1] / DECADE;
            int below = (int) Arrays.stream(ks).filter(one -> one < from).count();
            return Math.max(0, Math.min(below, ks.length - LEAST_PLACES));
        }

        @Override
        boolean applies(double[] values) {
            return Arrays.stream(values).allMatch(value -> 1 - value > LEAST_MISSING);
        }
    },

    /** A − B·k<sup>−g</sup>, with g of at least ¼; see {@link Baseline#SATURATING_POWER_LAW}. */
    SATURATING_POWER_LAW("saturating", "A \u2212 B\u00b7k^\u2212g", List.of("A", "B", "g")) {
        @Override
        Solution solve(double[] ks, double[] values) {
            SaturatingPowerLaw law = SaturatingPowerLaw.fit(ks, values);
            Line line = law.line();
            return new Solution(new double[] {line.intercept(), -line.slope(), law.exponent()}, law::at);
        }
    },

    /** A − D·log²(k/K): a parabola in log k that turns down at K; none where it turns up. */
    PEAKED("peaked", "A \u2212 D\u00b7log\u00b2(k/K)", List.of("A", "D", "K")) {
        @Override
        Solution solve(double[] ks, double[] values) {
            WeightedObservedPoints points = new WeightedObservedPoints();
            for (int i = 0; i < ks.length; i++) {
                points.add(StrictMath.log(ks[i]), values[i]);
            }
            double[] c = PolynomialCurveFitter.create(2).fit(points.toList());
            double peak = c[2] < 0 ? -c[1] / (2 * c[2]) : Double.NaN;
            return new Solution(
                    new double[] {c[0] - c[2] * peak * peak, -c[2], StrictMath.exp(peak)},
                    k -> c[0] + StrictMath.log(k) * (c[1] + c[2] * StrictMath.log(k)));
        }
    };

    /** A curve needs to be known at so many places. */
    static final int LEAST_PLACES = 4;

    private static final double LEAST_MISSING = 1e-9;
    private static final double DECADE = 10;

    private final String label;
    private final String formula;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot be changed
    private final List<String> parameters;

    CurveLaw(String label, String formula, List<String> parameters) {
        this.label = label;
        this.formula = formula;
        this.parameters = List.copyOf(parameters);
    }

    /**
     * A curve of the law.
     *
     * @param parameters in their order
     * @param curve value by k
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Solution(double[] parameters, DoubleUnaryOperator curve) {}

    /** What it is called. */
    public String label() {
        return label;
    }

    /** The value at k. */
    public String formula() {
        return formula;
    }

    /** The names of its parameters. */
    public List<String> parameters() {
        return parameters;
    }

    abstract Solution solve(double[] ks, double[] values);

    /** The number of the first place that it is fitted to. */
    int first(double[] ks) {
        return 0;
    }

    boolean applies(double[] values) {
        return true;
    }

    /**
     * Fits it to a curve.
     *
     * @param ks where the curve is known: ascending, above 0
     * @param values of the curve there, in [0, 1]
     * @param errors their standard errors, 0 where they are exact
     * @return empty when the curve is known at fewer than four places, or is such that the law has no parameters for it
     * @throws IllegalArgumentException when the lengths differ or places do not ascend
     */
    public Optional<FittedLaw> fit(double[] ks, double[] values, double[] errors) {
        if (ks.length != values.length || ks.length != errors.length) {
            throw new IllegalArgumentException("a curve needs as many values and errors as places, not %d and %d of %d"
                    .formatted(values.length, errors.length, ks.length));
        }
        for (int i = 0; i < ks.length; i++) {
            if (!(ks[i] > (i == 0 ? 0 : ks[i - 1]))) {
                throw new IllegalArgumentException("places must ascend from above 0, not have %s".formatted(ks[i]));
            }
        }
        if (ks.length < LEAST_PLACES) {
            return Optional.empty();
        }
        int first = first(ks);
        double[] later = Arrays.copyOfRange(values, first, values.length);
        return applies(later)
                ? FittedLaw.of(
                        this,
                        Arrays.copyOfRange(ks, first, ks.length),
                        later,
                        Arrays.copyOfRange(errors, first, errors.length))
                : Optional.empty();
    }
}
