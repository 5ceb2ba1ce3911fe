package overthink.core.exact.chain;

/**
 * A chain of revisions of a first candidate that is right with probability p. The r-th revision (r from 0) loses a right answer
 * with probability a<sub>r</sub> = (1 − φ)(1 − f<sub>r</sub>) and mends a wrong one with b<sub>r</sub> = (1 − φ)f<sub>r</sub>,
 * f<sub>r</sub> = 1/(1 + e<sup>−(l − δr)</sup>).
 *
 * @param p chance that the first candidate is right, in [0, 1]
 * @param anchoring φ, in [0, 1]
 * @param logOdds l, that a fresh draw is right; may be infinite
 * @param drift δ
 */
public record RevisionChain(double p, double anchoring, double logOdds, double drift) {

    /** Below it nothing of a sum of chances is left. */
    private static final double NEGLIGIBLE = 1e-18;

    /** Candidates after which a chain that does not end by itself is cut. */
    private static final int LONGEST = 1_000_000;

    /** A chain without drift whose fresh draws are right with probability f. */
    public static RevisionChain of(double p, double anchoring, double f) {
        return new RevisionChain(p, anchoring, StrictMath.log(f) - StrictMath.log1p(-f), 0);
    }

    /** f<sub>r</sub>: the chance that a fresh draw is right after r revisions. */
    public double fresh(long r) {
        double odds = drift == 0 ? logOdds : logOdds - drift * r;
        return 1 / (1 + StrictMath.exp(-odds));
    }

    /**
     * The chance that the candidate after {@code revisions} revisions is right; without drift f + (p − f)φ<sup>R</sup>. With
     * drift it takes the longer the more revisions there are before nothing more drifts.
     */
    public double accuracy(long revisions) {
        if (drift == 0) {
            double f = fresh(0);
            return f + (p - f) * StrictMath.pow(anchoring, revisions);
        }
        double right = p;
        for (long r = 0; r < revisions; r++) {
            double f = fresh(r);
            if (settled(f)) {
                // the rest is a chain without drift
                return f + (right - f) * StrictMath.pow(anchoring, revisions - r);
            }
            right = anchoring * right + (1 - anchoring) * f;
        }
        return right;
    }

    /** The chance that a candidate of the chain is right; without drift 1 − (1 − p)(1 − b)<sup>R</sup>. */
    public double coverage(long revisions) {
        if (drift == 0) {
            return 1 - (1 - p) * StrictMath.pow(1 - mends(0), revisions);
        }
        double never = 1 - p;
        for (long r = 0; r < revisions && never > 0; r++) {
            if (settled(fresh(r))) {
                return 1 - never * StrictMath.pow(1 - mends(r), revisions - r);
            }
            never *= 1 - mends(r);
        }
        return 1 - never;
    }

    private double mends(long revisions) {
        return (1 - anchoring) * fresh(revisions);
    }

    private static boolean settled(double f) {
        return f < NEGLIGIBLE || f == 1;
    }

    /**
     * How a chain ends that goes on until the policy is done, or has {@code most} candidates: one that is right stops with τr,
     * one that is wrong with τw. Without drift and bound that is the solution of a 2 × 2 linear system. A chain that
     * hardly ends is cut after {@value #LONGEST}.
     *
     * @param right τr, in [0, 1]
     * @param wrong τw, in [0, 1]
     * @param most candidates, at least 1; {@link Long#MAX_VALUE} for no bound
     * @param context how many of its last candidates a revision reads, at least 1
     */
    public End untilFinished(double right, double wrong, long most, int context) {
        double underWayRight = p;
        double underWayWrong = 1 - p;
        double accuracy = 0;
        double length = 0;
        double read = 0;
        double uncovered = 0;
        double neverRight = 1 - p;
        for (long k = 1; ; k++) {
            double underWay = underWayRight + underWayWrong;
            length += underWay;
            read += k > 1 ? underWay * Math.min(k - 1, context) : 0;
            if (k >= most || underWay < NEGLIGIBLE || k >= LONGEST) {
                return new End(accuracy + underWayRight, length, 1 - uncovered - neverRight, read);
            }
            accuracy += right * underWayRight;
            uncovered += wrong * neverRight;
            double mended = mends(k - 1);
            double lost = 1 - anchoring - mended;
            double goesOnRight = (1 - right) * underWayRight;
            double goesOnWrong = (1 - wrong) * underWayWrong;
            underWayRight = goesOnRight * (1 - lost) + goesOnWrong * mended;
            underWayWrong = goesOnRight * lost + goesOnWrong * (1 - mended);
            neverRight *= (1 - wrong) * (1 - mended);
        }
    }

    /**
     * How a chain ends.
     *
     * @param accuracy chance that its last candidate is right
     * @param length candidates on average
     * @param coverage chance that one of its candidates is right
     * @param read candidates read by its revisions on average, one read twice counted twice
     */
    public record End(double accuracy, double length, double coverage, double read) {}

    /**
     * The chance that one of {@code draws} draws is right when each leaves out the wrong answers before it, of which there are
     * {@code answers} alike: 1 − Π (1 − P<sub>k</sub>), P<sub>k</sub> = f/(f + (1 − f)(A − k)/A) for the draw after k wrong
     * ones.
     *
     * @param f chance that the first is right
     * @param answers A, at least 1
     */
    public static double coverageWithoutReplacement(double f, int answers, long draws) {
        double never = 1;
        for (long k = 0; k < Math.min(draws, answers); k++) {
            double wrongLeft = (1 - f) * (answers - k) / answers;
            never *= wrongLeft / (f + wrongLeft);
        }
        return f > 0 && draws > answers ? 1 : 1 - never;
    }
}
