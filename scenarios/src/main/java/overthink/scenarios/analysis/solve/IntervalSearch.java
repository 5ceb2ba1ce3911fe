package overthink.scenarios.analysis.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import overthink.core.estimate.Estimate;

/**
 * The interval of a crossing: all places around it at which the curve is within {@value Estimate#Z95} of its standard errors of
 * 0, so that a test of 5 % would not tell it from 0 there. Where the curve is straight and its error the same everywhere, this
 * is the error divided by the slope on either side.
 */
final class IntervalSearch {

    /** How often the ends are looked at anew. */
    static final int EXACT_ROUNDS = 3;

    static final int TRIAL_ROUNDS = 1;

    private final Looked looked;
    private final ToDoubleFunction<LookedPoint> error;

    IntervalSearch(Looked looked, ToDoubleFunction<LookedPoint> error) {
        this.looked = looked;
        this.error = error;
    }

    /**
     * The interval around a crossing.
     *
     * @param below a point before it
     * @param above a point after it
     * @param rounds how often its ends are looked at anew
     */
    Bounds around(Crossing crossing, LookedPoint below, LookedPoint above, int rounds) {
        double doubt = Estimate.Z95 * Math.max(error.applyAsDouble(below), error.applyAsDouble(above));
        if (doubt == 0) {
            return new Bounds(crossing.below(), crossing.above());
        }
        Bounds bounds = ends(crossing);
        for (int round = 0; round < rounds; round++) {
            List<Double> places = new ArrayList<>();
            for (double end : List.of(bounds.lower(), bounds.upper())) {
                if (Double.isFinite(end)) {
                    places.add(looked.range().whole() ? Math.rint(end) : end);
                }
            }
            looked.lookAt(places);
            bounds = ends(crossing);
        }
        return bounds;
    }

    private Bounds ends(Crossing crossing) {
        List<LookedPoint> points = looked.all();
        int first = 0;
        while (points.get(first).at() < crossing.above()) {
            first++;
        }
        double upper = Double.POSITIVE_INFINITY;
        for (int i = first; i < points.size() && Double.isInfinite(upper); i++) {
            double here = clear(points.get(i), crossing.to());
            if (here >= 0) {
                LookedPoint before = points.get(Math.max(0, i - 1));
                upper = i == first
                        ? Interpolation.zero(
                                crossing.at(),
                                -doubt(points.get(i)),
                                points.get(i).at(),
                                here)
                        : Interpolation.zero(
                                before.at(),
                                clear(before, crossing.to()),
                                points.get(i).at(),
                                here);
            }
        }
        double lower = Double.NEGATIVE_INFINITY;
        int last = first - 1;
        while (points.get(last).at() > crossing.below()) {
            last--;
        }
        for (int i = last; i >= 0 && Double.isInfinite(lower); i--) {
            double here = clear(points.get(i), crossing.from());
            if (here >= 0) {
                LookedPoint after = points.get(Math.min(points.size() - 1, i + 1));
                lower = i == last
                        ? Interpolation.zero(points.get(i).at(), here, crossing.at(), -doubt(points.get(i)))
                        : Interpolation.zero(points.get(i).at(), here, after.at(), clear(after, crossing.from()));
            }
        }
        return new Bounds(lower, upper);
    }

    private double doubt(LookedPoint point) {
        return Estimate.Z95 * error.applyAsDouble(point);
    }

    /** By how much a value is beyond its error on the side of a sign. */
    private double clear(LookedPoint point, int sign) {
        return sign * point.value() - doubt(point);
    }
}
