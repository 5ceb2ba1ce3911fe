package overthink.core.estimate;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import overthink.core.api.Resource;

/**
 * Where the accuracy of one strategy turns on the problems of one bin.
 *
 * @param strategy its name
 * @param parameters as given in the scenario
 * @param resource what the budget bounds
 * @param bin {@code all}, or the bin of difficulty
 * @param method by which the rows of the listed budgets were found
 * @param listed among the budgets of the experiment, from the smallest to the largest
 * @param edge whether the best of these is the largest of several, so that more may be better
 * @param overall among all budgets that pay for 1 to 2<sup>40</sup> candidates, from the smallest to the limit; empty when no
 *     closed form gives the accuracy under every budget, or nobody asked. One of 2<sup>40</sup> is best there or beyond
 * @param arrival the least budget from which on the accuracy is within {@link #NEAR} of its limit; infinite when it is not even
 *     under the largest; empty when {@code overall} is
 */
public record TurningPoint(
        String strategy,
        Map<String, Object> parameters,
        Resource resource,
        String bin,
        Method method,
        Turn listed,
        boolean edge,
        Optional<Turn> overall,
        OptionalDouble arrival) {

    /** An accuracy so near to its limit has nearly reached it. */
    public static final double NEAR = 0.001;

    /** Budgets of {@link #overall} below this many candidates are exact, */
    public static final int FINEST = 256;

    /** and known to one part in so many from there on. */
    public static final int FINENESS = 64;

    /** The most candidates that are looked at. */
    public static final double FARTHEST = 0x1p40;

    /** The turn among all budgets where it is known, and else among those listed. */
    public Turn turn() {
        return overall.orElse(listed);
    }
}
