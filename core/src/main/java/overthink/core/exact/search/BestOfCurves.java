package overthink.core.exact.search;

import java.util.HashMap;
import java.util.Map;
import overthink.core.exact.Approximation;
import overthink.core.exact.selection.BestOfNAccuracy;

/** {@link BestOne} by graded scores. What it was asked last is kept, as the steps of a problem ask for the same again and again. */
final class BestOfCurves implements BestOne {

    private static final int MOST = 64;

    private final BestOfNAccuracy accuracy;
    private final Map<Double, Curve> curves = new HashMap<>();

    BestOfCurves(BestOfNAccuracy accuracy) {
        this.accuracy = accuracy;
    }

    @Override
    public Approximation at(double p, long n) {
        return curve(p).at(n);
    }

    @Override
    public double limit(double p) {
        return curve(p).whole.limit();
    }

    private Curve curve(double p) {
        if (curves.size() > MOST) {
            curves.clear();
        }
        return curves.computeIfAbsent(p, one -> new Curve(accuracy.curve(one)));
    }

    /** A curve and its point last asked for. */
    private static final class Curve {

        private final BestOfNAccuracy.Curve whole;
        private long n = 1;
        private Approximation value;

        Curve(BestOfNAccuracy.Curve whole) {
            this.whole = whole;
            value = whole.at(1);
        }

        Approximation at(long wanted) {
            if (wanted != n) {
                value = whole.at(wanted);
                n = wanted;
            }
            return value;
        }
    }
}
