package overthink.scenarios.analysis.solve;

/** Straight lines between places that were looked at. */
final class Interpolation {

    private Interpolation() {}

    /** Where the line through two points is at a level; between them, as near as it comes. */
    static double zero(LookedPoint below, LookedPoint above, double level) {
        return zero(below.at(), below.value() - level, above.at(), above.value() - level);
    }

    /** Where the line through two points of a plane is 0; between them, as near as it comes. */
    static double zero(double x, double y, double otherX, double otherY) {
        if (y == otherY) {
            return (x + otherX) / 2;
        }
        double part = Math.min(1, Math.max(0, y / (y - otherY)));
        return x + part * (otherX - x);
    }
}
