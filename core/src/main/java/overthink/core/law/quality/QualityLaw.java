package overthink.core.law.quality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import overthink.core.api.RealRange;

/**
 * The quality of a problem's candidates: a number, which may be the weighted mean of several attributes. What is random of a
 * candidate is a point of independent standard normal coordinates, one for each attribute; the latents of attributes, of the
 * whole and of what a verifier sees are unit vectors times that point.
 *
 * @param scale of the whole
 * @param attributes what the whole is the mean of; none when it is all there is
 * @param correlations of the attributes' latents; of one number where there are no attributes
 */
public record QualityLaw(QualityScale scale, List<Attribute> attributes, CorrelationMatrix correlations) {

    /** The most attributes. */
    public static final int MOST_ATTRIBUTES = 8;

    /** The standard normal quality. */
    public static final QualityLaw STANDARD = of(QualityScale.STANDARD);

    /** What the whole is called beside the attributes. */
    public static final String WHOLE = "quality";

    /**
     * A number that tells of one side of a candidate.
     *
     * @param name its name
     * @param law of its values
     * @param weight in the whole, in [0, 1e6]
     */
    public record Attribute(String name, QualityScale.Normal law, double weight) {

        /** What a weight may be. */
        public static final RealRange WEIGHT = new RealRange(0, 1e6);

        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException when the weight is outside its range
         */
        public Attribute {
            WEIGHT.check("weight", weight);
        }
    }

    /** Copies the list. */
    public QualityLaw {
        attributes = List.copyOf(attributes);
    }

    /** Quality that is one number. */
    public static QualityLaw of(QualityScale scale) {
        return new QualityLaw(scale, List.of(), CorrelationMatrix.identity(1));
    }

    /**
     * Quality that is the weighted mean of attributes.
     *
     * @throws IllegalArgumentException when there are none or more than {@value #MOST_ATTRIBUTES}, two have one name or that of the whole, no
     *     weight is above 0, or there are not as many correlations
     */
    public static QualityLaw of(List<Attribute> attributes, CorrelationMatrix correlations) {
        int size = attributes.size();
        if (size < 1 || size > MOST_ATTRIBUTES) {
            throw new IllegalArgumentException("there are 1 to %d attributes, not %d".formatted(MOST_ATTRIBUTES, size));
        }
        if (correlations.size() != size) {
            throw new IllegalArgumentException(
                    "%d attributes have no %d correlated numbers".formatted(size, correlations.size()));
        }
        Set<String> names = new HashSet<>(Set.of(WHOLE));
        double total = 0;
        double mean = 0;
        for (Attribute attribute : attributes) {
            if (!names.add(attribute.name)) {
                throw new IllegalArgumentException("%s names two things".formatted(attribute.name));
            }
            total += attribute.weight;
            mean += attribute.weight * attribute.law.mean();
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException("some attribute's weight must be above 0");
        }
        double deviation = correlations.deviation(slopes(attributes)) / total;
        return new QualityLaw(new QualityScale.Normal(mean / total, deviation), attributes, correlations);
    }

    private static double[] slopes(List<Attribute> attributes) {
        return attributes.stream()
                .mapToDouble(attribute -> attribute.weight * attribute.law.deviation())
                .toArray();
    }

    /** How many coordinates a candidate's point has. */
    public int dimensions() {
        return correlations.size();
    }

    /** What rows call the numbers: the whole first, then the attributes. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(WHOLE));
        attributes.forEach(attribute -> names.add(attribute.name));
        return names;
    }

    /** The law of a number by its place in {@link #names}. */
    public QualityScale scale(int which) {
        return which == 0 ? scale : attributes.get(which - 1).law;
    }

    /** The direction of a number by its place in {@link #names}: a unit vector. */
    public double[] direction(int which) {
        if (which > 0) {
            return correlations.row(which - 1);
        }
        return attributes.isEmpty() ? new double[] {1} : correlations.combination(slopes(attributes));
    }

    /**
     * The direction of a verifier that sees a combination of standardised attributes.
     *
     * @param weights by attribute; none for the whole
     * @return a unit vector
     * @throws IllegalArgumentException when a name is not an attribute's, or all weights are 0
     */
    public double[] direction(Map<String, Double> weights) {
        if (weights.isEmpty()) {
            return direction(0);
        }
        List<String> names = names();
        double[] by = new double[dimensions()];
        weights.forEach((name, weight) -> {
            int at = names.indexOf(name);
            if (at < 1) {
                throw new IllegalArgumentException(
                        attributes.isEmpty()
                                ? "a verifier cannot see %s: world.problems.quality has no attributes".formatted(name)
                                : "a verifier cannot see %s; attributes are %s"
                                        .formatted(name, String.join(", ", names.subList(1, names.size()))));
            }
            by[at - 1] = weight;
        });
        return correlations.combination(by);
    }

    /** The correlation of two directions. */
    public static double correlation(double[] one, double[] other) {
        double sum = 0;
        for (int k = 0; k < one.length; k++) {
            sum += one[k] * other[k];
        }
        return Math.max(-1, Math.min(1, sum));
    }
}
