package overthink.scenarios.expectation;

import java.util.Optional;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;
import overthink.core.experiment.Observation;

/**
 * A figure of a row that something may be expected of: a measure that every row has, what goes to one policy or verifier, or an
 * attribute of a quality.
 */
public sealed interface RowFigure permits Measure, PaidShare, AttributeQuality {

    /** The name in results. */
    String label();

    /** What it is the {@linkplain #mean() mean} of, or else goes by. */
    Quantity quantity();

    /** Whether it is a mean over trials, so that two rows can be paired by it. */
    boolean mean();

    /** What must be looked at in trials for rows to have it; empty when they always do. */
    default Optional<Observation> observation() {
        return Optional.empty();
    }

    /** Whether it means something only where candidates are right or wrong. */
    default boolean ofRightOrWrong() {
        return false;
    }

    /** The figure; {@code NaN} where the row does not say. */
    double of(Row row);

    /** Its standard error over these problems; 0 for what is exact. */
    double error(Row row);

    /** By how much arithmetic may have moved it. */
    default double tolerance(Row row) {
        return 0;
    }

    /**
     * What it is made of, for pairs of rows; empty where it is no mean over trials, or that is not known.
     *
     * @param row that it is a figure of
     * @param of what the row is made of
     */
    default Optional<Sample> sample(Row row, Sample of) {
        return mean() ? Optional.of(of) : Optional.empty();
    }
}
