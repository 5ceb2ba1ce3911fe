package overthink.scenarios.expectation;

import java.util.Optional;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.core.experiment.Observation;

/** A figure of a row that something may be expected of: a measure that every row has, or what goes to one policy or verifier. */
public sealed interface RowFigure permits Measure, PaidShare {

    /** The name in results. */
    String label();

    /** What it is the {@linkplain #mean() mean} of, or else goes by. */
    Quantity quantity();

    /** Whether it is a mean over trials, so that two rows can be paired by it. */
    boolean mean();

    /** What must be looked at in trials for rows to have it; empty when they always do. */
    Optional<Observation> observation();

    /** Whether it means something only where candidates are right or wrong. */
    boolean ofRightOrWrong();

    /** The figure; {@code NaN} where the row does not say. */
    double of(Row row);

    /** Its standard error over these problems; 0 for what is exact. */
    double error(Row row);

    /** By how much arithmetic may have moved it. */
    double tolerance(Row row);
}
