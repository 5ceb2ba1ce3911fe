package overthink.scenarios.analysis.solve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** The places of a curve that were looked at. */
final class Looked {

    private final Curve curve;
    private final SearchRange range;
    private final IntConsumer progress;
    private final NavigableMap<Double, LookedPoint> points = new TreeMap<>();

    Looked(Curve curve, SearchRange range, IntConsumer progress) {
        this.curve = curve;
        this.progress = progress;
        this.range = range;
    }

    SearchRange range() {
        return range;
    }

    int together() {
        return curve.together();
    }

    int size() {
        return points.size();
    }

    /** All of them, ascending. */
    List<LookedPoint> all() {
        return List.copyOf(points.values());
    }

    /** Those between two places, both included. */
    List<LookedPoint> between(double lower, double upper) {
        return List.copyOf(points.subMap(lower, true, upper, true).values());
    }

    boolean exact() {
        return points.values().stream().allMatch(LookedPoint::exact);
    }

    /** Looks at those places that were not looked at yet. */
    void lookAt(Collection<Double> places) {
        List<Double> fresh = new ArrayList<>(places.stream()
                .distinct()
                .filter(at -> !points.containsKey(at))
                .sorted()
                .toList());
        if (!fresh.isEmpty()) {
            progress.accept(points.size());
            curve.at(fresh).forEach(point -> points.put(point.at(), point));
        }
    }

    LookedPoint at(double place) {
        lookAt(List.of(place));
        return Objects.requireNonNull(points.get(place));
    }

    /** How far along the range a point is. */
    double share(LookedPoint point) {
        return range.share(point.at());
    }

    /** A place strictly between two, so much of the way; empty when there is none. */
    OptionalDouble between(LookedPoint lower, LookedPoint upper, double part) {
        double place = range.place(share(lower) + part * (share(upper) - share(lower)));
        if (range.whole()) {
            place = Math.min(upper.at() - 1, Math.max(lower.at() + 1, place));
        }
        return place > lower.at() && place < upper.at() ? OptionalDouble.of(place) : OptionalDouble.empty();
    }
}
