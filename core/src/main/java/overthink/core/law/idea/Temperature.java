package overthink.core.law.idea;

import overthink.core.api.RealRange;

/**
 * The temperature τ at which a policy samples. At τ an answer a, the right one included, comes with probability proportional to
 * π(a)<sup>1/τ</sup>, π being its probability at τ = 1, and so do ideas; to give no answer counts as one answer. Noise κ takes
 * κ(τ − 1) from the log-odds of a right answer. At τ = 0 the policy is greedy: it gives the likeliest answer always, one of equals
 * with equal chances.
 *
 * <p>The law that is sharpened is that of whole solutions. In a world of steps the chances of the steps follow from it, as they
 * do from p: they are those with which a whole solution is right with the sharpened chance.
 *
 * @param tau τ, in {@link #RANGE}
 * @param noise κ, in {@link #NOISE}
 */
public record Temperature(double tau, double noise) {

    /** What τ may be; at 10 answers of odds 1000 : 1 are of odds 2 : 1. */
    public static final RealRange RANGE = new RealRange(0, 10);

    /** What κ may be. */
    public static final RealRange NOISE = new RealRange(0, 100);

    /** The law as it is declared. */
    public static final Temperature ONE = new Temperature(1, 0);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range
     */
    public Temperature {
        RANGE.check("temperature", tau);
        NOISE.check("noise", noise);
    }

    /** Whether it changes nothing. */
    public boolean none() {
        return tau == 1;
    }
}
