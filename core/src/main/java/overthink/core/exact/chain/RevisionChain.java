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

    /** Candidates after which a chain that does not end by itself has gone on for ever. */
    private static final long FOREVER = 1L << 40;

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
     * one that is wrong with τw. Without drift and bound that is the solution of a 2 × 2 linear system.
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
        double correct = 0;
        double read = 0;
        double readFirst = 0;
        double uncovered = 0;
        double neverRight = 1 - p;
        for (long k = 1; ; k++) {
            double underWay = underWayRight + underWayWrong;
            double mended = mends(k - 1);
            double lost = 1 - anchoring - mended;
            if (k > context && (drift == 0 || settled(fresh(k - 1)))) {
                // from here on every candidate is like the one before: what is left is summed at once
                UnderWay rest = UnderWay.of(
                        (1 - right) * (1 - lost),
                        (1 - right) * lost,
                        (1 - wrong) * mended,
                        (1 - wrong) * (1 - mended),
                        underWayRight,
                        underWayWrong,
                        Math.min(most - k, FOREVER));
                double stays = (1 - wrong) * (1 - mended);
                double left = Math.min(most - k, FOREVER);
                double passes = StrictMath.pow(stays, left);
                double passed = stays < 1 ? (1 - passes) / (1 - stays) : left;
                double more = rest.right + rest.wrong + rest.lastRight + rest.lastWrong;
                return new End(
                        accuracy + right * rest.right + rest.lastRight,
                        length + more,
                        correct + rest.right + rest.lastRight,
                        1 - uncovered - neverRight * (wrong * passed + passes),
                        read + more * context,
                        readFirst + (k == context + 1L ? underWay * (1 - context) : 0) + more * context);
            }
            length += underWay;
            correct += underWayRight;
            read += k > 1 ? underWay * Math.min(k - 1, context) : 0;
            readFirst += k > 1 ? underWay * (k - 1 <= context ? 1 : context) : 0;
            if (k >= most || underWay < NEGLIGIBLE) {
                return new End(accuracy + underWayRight, length, correct, 1 - uncovered - neverRight, read, readFirst);
            }
            accuracy += right * underWayRight;
            uncovered += wrong * neverRight;
            double goesOnRight = (1 - right) * underWayRight;
            double goesOnWrong = (1 - wrong) * underWayWrong;
            underWayRight = goesOnRight * (1 - lost) + goesOnWrong * mended;
            underWayWrong = goesOnRight * lost + goesOnWrong * (1 - mended);
            neverRight *= (1 - wrong) * (1 - mended);
        }
    }

    /**
     * The chances of being under way with a right and with a wrong candidate, summed over {@code steps} candidates, and those of
     * the candidate after them: powers of a 2 × 2 matrix and their sums, by doubling.
     */
    private record UnderWay(double right, double wrong, double lastRight, double lastWrong) {

        static UnderWay of(double rr, double rw, double wr, double ww, double right, double wrong, long steps) {
            double[] power = {rr, rw, wr, ww};
            // sum over as many candidates as the power has steps
            double[] sum = {1, 0, 0, 1};
            double lastRight = right;
            double lastWrong = wrong;
            double sumRight = 0;
            double sumWrong = 0;
            for (long left = steps; left > 0; left >>= 1) {
                if ((left & 1) != 0) {
                    sumRight += lastRight * sum[0] + lastWrong * sum[2];
                    sumWrong += lastRight * sum[1] + lastWrong * sum[3];
                    double next = lastRight * power[0] + lastWrong * power[2];
                    lastWrong = lastRight * power[1] + lastWrong * power[3];
                    lastRight = next;
                }
                double[] second = times(sum, power);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += second[i];
                }
                power = times(power, power);
            }
            return new UnderWay(sumRight, sumWrong, lastRight, lastWrong);
        }

        private static double[] times(double[] a, double[] b) {
            return new double[] {
                a[0] * b[0] + a[1] * b[2],
                a[0] * b[1] + a[1] * b[3],
                a[2] * b[0] + a[3] * b[2],
                a[2] * b[1] + a[3] * b[3]
            };
        }
    }

    /**
     * How a chain ends.
     *
     * @param accuracy chance that its last candidate is right
     * @param length candidates on average
     * @param correct right candidates on average
     * @param coverage chance that one of its candidates is right
     * @param read candidates read by its revisions on average, one read twice counted twice
     * @param readFirst those of them that a revision does not read in the same place as the revision before it: the last alone,
     *     or all once the beginning of the chain is left out
     */
    public record End(double accuracy, double length, double correct, double coverage, double read, double readFirst) {}

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
