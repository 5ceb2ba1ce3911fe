package overthink.core.law.quality;

import java.util.List;
import org.apache.commons.math3.special.Erf;
import overthink.core.api.RealRange;
import overthink.core.random.NormalQuantile;

/** What a standard normal latent z is in units of quality: its quantile function at Φ(z), which does not fall. */
public sealed interface QualityScale {

    /** What a mean or a quality may be. */
    RealRange VALUE = RealRange.within(1000);

    /** What a standard deviation may be. */
    RealRange DEVIATION = new RealRange(1e-6, 1000);

    /** The standard normal quality. */
    QualityScale STANDARD = new Normal(0, 1);

    /** The quality at a latent. */
    double at(double z);

    /** The latent from which on the quality is at least {@code quality}. */
    double reaches(double quality);

    /** The mean quality of a candidate. */
    double mean();

    /** Φ(z), to a relative error of some 10⁻¹⁵ in the lower tail. */
    static double cumulative(double z) {
        return 0.5 * Erf.erfc(-z / StrictMath.sqrt(2));
    }

    /**
     * mean + deviation·z.
     *
     * @param mean in [−1000, 1000]
     * @param deviation in [1e-6, 1000]
     */
    record Normal(double mean, double deviation) implements QualityScale {

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException when one is outside its range
         */
        public Normal {
            VALUE.check("mean", mean);
            DEVIATION.check("deviation", deviation);
        }

        @Override
        public double at(double z) {
            return mean + deviation * z;
        }

        @Override
        public double reaches(double quality) {
            return (quality - mean) / deviation;
        }
    }

    /**
     * One of the parts of a mixture.
     *
     * @param weight above 0, in any unit, at most 1e6
     * @param law of its candidates
     */
    record Part(double weight, Normal law) {

        /** What a weight may be. */
        public static final RealRange WEIGHT = new RealRange(1e-6, 1e6);

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when the weight is outside its range
         */
        public Part {
            WEIGHT.check("weight", weight);
        }
    }

    /**
     * A mixture of normal laws: some candidates fail altogether, say.
     *
     * @param parts 1 to 16 of them
     */
    record Mixture(List<Part> parts) implements QualityScale {

        /** The most parts. */
        public static final int MOST_PARTS = 16;

        private static final int HALVINGS = 200;
        /** The greatest latent that is looked at: no word gives a greater one. */
        private static final double MOST_LATENT = 38;

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException when there are too few or too many
         */
        public Mixture {
            parts = List.copyOf(parts);
            if (parts.isEmpty() || parts.size() > MOST_PARTS) {
                throw new IllegalArgumentException(
                        "a mixture has 1 to %d parts, not %d".formatted(MOST_PARTS, parts.size()));
            }
        }

        /** The share of candidates below a quality, or with a sign of −1 above it. */
        private double share(double quality, int sign) {
            double sum = 0;
            double total = 0;
            for (Part part : parts) {
                sum += part.weight * cumulative(sign * part.law.reaches(quality));
                total += part.weight;
            }
            return sum / total;
        }

        @Override
        public double at(double z) {
            // the quality lies between those of its parts at z: halve until nothing is left
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (Part part : parts) {
                low = Math.min(low, part.law.at(z));
                high = Math.max(high, part.law.at(z));
            }
            int sign = z > 0 ? -1 : 1;
            double tail = cumulative(sign * z);
            for (int i = 0; i < HALVINGS; i++) {
                double middle = low + 0.5 * (high - low);
                if (middle <= low || middle >= high) {
                    return middle;
                }
                boolean below = sign > 0 ? share(middle, 1) < tail : share(middle, -1) > tail;
                low = below ? middle : low;
                high = below ? high : middle;
            }
            return low;
        }

        @Override
        public double reaches(double quality) {
            double below = share(quality, 1);
            if (below <= 0.5) {
                return below == 0 ? -MOST_LATENT : NormalQuantile.of(below);
            }
            double above = share(quality, -1);
            return above == 0 ? MOST_LATENT : -NormalQuantile.of(above);
        }

        @Override
        public double mean() {
            double sum = 0;
            double total = 0;
            for (Part part : parts) {
                sum += part.weight * part.law.mean;
                total += part.weight;
            }
            return sum / total;
        }
    }
}
