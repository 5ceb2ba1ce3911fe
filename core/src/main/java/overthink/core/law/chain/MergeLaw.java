package overthink.core.law.chain;

import overthink.core.api.RealRange;

/**
 * How a policy makes one candidate of several that it reads. With probability w the candidate is a fresh one; else it adopts the
 * answer of a member, right members with odds ω: of K members k of which are right,
 * P(right) = w·p + (1 − w)·ω·k/(ω·k + K − k).
 *
 * @param fresh w, in [0, 1]
 * @param discernment ω, in {@link #DISCERNMENT}: 1 adopts any member alike
 */
public record MergeLaw(ByDifficulty fresh, ByDifficulty discernment) {

    /** What the discernment may be. */
    public static final RealRange DISCERNMENT = new RealRange(0, 1e6);

    /** A merged candidate is a fresh sample. */
    public static final MergeLaw FRESH = of(1, 1);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range on some difficulty
     */
    public MergeLaw {
        fresh.check("fresh", RealRange.PROBABILITY);
        discernment.check("discernment", DISCERNMENT);
    }

    /** The same on all problems. */
    public static MergeLaw of(double fresh, double discernment) {
        return new MergeLaw(ByDifficulty.of(fresh), ByDifficulty.of(discernment));
    }
}
