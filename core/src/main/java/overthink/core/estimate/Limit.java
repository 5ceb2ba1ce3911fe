package overthink.core.estimate;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where one strategy's curve ends on the problems of one bin as the budget grows without end. It is of the strategy in its
 * world, by whatever method its rows were found, and rests on the closed form of each problem's limit: the mean of these is
 * taken, nothing is extrapolated from rows.
 *
 * @param strategy its name
 * @param parameters as given in the scenario
 * @param bin {@code all}, or the bin of difficulty
 * @param accuracy the limit of the accuracy over these problems
 * @param coverage the limit of the coverage over these problems
 * @param correction c, where the accuracy under a budget of N is the limit + c/N + O(1/N²); empty where c is not known
 * @param coverageTail how what is missing to the coverage over the population of all problems shrinks, by the closed form that
 *     the law of difficulty has for N independent candidates; empty where there is none: for a bin, for a strategy that does not
 *     generate as many candidates as it can pay for, for a law that has no such form
 */
public record Limit(
        String strategy,
        Map<String, Object> parameters,
        String bin,
        double accuracy,
        double coverage,
        OptionalDouble correction,
        Optional<Tail> coverageTail) {}
