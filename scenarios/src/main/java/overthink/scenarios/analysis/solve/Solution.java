package overthink.scenarios.analysis.solve;

import java.util.Comparator;
import java.util.List;

/**
 * Where a curve is above and below 0.
 *
 * @param range what was searched
 * @param points all places that were looked at, ascending
 * @param crossings where its sign changes, ascending
 * @param spans between them, ascending, from one end of the range to the other
 * @param exact whether trials have no part in it
 * @param errors how many standard errors a value must be from 0 for its sign to count
 */
public record Solution(
        SearchRange range,
        List<LookedPoint> points,
        List<Crossing> crossings,
        List<Span> spans,
        boolean exact,
        double errors) {

    /** Copies the lists. */
    public Solution {
        points = List.copyOf(points);
        crossings = List.copyOf(crossings);
        spans = List.copyOf(spans);
    }

    /** Where the curve is most, of the places that were looked at. */
    public LookedPoint most() {
        return points.stream()
                .max(Comparator.comparingDouble(LookedPoint::value))
                .orElseThrow();
    }

    /** Where the curve is least, of the places that were looked at. */
    public LookedPoint least() {
        return points.stream()
                .min(Comparator.comparingDouble(LookedPoint::value))
                .orElseThrow();
    }
}
