package overthink.core.exact.selection;

import java.util.Arrays;

/**
 * The law of wrong candidates' latents on one problem: a mixture of copies of one noise, each with its weight, centre and
 * standard deviation.
 */
public final class LatentMixture {

    private final double[] weights;
    private final double[] centres;
    private final double[] deviations;

    private LatentMixture(double[] weights, double[] centres, double[] deviations) {
        this.weights = weights;
        this.centres = centres;
        this.deviations = deviations;
    }

    /**
     * A mixture; copies of weight 0 are left out.
     *
     * @param weights in any unit, at least 0 and not all 0
     * @param centres as many, finite
     * @param deviations as many, at least 0 and finite
     * @throws IllegalArgumentException when a number is outside its range
     */
    public static LatentMixture of(double[] weights, double[] centres, double[] deviations) {
        double total = 0;
        for (int j = 0; j < weights.length; j++) {
            if (!(weights[j] >= 0
                    && Double.isFinite(centres[j])
                    && deviations[j] >= 0
                    && Double.isFinite(deviations[j]))) {
                throw new IllegalArgumentException("copy %d cannot have weight %s, centre %s and deviation %s"
                        .formatted(j, weights[j], centres[j], deviations[j]));
            }
            total += weights[j];
        }
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the weights must have a finite sum above 0, not " + total);
        }
        double[] shares = new double[weights.length];
        double[] centresLeft = new double[weights.length];
        double[] deviationsLeft = new double[weights.length];
        int size = 0;
        for (int j = 0; j < weights.length; j++) {
            double share = weights[j] / total;
            if (share > 0) {
                shares[size] = share;
                centresLeft[size] = centres[j];
                deviationsLeft[size++] = deviations[j];
            }
        }
        return new LatentMixture(
                Arrays.copyOf(shares, size), Arrays.copyOf(centresLeft, size), Arrays.copyOf(deviationsLeft, size));
    }

    /** This mixture with another unit of the latent. */
    LatentMixture inUnitsOf(double unit) {
        double[] scaledCentres = new double[size()];
        double[] scaledDeviations = new double[size()];
        for (int j = 0; j < size(); j++) {
            scaledCentres[j] = centres[j] / unit;
            scaledDeviations[j] = deviations[j] / unit;
        }
        return new LatentMixture(weights, scaledCentres, scaledDeviations);
    }

    /** How many copies there are, at least 1. */
    int size() {
        return weights.length;
    }

    /** The share of a copy; shares add to 1. */
    double weight(int copy) {
        return weights[copy];
    }

    double centre(int copy) {
        return centres[copy];
    }

    double deviation(int copy) {
        return deviations[copy];
    }

    /** The greatest distance of a centre from {@code point}. */
    double reach(double point) {
        double greatest = 0;
        for (double centre : centres) {
            greatest = Math.max(greatest, Math.abs(centre - point));
        }
        return greatest;
    }
}
