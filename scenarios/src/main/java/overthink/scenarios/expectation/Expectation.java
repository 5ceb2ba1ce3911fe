package overthink.scenarios.expectation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;

/**
 * What a scenario expects of one figure of one row.
 *
 * <p>The doubt in a comparison is {@code errors} standard errors. Two rows are compared by the error of their difference, paired
 * by problem and by trial: strategies are given the same candidates, so their errors are not independent. It is at most the sum
 * of both rows' errors, which stands for it where what the rows are made of is not at hand.
 *
 * @param entry which entry of the scenario's list it comes from, counted from 0
 * @param place where that entry stands, for messages
 * @param point the point of the scenario
 * @param row the row
 * @param measure the figure
 * @param relation how it is to stand to the target
 * @param margin what is allowed or asked for beside chance
 * @param errors how many standard errors chance is given
 * @param target what it is compared with
 * @param published what a paper says of the figure; empty when nothing is said
 */
public record Expectation(
        int entry,
        String place,
        PointKey point,
        RowKey row,
        RowFigure measure,
        Relation relation,
        double margin,
        double errors,
        Target target,
        String published) {

    /** What is expected of a scenario that is run at one point. */
    public Expectation(
            int entry,
            String place,
            RowKey row,
            RowFigure measure,
            Relation relation,
            double margin,
            double errors,
            Target target) {
        this(entry, place, PointKey.ONLY, row, measure, relation, margin, errors, target, "");
    }

    /** Looks whether rows alone meet it. */
    public Finding judge(List<Row> rows) {
        return judge(rows, List.of());
    }

    /**
     * Looks whether the rows meet it.
     *
     * @param samples what each of the rows is made of; none when that is not known
     */
    public Finding judge(List<Row> rows, List<Sample> samples) {
        PointRows all = new PointRows(rows, samples, List.of(), PointRows.Draw.ONLY);
        return judge(Map.of(PointKey.ONLY, all));
    }

    /**
     * Looks whether what a run gave meets it. Rows of two points are paired where they are of the same problems; the variance
     * of a difference between others is the sum of both.
     *
     * @param points what it gave, by point
     */
    public Finding judge(Map<PointKey, PointRows> points) {
        Optional<Observed> found = Observed.of(points.get(point), row, measure);
        if (found.isEmpty()) {
            return Finding.missing(this, point, row);
        }
        Observed observed = found.get();
        if (Double.isNaN(observed.value())) {
            return Finding.unknown(this, observed.method());
        }
        if (!(target instanceof Target.Other other)) {
            return finding(
                    observed.value(),
                    observed.error(),
                    ((Target.Constant) target).value(),
                    0,
                    observed.error(),
                    observed.tolerance());
        }
        Optional<Observed> against = Observed.of(points.get(other.point()), other.row(), other.measure());
        if (against.isEmpty()) {
            return Finding.missing(this, other.point(), other.row());
        }
        Observed reference = against.get();
        if (Double.isNaN(reference.value())) {
            return Finding.unknown(this, reference.method());
        }
        double error = observed.error();
        double expectedError = other.times() * reference.error();
        return finding(
                observed.value(),
                error,
                other.times() * reference.value(),
                expectedError,
                together(observed, reference, other.times(), error, expectedError),
                observed.tolerance() + other.times() * reference.tolerance());
    }

    /** The standard error of a difference: that of the pairs, where they are known, and never more than the sum. */
    private static double together(
            Observed observed, Observed reference, double times, double error, double expectedError) {
        double sum = error + expectedError;
        if (error == 0 || expectedError == 0) {
            return sum;
        }
        if (!observed.draw().equals(reference.draw())) {
            return Math.sqrt(error * error + expectedError * expectedError);
        }
        if (observed.sample().isEmpty() || reference.sample().isEmpty()) {
            return sum;
        }
        double paired = PairedDifference.of(
                        observed.sample().get(),
                        observed.quantity(),
                        reference.sample().get(),
                        reference.quantity(),
                        times)
                .stdError();
        return paired < sum || Double.isNaN(sum) ? paired : sum;
    }

    private Finding finding(
            double observed,
            double error,
            double expected,
            double expectedError,
            double differenceError,
            double tolerance) {
        boolean met = relation.holds(observed - expected, margin, errors * differenceError + tolerance);
        return new Finding(this, observed, error, expected, expectedError, differenceError, met, "");
    }
}
