package overthink.core.api;

/**
 * What scores in log-odds say as odds and as probabilities, for many scores at once.
 *
 * <p>The exponential is e<sup>x</sup> = (e<sup>x/256</sup>)<sup>256</sup>, the inner one by its Taylor polynomial of degree
 * 11: products, sums and quotients alone, without a branch or a table, so that the loops run on vectors and give the same bits
 * everywhere. The relative error is below 1e-13. Scores beyond ±64 count as ±64: the odds there are beyond 10<sup>27</sup>.
 */
public final class LogOdds {

    /** Fewer scores go one by one, lest the long loops be compiled for short trips and not run on vectors. */
    private static final int BATCH = 8;

    private static final double LARGEST = 64;

    /** The score below which probabilities and odds are no longer told apart: all are those of this one. */
    public static final double LEAST = -LARGEST;

    private static final double PART = 1.0 / 256;

    private LogOdds() {}

    /** The probability 1/(1 + e<sup>−score</sup>), in (0, 1]; {@code NaN} for {@code NaN}. */
    public static double probability(double score) {
        return 1 / (1 + odds(-score));
    }

    /**
     * The logarithm of the probability 1/(1 + e<sup>−score</sup>), at most 0. Nothing is cut off: weights that are products, and
     * sums of them, are to be made of these.
     */
    public static double logProbability(double score) {
        return score >= 0 ? -StrictMath.log1p(StrictMath.exp(-score)) : score - StrictMath.log1p(StrictMath.exp(score));
    }

    /** The odds e<sup>score</sup>, above 0; {@code NaN} for {@code NaN}. */
    public static double odds(double score) {
        return power(Math.max(-LARGEST, Math.min(LARGEST, score)));
    }

    /** The odds of a score that is not beyond ±64. */
    private static double power(double score) {
        double x = score * PART;
        double upper = 1.0 / 720
                + x
                        * (1.0 / 5040
                                + x * (1.0 / 40320 + x * (1.0 / 362880 + x * (1.0 / 3628800 + x * (1.0 / 39916800)))));
        double power = 1 + x * (1 + x * (0.5 + x * (1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120 + x * upper)))));
        power *= power;
        power *= power;
        power *= power;
        power *= power;
        power *= power;
        power *= power;
        power *= power;
        return power * power;
    }

    /**
     * Replaces scores by their probabilities.
     *
     * @param scores in log-odds; the first {@code count} are replaced
     */
    public static void probabilities(double[] scores, int count) {
        if (count < BATCH) {
            fewProbabilities(scores, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            scores[i] = probability(scores[i]);
        }
    }

    /**
     * {@link #probabilities} of scores none of which is beyond ±64, in a third less time.
     *
     * @param scores in log-odds; the first {@code count} are replaced
     */
    public static void moderateProbabilities(double[] scores, int count) {
        if (count < BATCH) {
            fewProbabilities(scores, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            scores[i] = 1 / (1 + power(-scores[i]));
        }
    }

    private static void fewProbabilities(double[] scores, int count) {
        for (int i = 0; i < count; i++) {
            scores[i] = probability(scores[i]);
        }
    }

    /**
     * Replaces scores by their odds.
     *
     * @param scores in log-odds; the first {@code count} are replaced
     */
    public static void odds(double[] scores, int count) {
        if (count < BATCH) {
            fewOdds(scores, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            scores[i] = odds(scores[i]);
        }
    }

    /**
     * {@link #odds(double[], int)} of scores none of which is beyond ±64, in a third less time.
     *
     * @param scores in log-odds; the first {@code count} are replaced
     */
    public static void moderateOdds(double[] scores, int count) {
        if (count < BATCH) {
            fewOdds(scores, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            scores[i] = power(scores[i]);
        }
    }

    private static void fewOdds(double[] scores, int count) {
        for (int i = 0; i < count; i++) {
            scores[i] = odds(scores[i]);
        }
    }
}
