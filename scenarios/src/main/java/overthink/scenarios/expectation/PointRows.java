package overthink.scenarios.expectation;

import java.util.List;
import java.util.Optional;
import overthink.core.estimate.Limit;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;

/**
 * What a run gave at one point.
 *
 * @param rows the rows
 * @param samples what each of the rows is made of; none when that is not known
 * @param limits where curves end
 * @param draw what tells the problems apart that rows are of: rows of two points are paired where it is the same
 */
public record PointRows(List<Row> rows, List<Sample> samples, List<Limit> limits, Draw draw) {

    /** Copies the lists. */
    public PointRows {
        rows = List.copyOf(rows);
        samples = List.copyOf(samples);
        limits = List.copyOf(limits);
    }

    /**
     * Which problems.
     *
     * @param seed of all randomness
     * @param problems how many
     */
    public record Draw(long seed, int problems) {

        /** Of a scenario that is run at one point. */
        public static final Draw ONLY = new Draw(0, 0);
    }

    /** The limit of a row under a budget without end; empty when it is not known. */
    Optional<Limit> limit(RowKey key) {
        return limits.stream()
                .filter(limit -> limit.strategy().equals(key.strategy())
                        && limit.parameters().equals(key.parameters())
                        && limit.bin().equals(key.bin()))
                .findFirst();
    }
}
