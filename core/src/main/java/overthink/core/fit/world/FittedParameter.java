package overthink.core.fit.world;

/**
 * A number of a fitted world and how well it is known.
 *
 * @param name the key under which a world states it, as a path
 * @param value as stated
 * @param error its standard error, or the standard deviation of its posterior; NaN where the recording does not tell
 * @param from what it was fitted to, as a phrase
 */
public record FittedParameter(String name, double value, double error, String from) {}
