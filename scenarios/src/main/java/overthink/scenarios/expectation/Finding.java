package overthink.scenarios.expectation;

import overthink.core.estimate.Method;
import overthink.scenarios.text.Plain;

/**
 * Whether an expectation was met.
 *
 * @param expectation the expectation
 * @param observed the figure; {@code NaN} when there is none
 * @param observedError its standard error
 * @param expected what it was compared with; {@code NaN} when there is none
 * @param expectedError its standard error
 * @param differenceError the standard error by which both were compared: that of their difference
 * @param met whether it was
 * @param obstacle why it could not be looked for; empty when it could
 */
public record Finding(
        Expectation expectation,
        double observed,
        double observedError,
        double expected,
        double expectedError,
        double differenceError,
        boolean met,
        String obstacle) {

    static Finding missing(Expectation expectation, PointKey point, RowKey row) {
        return without(
                expectation,
                row.endless()
                        ? "the limit of %s is not known".formatted(at(point, row))
                        : "there is no row of %s: its bin is empty, or its strategy was stopped"
                                .formatted(at(point, row)));
    }

    private static String at(PointKey point, RowKey row) {
        return point.equals(PointKey.ONLY) ? row.toString() : "%s (%s)".formatted(row, point);
    }

    /** The row has no such figure. */
    static Finding unknown(Expectation expectation, Method method) {
        return without(
                expectation,
                method == Method.SIMULATED
                        ? "the trials did not say"
                        : "it is not known of rows found by the method %s. Maybe method: simulated"
                                .formatted(method.label()));
    }

    private static Finding without(Expectation expectation, String obstacle) {
        return new Finding(expectation, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, false, obstacle);
    }

    /** The figure, what it was compared with, and the rule, in one sentence. */
    public String sentence() {
        String subject =
                "%s of %s".formatted(expectation.measure().label(), at(expectation.point(), expectation.row()));
        if (!obstacle.isEmpty()) {
            return "%s: %s".formatted(subject, obstacle);
        }
        return "%s is %s%s, %s%s %s%s"
                .formatted(
                        subject,
                        Plain.of(observed),
                        Plain.error(observedError),
                        met ? "" : "not ",
                        expectation.relation().words(),
                        reference(),
                        allowance());
    }

    private String reference() {
        String value = Plain.of(expected) + Plain.error(expectedError);
        if (!(expectation.target() instanceof Target.Other other)) {
            return value;
        }
        String times = other.times() == 1 ? "" : Plain.of(other.times()) + " times ";
        String figure = other.measure().equals(expectation.measure())
                ? "that"
                : "the " + other.measure().label();
        boolean same = other.point().equals(expectation.point());
        return "%s (%s%s of %s)"
                .formatted(
                        value,
                        times,
                        figure,
                        same
                                ? other.row()
                                : "%s, %s".formatted(other.row(), other.point().less(expectation.point())));
    }

    private String allowance() {
        double asked = expectation.margin();
        String less =
                asked < 0 ? (expectation.relation() == Relation.BELOW ? " plus " : " less ") + Plain.of(-asked) : "";
        String margin = asked > 0 ? Plain.of(asked) : "";
        boolean sure = expectation.errors() == 0 || observedError + expectedError < Plain.NEGLIGIBLE;
        String errors = sure ? "" : Plain.of(expectation.errors()) + " errors" + ofDifference();
        if (errors.isEmpty() && margin.isEmpty()) {
            return less;
        }
        String both = margin.isEmpty() || errors.isEmpty() ? margin + errors : margin + " and " + errors;
        return less + (expectation.relation().lenient() ? ", give or take " : " by ") + both;
    }

    /** Which errors, where they are not those of one side alone. */
    private String ofDifference() {
        return observedError < Plain.NEGLIGIBLE || expectedError < Plain.NEGLIGIBLE
                ? ""
                : " of the difference," + Plain.error(differenceError);
    }
}
