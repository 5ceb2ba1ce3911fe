package overthink.scenarios.analysis.solve;

import java.util.HashMap;
import java.util.Map;
import overthink.core.results.Results;
import overthink.scenarios.analysis.question.AskedComparison;

/** Remembers both sides at the places that were looked at. */
abstract class AbstractGapCurve implements GapCurve {

    private final Map<Double, GapPoint> points = new HashMap<>();

    /**
     * The point of the curve at a place.
     *
     * @param results what was run there
     * @throws UnansweredException when a row is missing
     */
    final LookedPoint look(AskedComparison comparison, Results results, double at) {
        GapPoint point = GapCurve.point(comparison, results, at);
        points.put(at, point);
        return GapCurve.curvePoint(at, point);
    }

    @Override
    public final GapPoint sides(double at) {
        GapPoint point = points.get(at);
        if (point == null) {
            throw new IllegalArgumentException("%s was not looked at".formatted(at));
        }
        return point;
    }
}
