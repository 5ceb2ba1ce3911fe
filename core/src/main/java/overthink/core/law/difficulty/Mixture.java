package overthink.core.law.difficulty;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * A problem belongs to one of several laws. A {@link Point} part is an atom: one at 0 holds the problems that are never
 * solved, one at 1 those that always are.
 *
 * @param parts at least one; their weights sum to 1
 */
public record Mixture(List<Part> parts) implements DifficultyLaw {

    private static final double LEAST_LATENT = 0x1p-54;
    private static final double GREATEST_LATENT = 1 - 0x1p-53;

    /**
     * Checks the parts and copies the list.
     *
     * @throws IllegalArgumentException when there is no part or the weights do not sum to 1 (within 1e-9)
     */
    public Mixture {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("mixture: at least one part is needed");
        }
        Domain.checkSum("mixture", total(parts));
    }

    /**
     * A weighted law.
     *
     * @param weight the share of the problems that follow {@code law}, in [0, 1]
     * @param law any but {@link Levels}
     */
    public record Part(double weight, DifficultyLaw law) {

        /**
         * Checks the range and the law.
         *
         * @throws IllegalArgumentException when {@code weight} is outside [0, 1] or {@code law} has levels
         */
        public Part {
            Domain.checkWeight("mixture", weight);
            if (law instanceof Levels) {
                throw new IllegalArgumentException(
                        "mixture: a part cannot have levels. Maybe put the mixtures in levels.");
            }
        }
    }

    @Override
    public double quantile(double u) {
        Domain.checkLatent(u);
        double sought = u * total(parts);
        int index = part(u);
        double before = total(parts.subList(0, index));
        Part part = parts.get(index);
        double within = (sought - before) / part.weight();
        return part.law().quantile(Math.max(LEAST_LATENT, Math.min(GREATEST_LATENT, within)));
    }

    /** Which part the problem at latent {@code u} in (0, 1) belongs to: parts take consecutive intervals of their weight. */
    int part(double u) {
        Domain.checkLatent(u);
        double sought = u * total(parts);
        double sum = 0;
        int last = 0;
        for (int i = 0; i < parts.size(); i++) {
            double weight = parts.get(i).weight();
            sum += weight;
            if (weight > 0) {
                last = i;
                if (sought < sum) {
                    break;
                }
            }
        }
        return last;
    }

    @Override
    public double mean() {
        return sum(DifficultyLaw::mean);
    }

    @Override
    public double expectation(DoubleUnaryOperator f) {
        return sum(law -> law.expectation(f));
    }

    @Override
    public double failure(long n) {
        return sum(law -> law.failure(n));
    }

    private double sum(ToDoubleFunction<DifficultyLaw> value) {
        double sum = 0;
        for (Part part : parts) {
            if (part.weight() > 0) {
                sum += part.weight() * value.applyAsDouble(part.law());
            }
        }
        return sum / total(parts);
    }

    private static double total(List<Part> parts) {
        double total = 0;
        for (Part part : parts) {
            total += part.weight();
        }
        return total;
    }
}
