package overthink.scenarios.analysis.solve;

import java.util.ArrayList;
import java.util.List;

/** The crossings of a curve that is exact, to a ten-millionth of the range or to neighbouring whole numbers. */
final class ExactCrossings {

    /** Crossings are known to this share of the range. */
    static final double RESOLUTION = 1e-7;

    /** The curve jumps where it is so far from 0, of the most that it is anywhere, on a side of a crossing. */
    private static final double JUMP = 1e-4;

    /** Where the curve is 0 for less than this share of the range, it touches 0 at one place as far as arithmetic tells. */
    private static final double PLATEAU = 1e-4;

    private final Looked looked;
    private final SearchRange range;

    ExactCrossings(Looked looked) {
        this.looked = looked;
        range = looked.range();
    }

    List<Crossing> find() {
        resolve();
        List<Crossing> crossings = new ArrayList<>();
        List<LookedPoint> points = looked.all();
        double greatest = points.stream()
                .mapToDouble(point -> Math.abs(point.value()))
                .max()
                .orElse(0);
        int i = 0;
        while (i + 1 < points.size()) {
            LookedPoint below = points.get(i);
            int end = i + 1;
            if (below.sign(0) == points.get(end).sign(0)) {
                i++;
                continue;
            }
            if (!range.whole() && points.get(end).sign(0) == 0) {
                end = acrossZero(points, i);
            }
            crossings.add(crossing(below, points.get(end), greatest));
            i = end;
        }
        return crossings.stream().map(this::withBounds).toList();
    }

    /** The point after a run of zeros that is too short to be more than one place; else the run's first. */
    private int acrossZero(List<LookedPoint> points, int below) {
        int after = below + 1;
        while (after < points.size() && points.get(after).sign(0) == 0) {
            after++;
        }
        boolean narrow =
                after < points.size() && looked.share(points.get(after)) - looked.share(points.get(below)) < PLATEAU;
        return narrow ? after : below + 1;
    }

    /** Looks at places until every change of sign is between neighbours. */
    private void resolve() {
        boolean all = false;
        while (!all) {
            all = true;
            List<LookedPoint> points = looked.all();
            for (int i = 0; i + 1 < points.size(); i++) {
                LookedPoint lower = points.get(i);
                LookedPoint upper = points.get(i + 1);
                if (lower.sign(0) != upper.sign(0) && apart(lower, upper)) {
                    all = false;
                    if (!range.whole() && lower.sign(0) * upper.sign(0) < 0) {
                        interpolate(lower, upper);
                    } else {
                        divide(lower, upper);
                    }
                }
            }
        }
    }

    private boolean apart(LookedPoint lower, LookedPoint upper) {
        return range.whole()
                ? upper.at() - lower.at() > 1
                : looked.share(upper) - looked.share(lower) > RESOLUTION
                        && looked.between(lower, upper, 0.5).isPresent();
    }

    /** Looks at as many places between two as cost no more than one. */
    private void divide(LookedPoint lower, LookedPoint upper) {
        int parts = looked.together() + 1;
        List<Double> places = new ArrayList<>();
        for (int part = 1; part < parts; part++) {
            looked.between(lower, upper, (double) part / parts).ifPresent(places::add);
        }
        looked.lookAt(places);
    }

    /** The method of interpolation, truncation and projection, with κ₁ = 0.2 over the first width, κ₂ = 2 and n₀ = 1. */
    private void interpolate(LookedPoint lower, LookedPoint upper) {
        double a = looked.share(lower);
        double b = looked.share(upper);
        double ya = lower.value();
        double yb = upper.value();
        double half = RESOLUTION / 2;
        double truncation = 0.2 / (b - a);
        double steps = Math.ceil(StrictMath.log((b - a) / RESOLUTION) / StrictMath.log(2)) + 1;
        for (int step = 0; b - a > RESOLUTION; step++) {
            double middle = (a + b) / 2;
            double projection = Math.max(0, half * StrictMath.pow(2, steps - step) - (b - a) / 2);
            double regulaFalsi = (yb * a - ya * b) / (yb - ya);
            double side = Math.signum(middle - regulaFalsi);
            double shift = truncation * (b - a) * (b - a);
            double truncated = shift <= Math.abs(middle - regulaFalsi) ? regulaFalsi + side * shift : middle;
            double next = Math.abs(truncated - middle) <= projection ? truncated : middle - side * projection;
            double place = range.place(next);
            if (!(place > range.place(a) && place < range.place(b))) {
                return;
            }
            LookedPoint point = looked.at(place);
            int sign = point.sign(0);
            if (sign == 0) {
                looked.lookAt(List.of(
                        range.place(Math.max(a, next - 0.9 * half)), range.place(Math.min(b, next + 0.9 * half))));
                return;
            }
            if (sign == (ya < 0 ? -1 : 1)) {
                a = looked.share(point);
                ya = point.value();
            } else {
                b = looked.share(point);
                yb = point.value();
            }
        }
    }

    private Crossing crossing(LookedPoint below, LookedPoint above, double greatest) {
        double jump = above.value() - below.value();
        boolean jumps = !range.whole() && Math.max(Math.abs(above.value()), Math.abs(below.value())) > JUMP * greatest;
        boolean through = below.sign(0) * above.sign(0) < 0;
        double at = range.whole()
                ? above.at()
                : through ? Interpolation.zero(below, above, 0) : (below.at() + above.at()) / 2;
        return new Crossing(
                at,
                below.at(),
                above.at(),
                below.sign(0),
                above.sign(0),
                jumps ? jump : 0,
                new Bounds(below.at(), above.at()),
                Bounds.UNKNOWN);
    }

    /** With the interval for the population: where its error does not tell the curve from 0. */
    private Crossing withBounds(Crossing crossing) {
        LookedPoint below = looked.at(crossing.below());
        LookedPoint above = looked.at(crossing.above());
        boolean known = Double.isFinite(below.populationStdError()) && Double.isFinite(above.populationStdError());
        if (crossing.from() * crossing.to() >= 0 || !known) {
            return crossing;
        }
        Bounds population = new IntervalSearch(looked, LookedPoint::populationStdError)
                .around(crossing, below, above, IntervalSearch.EXACT_ROUNDS);
        return new Crossing(
                crossing.at(),
                crossing.below(),
                crossing.above(),
                crossing.from(),
                crossing.to(),
                crossing.jump(),
                crossing.problems(),
                population);
    }
}
