package overthink.scenarios.expectation;

import java.util.List;
import java.util.Optional;
import overthink.core.estimate.Row;

/**
 * What a scenario expects of one figure of one row.
 *
 * <p>The doubt in a comparison is {@code errors} times the sum of the standard errors of both sides. The sum, rather than
 * the root of the sum of squares, because strategies are given the same candidates: their errors are not independent, and
 * however they depend on one another, that of their difference is no more than the sum.
 *
 * @param entry which entry of the scenario's list it comes from, counted from 0
 * @param place where that entry stands, for messages
 * @param row the row
 * @param measure the figure
 * @param relation how it is to stand to the target
 * @param margin what is allowed or asked for beside chance
 * @param errors how many standard errors chance is given
 * @param target what it is compared with
 */
public record Expectation(
        int entry,
        String place,
        RowKey row,
        Measure measure,
        Relation relation,
        double margin,
        double errors,
        Target target) {

    /** Looks whether the rows meet it. */
    public Finding judge(List<Row> rows) {
        Optional<Row> observed = row.find(rows);
        if (observed.isEmpty()) {
            return Finding.missing(this, row);
        }
        double value = measure.of(observed.get());
        double error = measure.error(observed.get());
        if (target instanceof Target.Other other) {
            Optional<Row> reference = other.row().find(rows);
            return reference.isEmpty()
                    ? Finding.missing(this, other.row())
                    : finding(
                            value,
                            error,
                            other.times() * other.measure().of(reference.get()),
                            Math.abs(other.times()) * other.measure().error(reference.get()));
        }
        return finding(value, error, ((Target.Constant) target).value(), 0);
    }

    private Finding finding(double observed, double error, double expected, double expectedError) {
        boolean met = relation.holds(observed - expected, margin, errors * (error + expectedError));
        return new Finding(this, observed, error, expected, expectedError, met, "");
    }
}
