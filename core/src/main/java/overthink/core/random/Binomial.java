package overthink.core.random;

/**
 * Binomial numbers for every n to 2<sup>40</sup> and every p: how many of n candidates are of a kind.
 *
 * <p>Few candidates one by one; where n·p (or n·(1 − p)) is below 10 by inversion, the first step by the complement so that
 * tiny p keep their digits; else by transformed rejection with squeeze (Hörmann 1993, algorithm BTRS). The ratio of
 * probabilities in its last test is written in differences from the mode, which keeps it to about 1e−9 at n = 2<sup>40</sup>.
 */
public final class Binomial {

    /** The largest n. */
    static final long LARGEST = 1L << 40;

    private static final int FEW = 16;
    private static final double REJECTION = 10;
    /** P(X above it) &lt; 1e−100 where n·p is below 10. */
    private static final int INVERSION_ENDS = 200;

    /** log k! less Stirling's ½·log 2π + (k + ½)·log(k + 1) − (k + 1), for k from 0. */
    private static final double[] STIRLING = {
        0.08106146679532726,
        0.04134069595540929,
        0.02767792568499834,
        0.02079067210376509,
        0.01664469118982119,
        0.01387612882307075,
        0.01189670994589177,
        0.01041126526197209,
        0.009255462182712733,
        0.008330563433362871
    };

    private Binomial() {}

    /**
     * A number.
     *
     * @param n from 0 to {@link #LARGEST}
     * @param p in [0, 1]
     */
    public static long draw(long n, double p, CounterStream stream) {
        if (n == 0 || p <= 0) {
            return 0;
        }
        if (p >= 1) {
            return n;
        }
        if (n <= FEW) {
            return oneByOne((int) n, p, stream);
        }
        return p > 0.5 ? n - rare(n, 1 - p, stream) : rare(n, p, stream);
    }

    private static long oneByOne(int n, double p, CounterStream stream) {
        long threshold = Address.threshold(p);
        long count = 0;
        for (int i = 0; i < n; i++) {
            count += ((stream.nextLong() >>> 1) - threshold) >>> 63;
        }
        return count;
    }

    private static long rare(long n, double p, CounterStream stream) {
        return n * p < REJECTION ? inversion(n, p, stream) : rejection(n, p, stream);
    }

    private static long inversion(long n, double p, CounterStream stream) {
        double odds = p / (1 - p);
        double logNone = n * StrictMath.log1p(-p);
        double some = -StrictMath.expm1(logNone);
        if (stream.nextLong() >>> 1 >= Address.threshold(some)) {
            return 0;
        }
        double left = some * Address.uniform(stream.nextLong());
        double mass = n * odds * StrictMath.exp(logNone);
        long k = 1;
        while (left > mass && k < INVERSION_ENDS && k < n) {
            left -= mass;
            mass *= (n - k) * odds / (k + 1);
            k++;
        }
        return k;
    }

    private static long rejection(long n, double p, CounterStream stream) {
        double deviation = Math.sqrt(n * p * (1 - p));
        double b = 1.15 + 2.53 * deviation;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double c = n * p + 0.5;
        double squeeze = 0.92 - 4.2 / b;
        while (true) {
            double v = Address.uniform(stream.nextLong());
            double u = Address.uniform(stream.nextLong()) - 0.5;
            double us = 0.5 - Math.abs(u);
            double real = Math.floor((2 * a / us + b) * u + c);
            if (us >= 0.07 && v <= squeeze) {
                return (long) real;
            }
            if (real < 0 || real > n) {
                continue;
            }
            double alpha = (2.83 + 5.1 / b) * deviation;
            if (StrictMath.log(v * alpha / (a / (us * us) + b)) <= logRatioToMode(n, p, (long) real)) {
                return (long) real;
            }
        }
    }

    /** log of P(X = k)/P(X = m), m the mode. */
    static double logRatioToMode(long n, double p, long k) {
        long m = (long) ((n + 1) * p);
        double delta = k - m;
        double odds = p / (1 - p);
        return delta * StrictMath.log((n - m + 1.0) / (m + 1.0) * odds)
                - (k + 0.5) * StrictMath.log1p(delta / (m + 1))
                - (n - k + 0.5) * StrictMath.log1p(-delta / (n - m + 1))
                + stirling(m)
                - stirling(k)
                + stirling(n - m)
                - stirling(n - k);
    }

    private static double stirling(long k) {
        if (k < STIRLING.length) {
            return STIRLING[(int) k];
        }
        double x = k + 1.0;
        double square = x * x;
        return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / x;
    }
}
