package overthink.scenarios.analysis.plan;

import java.util.Optional;
import java.util.function.DoubleFunction;
import overthink.core.model.World;

/**
 * One thing that a world might be otherwise in.
 *
 * @param label what it is, in words
 * @param present its value
 * @param least the least value looked at
 * @param most the greatest value looked at
 * @param scale on which the search goes even steps
 * @param world with another value; empty where the laws do not allow it
 * @param digits whether values are shares, prices' factors and so on, for display
 */
record WorldAxis(
        String label,
        double present,
        double least,
        double most,
        AxisScale scale,
        DoubleFunction<Optional<World>> world,
        Shown digits) {

    /** How values are shown. */
    enum Shown {
        /** As a number. */
        PLAIN,
        /** As a multiple of the present. */
        TIMES
    }

    /** The value a share of the way from one to another, on the axis' scale. */
    double between(double from, double to, double share) {
        double a = scale.to(from);
        double b = scale.to(to);
        return scale.from(a + (b - a) * share);
    }
}
