package overthink.core.exact.voting;

/**
 * Very many wrong answers of small weight at once. An answer expected μ ≤ ¼ times contributes log E(μ·ω), a power series in
 * μ, to the logarithm of a product over answers, so all of them together need only the sums of powers of their weights:
 * Σ<sub>j</sub> log E(μ<sub>j</sub>·ω) = Σ<sub>r</sub> κ<sub>r</sub>·ω<sup>r</sup>·Σ<sub>j</sub> μ<sub>j</sub><sup>r</sup>,
 * with κ the coefficients of log E.
 *
 * <p>Weights are kept in octaves: octave b holds those in (2<sup>−b−1</sup>, 2<sup>−b</sup>], in units of 2<sup>−b</sup>.
 */
final class RareAnswers {

    /** Terms of a series; ¼ to this power is below 1e−18. */
    static final int TERMS = 30;

    /** Answers expected at most this often are rare. */
    static final double RARE = 0.25;

    private static final int OCTAVES = 1075;

    private final double[][] sums = new double[OCTAVES][];

    /** Adds {@code count} answers of one weight in (0, 1]. */
    void add(double weight, int count) {
        int octave = octave(weight);
        double unit = octave > 1000
                ? weight * 0x1p1000 * StrictMath.scalb(1.0, octave - 1000)
                : weight * StrictMath.scalb(1.0, octave);
        double[] sum = sums[octave];
        if (sum == null) {
            sum = new double[TERMS + 1];
            sums[octave] = sum;
        }
        double power = count;
        for (int r = 0; r <= TERMS; r++) {
            sum[r] += power;
            power *= unit;
        }
    }

    /** b with weight in (2<sup>−b−1</sup>, 2<sup>−b</sup>]. */
    private static int octave(double weight) {
        int exponent = Math.getExponent(weight);
        return Math.min(OCTAVES - 1, weight == StrictMath.scalb(1.0, exponent) ? -exponent : -exponent - 1);
    }

    /** The first octave whose answers are rare among {@code wrong} expected wrong candidates. */
    static int firstRare(double wrong) {
        int octave = 0;
        while (octave < OCTAVES && wrong * StrictMath.scalb(1.0, -octave) > RARE) {
            octave++;
        }
        return octave;
    }

    /** Whether a weight lies in octave {@code first} or beyond. */
    static boolean rare(double weight, int first) {
        return octave(weight) >= first;
    }

    /** Σ (wrong·w)<sup>r</sup> over the answers from octave {@code first} on, for r = 0 to {@value #TERMS}. */
    double[] powerSums(double wrong, int first) {
        double[] total = new double[TERMS + 1];
        for (int octave = first; octave < OCTAVES; octave++) {
            double[] sum = sums[octave];
            if (sum != null) {
                double unit = wrong * StrictMath.pow(2, -octave);
                double power = 1;
                for (int r = 0; r <= TERMS; r++) {
                    total[r] += sum[r] * power;
                    power *= unit;
                }
            }
        }
        return total;
    }

    /**
     * κ: the coefficients of log(Σ<sub>i&lt;m</sub> x<sup>i</sup>/i! + s·x<sup>m</sup>/m!) for m ≥ 1, from E' = E·(log E)'.
     */
    static double[] logCoefficients(int m, double s) {
        double[] series = new double[TERMS + 1];
        double term = 1;
        for (int i = 0; i <= Math.min(m, TERMS); i++) {
            series[i] = i == m ? s * term : term;
            term /= i + 1;
        }
        double[] log = new double[TERMS + 1];
        for (int r = 1; r <= TERMS; r++) {
            double sum = r * series[r];
            for (int i = 1; i < r; i++) {
                sum -= i * log[i] * series[r - i];
            }
            log[r] = sum / r;
        }
        return log;
    }
}
