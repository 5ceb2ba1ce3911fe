package overthink.core.exact.selection;

import overthink.core.exact.Approximation;
import overthink.core.exact.Coverage;
import overthink.core.exact.Ranges;

/**
 * Right candidates that all have one score, and where a wrong one's score lies against it. Of equals the first candidate is
 * taken, which is right with probability p/(p + T).
 *
 * @param below B/(1 − p), the probability that a wrong candidate's score is less
 * @param equal T/(1 − p), that it is equal
 * @param above that it is greater
 */
record ScoreAtom(double below, double equal, double above) {

    private static final double ROUNDING = 2e-14;

    /**
     * The atom at a centre.
     *
     * @param noise of wrong candidates
     * @param unresolved noise below this share of the greatest distance of centres is none
     */
    static ScoreAtom of(NoiseDensity noise, double centre, LatentMixture wrong, double unresolved) {
        double least = unresolved * wrong.reach(centre);
        double below = 0;
        double equal = 0;
        double above = 0;
        for (int j = 0; j < wrong.size(); j++) {
            double weight = wrong.weight(j);
            double distance = centre - wrong.centre(j);
            if (wrong.deviation(j) > least) {
                below += weight * noise.survival(-distance / wrong.deviation(j));
                above += weight * noise.survival(distance / wrong.deviation(j));
            } else if (distance > 0) {
                below += weight;
            } else if (distance < 0) {
                above += weight;
            } else {
                equal += weight;
            }
        }
        return new ScoreAtom(below, equal, above);
    }

    /** The accuracies on a problem of difficulty p. */
    BestOfNAccuracy.Curve curve(double p) {
        return new AtomCurve(p, p + (1 - p) * equal, (1 - p) * below, (1 - p) * above);
    }

    /**
     * p/(p + T)·((p + T + B)<sup>N</sup> − B<sup>N</sup>).
     *
     * @param p probability that a candidate is right
     * @param top p + T
     * @param below B
     * @param above that its score is greater than the right ones'
     */
    private record AtomCurve(double p, double top, double below, double above) implements BestOfNAccuracy.Curve {

        @Override
        public Approximation at(long n) {
            Ranges.count("n", n, BestOfNAccuracy.LARGEST);
            if (p == 0 || n == 1) {
                return new Approximation(p, 0);
            }
            double rest = below + top;
            double logNoneAbove = above < 0.5 ? StrictMath.log1p(-above) : StrictMath.log(rest);
            double someAtTop = Coverage.of(Math.min(1, top / rest), n);
            return new Approximation(p / top * StrictMath.exp(n * logNoneAbove) * someAtTop, ROUNDING);
        }

        @Override
        public double limit() {
            return p == 0 || above > 0 ? 0 : p / top;
        }
    }
}
