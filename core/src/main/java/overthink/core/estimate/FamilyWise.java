package overthink.core.estimate;

import overthink.core.random.NormalQuantile;

/** How far apart many pairs of numbers may be by chance. */
public final class FamilyWise {

    private FamilyWise() {}

    /**
     * So many standard errors none of so many normal differences of mean 0 exceeds, on either side, but with a chance of at most
     * {@code alarm}: −Φ⁻¹(alarm ÷ (2·comparisons)), by Bonferroni's inequality, whatever the differences have to do with one
     * another.
     *
     * @param alarm in (0, 1)
     * @param comparisons at least 1
     */
    public static double bound(double alarm, long comparisons) {
        return -NormalQuantile.of(alarm / 2 / comparisons);
    }
}
