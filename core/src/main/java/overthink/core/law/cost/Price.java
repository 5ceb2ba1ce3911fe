package overthink.core.law.cost;

import java.util.OptionalDouble;
import overthink.core.api.RealRange;

/**
 * Dollars per million tokens.
 *
 * <p><b>Cached input.</b> What a call reads at its beginning that a call before it in the trial read at its beginning, too, is
 * in the cache: the prompt, from the second call on, and in a chain of revisions the candidates that the revision before read,
 * as long as the chain is within the context. It costs {@code cached}, and no floating-point operations. Without a price of its
 * own there is a cache for the samples of a trial alone, which read the prompt together, once; revisions and merges read all
 * anew.
 *
 * @param input for tokens read, in {@link #DOLLARS}
 * @param cached for tokens read from the cache, at most {@code input}; empty for none
 * @param output for tokens generated, in {@link #DOLLARS}
 */
public record Price(double input, OptionalDouble cached, double output) {

    /** What dollars per million tokens may be. */
    public static final RealRange DOLLARS = new RealRange(0, 1e12);

    /** Free. */
    public static final Price FREE = new Price(0, 0);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range, or cached input costs more than other input
     */
    public Price {
        DOLLARS.check("the price of input", input);
        if (cached.isPresent()) {
            DOLLARS.check("the price of cached input", cached.getAsDouble());
            if (cached.getAsDouble() > input) {
                throw new IllegalArgumentException("the price of cached input must be at most that of input, %s, not %s"
                        .formatted(RealRange.text(input), RealRange.text(cached.getAsDouble())));
            }
        }
        DOLLARS.check("the price of output", output);
    }

    /** A price without one of cached input. */
    public Price(double input, double output) {
        this(input, OptionalDouble.empty(), output);
    }

    /** So many times this. */
    public Price times(double factor) {
        return new Price(
                factor * input,
                cached.isPresent() ? OptionalDouble.of(factor * cached.getAsDouble()) : cached,
                factor * output);
    }
}
