package overthink.scenarios.expectation;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;
import overthink.core.experiment.Observation;

/**
 * What a scenario expects of one figure of one row.
 *
 * <p>The doubt in a comparison is {@code errors} standard errors. Two rows are compared by the error of their difference, paired
 * by problem and by trial: strategies are given the same candidates, so their errors are not independent. It is at most the sum
 * of both rows' errors, which stands for it where what the rows are made of is not at hand.
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

    /** What must be looked at in trials for it to be judged. */
    public Set<Observation> observations() {
        Set<Observation> observations = EnumSet.noneOf(Observation.class);
        measure.observation().ifPresent(observations::add);
        if (target instanceof Target.Other other) {
            other.measure().observation().ifPresent(observations::add);
        }
        return observations;
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
        OptionalInt at = row.find(rows);
        if (at.isEmpty()) {
            return Finding.missing(this, row);
        }
        Row observed = rows.get(at.getAsInt());
        double value = measure.of(observed);
        if (Double.isNaN(value)) {
            return Finding.unknown(this, observed.method());
        }
        double error = measure.error(observed);
        double tolerance = measure.tolerance(observed);
        if (!(target instanceof Target.Other other)) {
            return finding(value, error, ((Target.Constant) target).value(), 0, error, tolerance);
        }
        OptionalInt against = other.row().find(rows);
        if (against.isEmpty()) {
            return Finding.missing(this, other.row());
        }
        Row reference = rows.get(against.getAsInt());
        if (Double.isNaN(other.measure().of(reference))) {
            return Finding.unknown(this, reference.method());
        }
        double expectedError = other.times() * other.measure().error(reference);
        double sum = error + expectedError;
        boolean paired = !samples.isEmpty()
                && error != 0
                && expectedError != 0
                && measure.mean()
                && other.measure().mean();
        double together = paired
                ? PairedDifference.of(
                                samples.get(at.getAsInt()),
                                measure.quantity(),
                                samples.get(against.getAsInt()),
                                other.measure().quantity(),
                                other.times())
                        .stdError()
                : Double.NaN;
        return finding(
                value,
                error,
                other.times() * other.measure().of(reference),
                expectedError,
                together < sum || Double.isNaN(sum) ? together : sum,
                tolerance + other.times() * other.measure().tolerance(reference));
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
