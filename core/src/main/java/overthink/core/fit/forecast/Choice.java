package overthink.core.fit.forecast;

import java.util.Optional;
import overthink.core.fit.curve.Rule;

/**
 * The best strategy at a budget, among those asked for. Inside the recording strategies are compared as replayed, beyond it as
 * forecast; best-of-n beyond the recording is never best on its mean, but only where the lower end of its 90 % interval is above
 * every other's mean, since where it ends is hardly known.
 *
 * @param budget candidates a problem
 * @param kind what the comparison rests on
 * @param best the strategy
 * @param mean its mean
 * @param runnerUp the next best; empty when no other was asked for
 * @param difference best minus runner-up, of their means; {@code NaN} without a runner-up
 * @param reversed the chance that the two come in the other order when these problems are sampled anew; {@code NaN} without a
 *     runner-up
 * @param populationError the standard error of the difference over the population of problems, where it is replayed, else
 *     {@code NaN}
 * @param remark why the greatest mean is not the best, where that is so
 */
public record Choice(
        long budget,
        Kind kind,
        Rule best,
        double mean,
        Optional<Rule> runnerUp,
        double difference,
        double reversed,
        double populationError,
        Optional<String> remark) {}
