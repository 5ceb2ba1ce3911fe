package overthink.scenarios.document;

import java.util.LinkedHashMap;
import java.util.Map;
import overthink.scenarios.document.yaml.MistakeListener;
import overthink.scenarios.document.yaml.SourceLocation;
import overthink.scenarios.expectation.PointKey;

/** Passes mistakes on; those of some points alone with the first of these. */
final class PointMistakes implements MistakeListener {

    private static final int MOST = 100;

    private final MistakeListener out;
    private final Map<Mistake, Found> found = new LinkedHashMap<>();
    private PointKey point = PointKey.ONLY;
    private int points;

    PointMistakes(MistakeListener out) {
        this.out = out;
    }

    private record Mistake(SourceLocation place, String path, String value, String rule, String hint) {}

    /** Where a mistake was found: at which point first and last, and at how many. */
    private record Found(PointKey first, int last, int times) {}

    /** From here on mistakes are of a point. */
    void turnTo(PointKey next) {
        point = next;
        points++;
    }

    /** Whether there are so many that nobody reads more. */
    boolean enough() {
        return found.size() >= MOST;
    }

    @Override
    public void add(SourceLocation place, String path, String value, String rule, String hint) {
        if (points == 0) {
            out.add(place, path, value, rule, hint);
            return;
        }
        found.merge(
                new Mistake(place, path, value, rule, hint),
                new Found(point, points, 1),
                (before, now) ->
                        before.last() == points ? before : new Found(before.first(), points, before.times() + 1));
    }

    /** Passes on what was found at points, and from here on what is of none. */
    void conclude() {
        found.forEach((mistake, where) -> {
            String at = where.times() == points
                    ? ""
                    : " (at %s%s)"
                            .formatted(
                                    where.first(),
                                    where.times() == 1 ? "" : " and %,d points more".formatted(where.times() - 1));
            boolean valued = !mistake.value().isEmpty();
            out.add(
                    mistake.place(),
                    mistake.path(),
                    valued ? mistake.value() + at : "",
                    valued ? mistake.rule() : mistake.rule() + at,
                    mistake.hint());
        });
        found.clear();
        points = 0;
    }
}
