package overthink.scenarios.analysis.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The crossings of a curve that is made of trials: one between two places of different signs that both count. */
final class TrialCrossings {

    /** Values that differ by less than this part of their error are not told apart. */
    private static final double FINE = 0.2;

    private static final double RESOLUTION = 1e-5;
    private static final int MOST_ROUNDS = 12;

    /** Where within its neighbours a place is looked at, at the nearest. */
    private static final double MARGIN = 0.15;

    private final Looked looked;
    private final double errors;

    TrialCrossings(Looked looked, double errors) {
        this.looked = looked;
        this.errors = errors;
    }

    List<Crossing> find() {
        List<LookedPoint> counting =
                looked.all().stream().filter(point -> point.sign(errors) != 0).toList();
        List<Crossing> crossings = new ArrayList<>();
        for (int i = 0; i + 1 < counting.size(); i++) {
            LookedPoint lower = counting.get(i);
            LookedPoint upper = counting.get(i + 1);
            if (lower.sign(errors) != upper.sign(errors)) {
                crossings.add(crossing(lower, upper));
            }
        }
        return crossings;
    }

    private Crossing crossing(LookedPoint lower, LookedPoint upper) {
        int from = lower.sign(errors);
        int to = upper.sign(errors);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            LookedPoint[] pair = pair(lower, upper, from);
            boolean near = Math.abs(pair[1].value() - pair[0].value()) < FINE * pair[0].stdError()
                    || looked.share(pair[1]) - looked.share(pair[0]) < RESOLUTION;
            OptionalDouble place = near ? OptionalDouble.empty() : looked.between(pair[0], pair[1], part(pair));
            if (place.isEmpty()) {
                break;
            }
            looked.lookAt(List.of(place.getAsDouble()));
        }
        LookedPoint[] pair = pair(lower, upper, from);
        Crossing crossing = at(pair, from, to);
        Bounds problems = new IntervalSearch(looked, LookedPoint::stdError)
                .around(crossing, pair[0], pair[1], IntervalSearch.TRIAL_ROUNDS);
        boolean known = Double.isFinite(pair[0].populationStdError()) && Double.isFinite(pair[1].populationStdError());
        Bounds population = known
                ? new IntervalSearch(looked, LookedPoint::populationStdError)
                        .around(crossing, pair[0], pair[1], IntervalSearch.TRIAL_ROUNDS)
                : Bounds.UNKNOWN;
        return new Crossing(
                crossing.at(),
                nearest(lower, upper, crossing.at(), from).at(),
                nearest(lower, upper, crossing.at(), to).at(),
                from,
                to,
                0,
                problems,
                population);
    }

    private Crossing at(LookedPoint[] pair, int from, int to) {
        double at = looked.range().whole() ? pair[1].at() : Interpolation.zero(pair[0], pair[1], 0);
        return new Crossing(at, pair[0].at(), pair[1].at(), from, to, 0, Bounds.UNKNOWN, Bounds.UNKNOWN);
    }

    /** The first neighbours between which the value leaves the sign that it comes from. */
    private LookedPoint[] pair(LookedPoint lower, LookedPoint upper, int from) {
        List<LookedPoint> points = looked.between(lower.at(), upper.at());
        int i = 0;
        while (i + 2 < points.size() && from * points.get(i + 1).value() > 0) {
            i++;
        }
        return new LookedPoint[] {points.get(i), points.get(i + 1)};
    }

    private static double part(LookedPoint[] pair) {
        double gap = pair[0].value() - pair[1].value();
        double part = gap == 0 ? 0.5 : pair[0].value() / gap;
        return Math.min(1 - MARGIN, Math.max(MARGIN, part));
    }

    /** The place nearest to the crossing whose sign counts, on the side of that sign. */
    private LookedPoint nearest(LookedPoint lower, LookedPoint upper, double at, int sign) {
        boolean before = lower.sign(errors) == sign;
        LookedPoint nearest = before ? lower : upper;
        for (LookedPoint point : looked.between(lower.at(), upper.at())) {
            boolean closer = before
                    ? point.at() > nearest.at() && point.at() <= at
                    : point.at() < nearest.at() && point.at() >= at;
            nearest = closer && point.sign(errors) == sign ? point : nearest;
        }
        return nearest;
    }
}
