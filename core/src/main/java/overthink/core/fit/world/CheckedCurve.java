package overthink.core.fit.world;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import overthink.core.fit.curve.Rule;

/**
 * A rule's curve by the fitted world beside the replayed one.
 *
 * @param rule what is asked of the candidates
 * @param points ascending in the number of candidates, at least one
 * @param peakError the standard error of the difference of the values at the two curves' highest points, were the recording
 *     drawn from the fitted world; infinite where they are one point, or it is not known
 */
public record CheckedCurve(Rule rule, List<CheckedPoint> points, double peakError) {

    /** A difference of more errors is not put down to chance. */
    public static final double MOST_ERRORS = 3;

    /** A difference so large, when it is not chance, makes the fitted curve useless. */
    public static final double USELESS = 0.05;

    /** What is given away by choosing the fitted curve's best number of candidates, and may be. */
    private static final double GIVEN_AWAY = 0.02;

    /** Copies the list. */
    public CheckedCurve {
        points = List.copyOf(points);
    }

    CheckedCurve(Rule rule, List<CheckedPoint> points) {
        this(rule, points, Double.POSITIVE_INFINITY);
    }

    CheckedCurve withPeakError(double error) {
        return new CheckedCurve(rule, points, error);
    }

    /** How far a curve may be trusted. */
    public enum Grade {
        /** It is within {@value CheckedCurve#MOST_ERRORS} errors everywhere. */
        ADEQUATE,
        /** It leaves them somewhere, and is never off by {@value CheckedCurve#USELESS} there. */
        OFF,
        /** It leaves them and is off by that much, or its best number of candidates is a bad choice in the recording. */
        USELESS
    }

    /** The point that leaves the replay by most errors. */
    public CheckedPoint worst() {
        return points.stream()
                .max(Comparator.comparingDouble(point -> Math.abs(point.errors())))
                .orElseThrow();
    }

    /** The point of the greatest difference among those beyond the errors allowed; the worst where there is none. */
    public CheckedPoint farthest() {
        return points.stream()
                .filter(CheckedCurve::leaves)
                .max(Comparator.comparingDouble(point -> Math.abs(point.off())))
                .orElseGet(this::worst);
    }

    /** Whether some point leaves the errors allowed. */
    public boolean leaves() {
        return points.stream().anyMatch(CheckedCurve::leaves);
    }

    private static boolean leaves(CheckedPoint point) {
        return Math.abs(point.errors()) > MOST_ERRORS;
    }

    /** The point where the replayed curve is highest, the first of equals. */
    public CheckedPoint replayedPeak() {
        return highest(CheckedPoint::replayed);
    }

    /** The point where the fitted curve is highest, the first of equals. */
    public CheckedPoint fittedPeak() {
        return highest(CheckedPoint::fitted);
    }

    private CheckedPoint highest(ToDoubleFunction<CheckedPoint> height) {
        CheckedPoint highest = points.get(0);
        for (CheckedPoint point : points) {
            highest = height.applyAsDouble(point) > height.applyAsDouble(highest) ? point : highest;
        }
        return highest;
    }

    /** What is lost in the recording by taking the number of candidates that is best in the fitted world. */
    public double regret() {
        return replayedPeak().replayed() - fittedPeak().replayed();
    }

    /** Whether the fitted world's best number of candidates is a bad choice in the recording, and that is not chance. */
    public boolean misplacesPeak() {
        double rise = fittedPeak().fitted() - replayedPeak().fitted();
        return regret() > GIVEN_AWAY && rise + regret() > MOST_ERRORS * peakError;
    }

    /** How far it may be trusted. */
    public Grade grade() {
        boolean off = leaves();
        boolean far = off && Math.abs(farthest().off()) > USELESS;
        return far || misplacesPeak() ? Grade.USELESS : off ? Grade.OFF : Grade.ADEQUATE;
    }
}
