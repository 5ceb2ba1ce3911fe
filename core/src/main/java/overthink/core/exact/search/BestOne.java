package overthink.core.exact.search;

import overthink.core.exact.Approximation;
import overthink.core.exact.selection.BestOfNAccuracy;
import overthink.core.exact.selection.FirstAcceptedLaw;
import overthink.core.exact.selection.FirstAcceptedLaw.Otherwise;

/** The chance that the best of some nodes is sound, of equals the first, where each is sound with probability p. */
public interface BestOne {

    /** Verdicts take sums of a few products. */
    double ROUNDING = 1e-14;

    /**
     * Of n nodes.
     *
     * @param p in [0, 1]
     * @param n from 1 to {@link BestOfNAccuracy#LARGEST}
     */
    Approximation at(double p, long n);

    /** Of nodes without end. */
    double limit(double p);

    /** By graded scores; not for use by several threads. */
    static BestOne graded(BestOfNAccuracy accuracy) {
        return new BestOfCurves(accuracy);
    }

    /** By verdicts. */
    static BestOne verdicts(FirstAcceptedLaw rates) {
        return new BestOne() {
            @Override
            public Approximation at(double p, long n) {
                return new Approximation(rates.accuracy(p, n, Otherwise.ANSWER), ROUNDING);
            }

            @Override
            public double limit(double p) {
                return rates.accuracy(p, FirstAcceptedLaw.UNBOUNDED, Otherwise.ANSWER);
            }
        };
    }
}
