package overthink.core.fit.curve;

import java.util.List;
import java.util.Optional;

/** A rule's replayed values, ascending in the number of candidates. Immutable but for the arrays of its problems' values. */
public final class ReplayedCurve {

    private final Rule rule;
    private final List<CurvePoint> points;
    private final double[][] values;
    private final int orders;

    ReplayedCurve(Rule rule, List<CurvePoint> points, double[][] values, int orders) {
        this.rule = rule;
        this.points = List.copyOf(points);
        this.values = values;
        this.orders = orders;
    }

    /** What was asked of the candidates. */
    public Rule rule() {
        return rule;
    }

    /** The values. */
    public List<CurvePoint> points() {
        return points;
    }

    /** The value at a number of candidates; empty when it was not asked for or is beyond the recording. */
    public Optional<CurvePoint> at(int candidates) {
        return points.stream().filter(point -> point.candidates() == candidates).findFirst();
    }

    /** Each problem's value at a point's number of candidates; {@code NaN} for a problem that does not reach it. */
    public double[] problems(CurvePoint point) {
        return values[points.indexOf(point)].clone();
    }

    /** How many orders of a problem's candidates were drawn for it; 0 for closed forms. */
    public int orders() {
        return orders;
    }
}
