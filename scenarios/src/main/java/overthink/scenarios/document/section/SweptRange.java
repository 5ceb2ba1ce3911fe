package overthink.scenarios.document.section;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import overthink.core.api.RealRange;
import overthink.core.api.WholeRange;
import overthink.scenarios.document.form.Block;
import overthink.scenarios.document.form.Fields;
import overthink.scenarios.document.form.FlagForm;
import overthink.scenarios.document.form.Key;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.form.WholeForm;
import overthink.scenarios.document.form.WordForm;

/** A range of numbers, both ends included. Numbers are decimal: from 0.6 to 0.95 by 0.05 is 0.6, 0.65, and so on exactly. */
final class SweptRange {

    private static final RealRange NUMBER = new RealRange(-1e30, 1e30);
    private static final RealRange POSITIVE = new RealRange(1e-30, 1e30);

    /** Digits of what lies between the ends of a range of so many points. */
    private static final MathContext LINEAR = new MathContext(12);

    private static final MathContext LOGARITHMIC = new MathContext(6);

    private static final Key<Double> FROM = Key.required("from", new RealForm(NUMBER), "The first value");
    private static final Key<Double> TO = Key.required("to", new RealForm(NUMBER), "The last value");
    private static final Key<Double> STEP =
            Key.derived("step", new RealForm(POSITIVE), "none", "What each value is more than the one before");
    private static final Key<Double> FACTOR =
            Key.derived("factor", new RealForm(POSITIVE), "none", "How many times the one before each value is");
    private static final Key<Integer> POINTS = Key.derived(
            "points",
            WholeForm.ints(new WholeRange(2, SweepPlan.MOST)),
            "none",
            "How many values, evenly spaced on the scale");
    private static final Key<Boolean> LOG = Key.optional(
            "scale",
            new WordForm<>(java.util.Map.of("linear", false, "log", true)),
            "linear",
            "On which scale so many points are evenly spaced: linear, or log to 6 digits");
    private static final Key<Boolean> WHOLE =
            Key.optional("whole", new FlagForm(), "false", "Whether values are rounded to whole numbers");

    /** The form of a range. */
    static final Block<List<BigDecimal>> FORM = Block.of(SweptRange::values, FROM, TO, STEP, FACTOR, POINTS, LOG, WHOLE)
            .check(SweptRange::ascends, FROM, TO)
            .check(SweptRange::oneMeasure);

    private SweptRange() {}

    private static void ascends(Fields fields) {
        if (fields.get(FROM) >= fields.get(TO)) {
            fields.refuse(
                    TO,
                    "must be above from (%s), not %s"
                            .formatted(RealRange.text(fields.get(FROM)), RealRange.text(fields.get(TO))),
                    "");
        }
    }

    private static void oneMeasure(Fields fields) {
        List<String> stated = new ArrayList<>();
        for (Key<?> key : List.of(STEP, FACTOR, POINTS)) {
            if (fields.stated(key)) {
                stated.add(key.name());
            }
        }
        if (stated.size() != 1) {
            fields.refuse(
                    "a range has one of step, factor and points"
                            + (stated.isEmpty() ? "" : ", not " + String.join(" and ", stated)),
                    "");
        }
    }

    private static List<BigDecimal> values(Fields fields) {
        BigDecimal from = BigDecimal.valueOf(fields.get(FROM));
        BigDecimal to = BigDecimal.valueOf(fields.get(TO));
        Optional<List<BigDecimal>> values;
        if (fields.has(STEP)) {
            values = Optional.of(steps(from, to, BigDecimal.valueOf(fields.get(STEP))));
        } else if (fields.has(FACTOR)) {
            values = Optional.of(factors(from, to, BigDecimal.valueOf(fields.get(FACTOR))));
        } else {
            values = Optional.of(points(from, to, fields.get(POINTS), fields.get(LOG)));
        }
        return values.map(all -> fields.get(WHOLE) ? whole(all) : all).orElseThrow();
    }

    private static List<BigDecimal> steps(BigDecimal from, BigDecimal to, BigDecimal step) {
        BigDecimal[] count = to.subtract(from).divideAndRemainder(step);
        if (count[0].compareTo(BigDecimal.valueOf(SweepPlan.MOST)) >= 0) {
            throw tooMany(count[0].add(BigDecimal.ONE));
        }
        if (count[1].signum() != 0) {
            throw new IllegalArgumentException("%s is no whole number of steps of %s from %s. Maybe: to: %s"
                    .formatted(text(to), text(step), text(from), text(to.subtract(count[1]))));
        }
        List<BigDecimal> values = new ArrayList<>();
        for (int k = 0; k <= count[0].intValueExact(); k++) {
            values.add(from.add(step.multiply(BigDecimal.valueOf(k))));
        }
        return values;
    }

    private static List<BigDecimal> factors(BigDecimal from, BigDecimal to, BigDecimal factor) {
        if (from.signum() <= 0 || factor.compareTo(BigDecimal.ONE) <= 0) {
            throw new IllegalArgumentException(
                    "with a factor, from must be above 0 and the factor above 1, not %s and %s"
                            .formatted(text(from), text(factor)));
        }
        List<BigDecimal> values = new ArrayList<>();
        for (BigDecimal value = from;
                value.compareTo(to) <= 0;
                value = value.multiply(factor, MathContext.DECIMAL128)) {
            values.add(value);
            if (values.size() > SweepPlan.MOST) {
                throw tooMany(BigDecimal.valueOf(values.size()));
            }
        }
        BigDecimal last = values.get(values.size() - 1);
        if (last.compareTo(to) != 0) {
            throw new IllegalArgumentException("no power of %s leads from %s to %s. Maybe: to: %s"
                    .formatted(text(factor), text(from), text(to), text(last)));
        }
        return values;
    }

    private static List<BigDecimal> points(BigDecimal from, BigDecimal to, int points, boolean log) {
        if (log && from.signum() <= 0) {
            throw new IllegalArgumentException("on a log scale, from must be above 0, not " + text(from));
        }
        List<BigDecimal> values = new ArrayList<>(List.of(from));
        double ratio = log ? StrictMath.log(to.doubleValue() / from.doubleValue()) : 0;
        for (int k = 1; k < points - 1; k++) {
            values.add(
                    log
                            ? new BigDecimal(from.doubleValue() * StrictMath.exp(ratio * k / (points - 1)), LOGARITHMIC)
                            : from.add(to.subtract(from)
                                    .multiply(BigDecimal.valueOf(k))
                                    .divide(BigDecimal.valueOf(points - 1L), LINEAR)));
        }
        values.add(to);
        return values;
    }

    private static List<BigDecimal> whole(List<BigDecimal> values) {
        List<BigDecimal> whole = values.stream()
                .map(value -> value.setScale(0, RoundingMode.HALF_EVEN))
                .toList();
        if (whole.stream().distinct().count() < whole.size()) {
            throw new IllegalArgumentException(
                    "rounded to whole numbers, some of the %d values are the same".formatted(whole.size()));
        }
        return whole;
    }

    private static IllegalArgumentException tooMany(BigDecimal count) {
        return new IllegalArgumentException("a scenario is run at no more than %,d points, and these are %s"
                .formatted(
                        SweepPlan.MOST,
                        count.toBigInteger().bitLength() < 60
                                ? "%,d".formatted(count.longValue())
                                : text(count.round(new MathContext(2)))));
    }

    private static String text(BigDecimal number) {
        return RealRange.text(number.doubleValue());
    }
}
