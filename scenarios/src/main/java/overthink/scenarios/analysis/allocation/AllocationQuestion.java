package overthink.scenarios.analysis.allocation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import overthink.core.estimate.Quantity;
import overthink.core.exact.allocation.RightAnswers;

/**
 * How one budget is to be spread over many problems.
 *
 * @param measure what is to be as great as can be on average: {@link Quantity#ACCURACY} or {@link Quantity#COVERAGE}
 * @param correlations how well difficulty is known beforehand, each r in [0, 1]; 1 without classes: each problem's own curve
 * @param classes into how many classes problems are predicted to fall; empty when the signal is known as it is
 * @param rightAnswers of each problem that are collected, whatever the strategies do; empty when none are
 */
public record AllocationQuestion(
        Quantity measure, List<Double> correlations, OptionalInt classes, Optional<RightAnswers> rightAnswers) {

    /** Copies the list. */
    public AllocationQuestion {
        correlations = List.copyOf(correlations);
    }
}
