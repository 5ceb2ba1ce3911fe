package overthink.core.fit;

import java.util.Arrays;

/**
 * A forecast: its mean, and the intervals that hold half and nine tenths of what it holds possible.
 *
 * @param mean the mean of the draws
 * @param lower90 the 5 % quantile
 * @param lower50 the 25 % quantile
 * @param upper50 the 75 % quantile
 * @param upper90 the 95 % quantile
 */
public record ForecastValue(double mean, double lower90, double lower50, double upper50, double upper90) {

    /**
     * Checks the order of the quantiles.
     *
     * @throws IllegalArgumentException unless all are finite and 5 % ≤ 25 % ≤ 75 % ≤ 95 %
     */
    public ForecastValue {
        if (!(lower90 <= lower50 && lower50 <= upper50 && upper50 <= upper90)
                || !Double.isFinite(mean + lower90 + upper90)) {
            throw new IllegalArgumentException(
                    "a forecast needs a finite mean and quantiles in order, not %s, and %s, %s, %s, %s"
                            .formatted(mean, lower90, lower50, upper50, upper90));
        }
    }

    /**
     * The mean and the quantiles of draws that are equally likely. Quantiles are interpolated linearly between the draws in
     * order (definition 7 of Hyndman and Fan 1996); the mean is summed in the order given.
     *
     * @param draws at least one, finite
     * @throws IllegalArgumentException when there is none or one is not finite
     */
    public static ForecastValue of(double[] draws) {
        if (draws.length == 0) {
            throw new IllegalArgumentException("a forecast needs at least one draw");
        }
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (double draw : draws) {
            sum += draw;
        }
        return new ForecastValue(
                sum / draws.length,
                quantile(sorted, 0.05),
                quantile(sorted, 0.25),
                quantile(sorted, 0.75),
                quantile(sorted, 0.95));
    }

    /** What is known without error. */
    public static ForecastValue exactly(double value) {
        return new ForecastValue(value, value, value, value, value);
    }

    private static double quantile(double[] sorted, double share) {
        double rank = share * (sorted.length - 1);
        int below = (int) rank;
        double low = sorted[below];
        return below + 1 == sorted.length ? low : low + (rank - below) * (sorted[below + 1] - low);
    }

    /** The width of the interval that holds nine tenths. */
    public double width90() {
        return upper90 - lower90;
    }

    /** Whether a value lies in the interval that holds nine tenths, its ends included. */
    public boolean holds90(double value) {
        return lower90 <= value && value <= upper90;
    }

    /** Whether a value lies in the interval that holds half, its ends included. */
    public boolean holds50(double value) {
        return lower50 <= value && value <= upper50;
    }
}
