package overthink.scenarios.expectation;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Method;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;

/**
 * A number that a run gave: of a row, or of a limit, which is exact of these problems.
 *
 * @param value the number
 * @param error its standard error over these problems; 0 for what is exact
 * @param tolerance by how much arithmetic may have moved it
 * @param quantity what it is the mean of
 * @param sample what it is made of; empty when that is not known
 * @param draw of which problems it is
 * @param method how it was found
 */
record Observed(
        double value,
        double error,
        double tolerance,
        Quantity quantity,
        Optional<Sample> sample,
        PointRows.Draw draw,
        Method method) {

    /** By how much arithmetic may have moved a limit. */
    private static final double LIMIT_TOLERANCE = 1e-12;

    /** The number in some rows; empty when it is not there. */
    static Optional<Observed> of(@Nullable PointRows rows, RowKey key, RowFigure measure) {
        if (rows == null) {
            return Optional.empty();
        }
        if (key.endless()) {
            return rows.limit(key).flatMap(limit -> of(limit, measure, rows.draw()));
        }
        OptionalInt at = key.find(rows.rows());
        if (at.isEmpty()) {
            return Optional.empty();
        }
        Row row = rows.rows().get(at.getAsInt());
        return Optional.of(new Observed(
                measure.of(row),
                measure.error(row),
                measure.tolerance(row),
                measure.quantity(),
                rows.samples().isEmpty()
                        ? Optional.empty()
                        : measure.sample(row, rows.samples().get(at.getAsInt())),
                rows.draw(),
                row.method()));
    }

    private static Optional<Observed> of(Limit limit, RowFigure figure, PointRows.Draw draw) {
        if (!(figure instanceof Measure measure)) {
            return Optional.empty();
        }
        return switch (measure) {
            case ACCURACY ->
                Optional.of(new Observed(
                        limit.accuracy(),
                        0,
                        LIMIT_TOLERANCE,
                        measure.quantity(),
                        Optional.empty(),
                        draw,
                        Method.EXACT));
            case COVERAGE ->
                Optional.of(new Observed(
                        limit.coverage(),
                        0,
                        LIMIT_TOLERANCE,
                        measure.quantity(),
                        Optional.empty(),
                        draw,
                        Method.EXACT));
            default -> Optional.empty();
        };
    }
}
