package overthink.core.exact.voting;

import overthink.core.exact.Approximation;

/**
 * The true answer against one rival among other answers: P(more votes than the rival) + ½·P(as many), of n votes.
 *
 * <p>The lead D is a sum of n steps that are 1, −1 or 0 with probability p, q and 1 − p − q, of characteristic function
 * φ(t)<sup>n</sup>, and a square wave of period 2h is −½, 0 or ½ with the sign of D while |D| &lt; h. Its discrete Fourier
 * series has odd terms only:
 *
 * <p>P = ½ + (1/h)·∑<sub>odd k &lt; h</sub> cot(πk/2h)·Im φ(πk/h)<sup>n</sup>, off by at most P(|D| ≥ h).
 *
 * <p>|φ|² is convex in cos t, so that once it is negligible on the way up from 0 and on the way down from π, it is so in
 * between. What remains are some ten to fifty terms at any n. Source of the integral that this is a sum of: Gil-Pelaez 1951,
 * "Note on the inversion theorem".
 */
final class Duel {

    /** Probabilities and terms below e<sup>−this</sup> are left out. */
    private static final double NEGLIGIBLE = 36;

    private final double p;
    private final double q;
    private final double either;
    private final double neither;
    private final long n;

    /**
     * A vote.
     *
     * @param p probability of the true answer, below 1
     * @param q probability of the rival
     * @param neither 1 − p − q
     * @param n votes, at least 1
     */
    Duel(double p, double q, double neither, long n) {
        this.p = p;
        this.q = q;
        this.neither = neither;
        this.n = n;
        either = p + q;
    }

    /** The probability, off by 1e−14 and by 2e−16·√n, which is what the last digits of p and q can do to the lead. */
    Approximation accuracy() {
        double half = halfPeriod();
        double unit = 0.5 * Math.PI / half;
        double sin = StrictMath.sin(unit);
        double cos = StrictMath.cos(unit);
        double turnSin = 2 * sin * cos;
        double turnCos = 1 - 2 * sin * sin;
        double sum = 0;
        double k = 1;
        double s = sin;
        double c = cos;
        for (; k < half; k += 2) {
            double decay = decay(s, c);
            if (!(decay >= -NEGLIGIBLE)) {
                break;
            }
            sum += term(s, c, decay);
            double next = s * turnCos + c * turnSin;
            c = c * turnCos - s * turnSin;
            s = next;
        }
        // From the other end, where sine and cosine change places; an odd half-period ends on a term of 0.
        boolean odd = half % 2 == 1;
        c = odd ? turnSin : sin;
        s = odd ? turnCos : cos;
        for (double other = odd ? half - 2 : half - 1; other >= k; other -= 2) {
            double decay = decay(s, c);
            if (!(decay >= -NEGLIGIBLE)) {
                break;
            }
            sum += term(s, c, decay);
            double next = c * turnCos + s * turnSin;
            s = s * turnCos - c * turnSin;
            c = next;
        }
        return new Approximation(Math.max(0, Math.min(1, 0.5 + sum / half)), 1e-14 + 2e-16 * StrictMath.sqrt(n));
    }

    /** h such that P(|D| ≥ h) is negligible by Bernstein's inequality, or that D cannot be h. */
    private double halfPeriod() {
        double gap = Math.abs(p - q);
        double variance = n * (either * neither + 4 * p * q);
        double linear = NEGLIGIBLE * (1 + gap) / 3;
        double reach = n * gap + linear + StrictMath.sqrt(linear * linear + 2 * NEGLIGIBLE * variance);
        return Math.min(n + 1.0, Math.ceil(reach));
    }

    /** log |φ(2a)|<sup>n</sup> from the sine and cosine of a, without cancellation. */
    private double decay(double s, double c) {
        return 0.5 * n * StrictMath.log1p(-4 * s * s * (either * neither + 4 * p * q * c * c));
    }

    /** cot a·Im φ(2a)<sup>n</sup>; where φ has a negative real part, the angle is that of −φ. */
    private double term(double s, double c, double decay) {
        double re = 1 - 2 * either * s * s;
        double im = 2 * (p - q) * s * c;
        double size = StrictMath.exp(decay) * c / s;
        if (re < 0) {
            re = -re;
            im = -im;
            size = n % 2 == 0 ? size : -size;
        }
        return size * StrictMath.sin(n * StrictMath.atan2(im, re));
    }
}
