package overthink.core.estimate;

/**
 * How what is missing to a limit shrinks at last: as (1 − p)<sup>N</sup>·N<sup>−exponent</sup>, N the budget. With p = 0 that
 * is a power law.
 *
 * @param p in [0, 1)
 * @param exponent at least 0, and above 0 if p is 0
 */
public record Tail(double p, double exponent) {}
