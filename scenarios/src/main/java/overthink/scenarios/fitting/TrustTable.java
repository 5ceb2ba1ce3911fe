package overthink.scenarios.fitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import overthink.core.fit.world.CheckedCurve;
import overthink.core.fit.world.CheckedPoint;
import overthink.core.fit.world.TrustVerdict;

/** What a fitted world gives beside what its recording gives, as lines of text. */
public final class TrustTable {

    private static final String ROW = "%-14s %10s %9s %9s %9s %8s";

    private TrustTable() {}

    /** The table and where the curves are highest. */
    public static List<String> lines(TrustVerdict verdict) {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("rule", "candidates", "replayed", "fitted", "error", "errors"));
        for (CheckedCurve curve : verdict.curves()) {
            for (CheckedPoint point : curve.points()) {
                lines.add(row(curve, point));
            }
        }
        for (CheckedCurve curve : verdict.curves()) {
            if (curve.replayedPeak().candidates() < last(curve)
                    || curve.fittedPeak().candidates() < last(curve)) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%s is highest at %d candidates (%.3f) in the recording, at %d (%.3f) in the fitted world",
                        curve.rule().label(),
                        curve.replayedPeak().candidates(),
                        curve.replayedPeak().replayed(),
                        curve.fittedPeak().candidates(),
                        curve.fittedPeak().fitted()));
            }
        }
        return lines;
    }

    private static int last(CheckedCurve curve) {
        return curve.points().get(curve.points().size() - 1).candidates();
    }

    private static String row(CheckedCurve curve, CheckedPoint point) {
        return ROW.formatted(
                        curve.rule().label(),
                        point.candidates(),
                        share(point.replayed()),
                        share(point.fitted()),
                        share(point.error()),
                        String.format(Locale.ROOT, "%+.1f", point.errors()))
                + (Math.abs(point.errors()) > CheckedCurve.MOST_ERRORS ? "  *" : "");
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
