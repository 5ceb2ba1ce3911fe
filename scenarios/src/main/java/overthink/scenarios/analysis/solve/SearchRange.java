package overthink.scenarios.analysis.solve;

/**
 * The numbers among which is searched, and how far apart they are taken to be: evenly, or by their logarithms where they
 * are positive over decades.
 *
 * @param least the lower end
 * @param most the upper end, above the lower one
 * @param whole whether only whole numbers count
 */
public record SearchRange(double least, double most, boolean whole) {

    /** From so many times the lower end on, or so far apart where that is not positive, logarithms are taken. */
    private static final double DECADES = 100;

    /** Of a range of decades that starts at 0, so much of the upper end counts as near 0. */
    private static final double NEAR_ZERO = 1e-15;

    /** Of a range that goes through 0, so much of the greater end counts as near 0. */
    private static final double WITHIN = 1e-3;

    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException when they are not finite, not ascending, or not whole where they must be
     */
    public SearchRange {
        if (!(Double.isFinite(least) && Double.isFinite(most) && least < most)) {
            throw new IllegalArgumentException(
                    "a search goes from one finite number to a greater one, not from %s to %s".formatted(least, most));
        }
        if (whole && (least != Math.rint(least) || most != Math.rint(most))) {
            throw new IllegalArgumentException(
                    "whole numbers are searched between whole numbers, not %s and %s".formatted(least, most));
        }
    }

    /**
     * Whether distances are taken by logarithms, of 1 + |x|/s with the sign of x: s is the lower end where that is positive; else
     * 1 for whole numbers, and of the greater end a thousandth where the range goes through 0, 10⁻¹⁵ where it starts there.
     * Shares, which end at 1, are taken as they are.
     */
    public boolean logarithmic() {
        boolean share = !whole && least >= 0 && most <= 1;
        return !share && (least > 0 ? most > DECADES * least : most - least > DECADES);
    }

    private double near() {
        if (least > 0 || whole) {
            return whole ? 1 : least;
        }
        boolean through = least < 0 && most > 0;
        return (through ? WITHIN : NEAR_ZERO) * Math.max(Math.abs(least), Math.abs(most));
    }

    private double stretched(double at) {
        return Math.signum(at) * StrictMath.log1p(Math.abs(at) / near());
    }

    /** How far along the range a number is, from 0 to 1. */
    public double share(double at) {
        return logarithmic()
                ? (stretched(at) - stretched(least)) / (stretched(most) - stretched(least))
                : (at - least) / (most - least);
    }

    /** The number so far along the range, rounded where whole numbers count. */
    public double place(double share) {
        if (share <= 0 || share >= 1) {
            return share <= 0 ? least : most;
        }
        double at;
        if (logarithmic()) {
            double stretched = stretched(least) + share * (stretched(most) - stretched(least));
            at = Math.signum(stretched) * near() * StrictMath.expm1(Math.abs(stretched));
        } else {
            at = least + share * (most - least);
        }
        double inside = Math.min(most, Math.max(least, at));
        return whole ? Math.rint(inside) : inside;
    }

    /** These ends or narrower ones. */
    public SearchRange within(double lower, double upper) {
        return new SearchRange(Math.max(least, lower), Math.min(most, upper), whole);
    }
}
