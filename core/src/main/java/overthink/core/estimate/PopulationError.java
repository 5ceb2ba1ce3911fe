package overthink.core.estimate;

import overthink.core.world.Gathering;

/** How far the mean over some problems may be from the mean over the population that they stand for. */
public final class PopulationError {

    private PopulationError() {}

    /**
     * The standard error of the mean of P values that weigh the same.
     *
     * <ul>
     *   <li>{@link Gathering#DRAWN}: s/√P with s their standard deviation; {@code NaN} for one.
     *   <li>{@link Gathering#SPREAD}: √(Σ (x<sub>i+1</sub> − x<sub>i</sub>)²/(2(P − 1)P)), the values in the order of the
     *       law. That is the error of one value drawn in each of P equal strata when neighbours differ as values of a stratum
     *       do (Wolter 2007, ch. 8); a stratum's middle, which stands for it, errs less where values follow the law smoothly, and
     *       what else was drawn for each problem is in it in full. {@code NaN} for one.
     *   <li>{@link Gathering#POPULATION}: 0, since nothing is left out.
     *   <li>{@link Gathering#PART}: {@code NaN}.
     * </ul>
     *
     * @param values by problem, at least one
     */
    public static double of(double[] values, Gathering gathering) {
        return switch (gathering) {
            case DRAWN -> Spread.between(values);
            case SPREAD -> ofNeighbours(values);
            case POPULATION -> 0;
            case PART -> Double.NaN;
        };
    }

    private static double ofNeighbours(double[] values) {
        if (values.length == 1) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            double step = values[i] - values[i - 1];
            sum += step * step;
        }
        return Math.sqrt(sum / (2.0 * (values.length - 1)) / values.length);
    }
}
