package overthink.scenarios.format.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.format.yaml.Node;
import overthink.scenarios.format.yaml.Place;

/**
 * A finite number within bounds.
 *
 * @param least the lower bound; negative infinity for none
 * @param most the upper bound; infinity for none
 * @param leastAllowed whether the lower bound itself is allowed
 * @param mostAllowed whether the upper bound itself is allowed
 */
public record RealForm(double least, double most, boolean leastAllowed, boolean mostAllowed) implements Form<Double> {

    /** Any finite number. */
    public static final RealForm ANY = new RealForm(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, false);

    /** From one number to another, both included. */
    public static RealForm between(double least, double most) {
        return new RealForm(least, most, true, true);
    }

    /** A number and all above it. */
    public static RealForm atLeast(double least) {
        return new RealForm(least, Double.POSITIVE_INFINITY, true, false);
    }

    /** All above a number. */
    public static RealForm above(double least) {
        return new RealForm(least, Double.POSITIVE_INFINITY, false, false);
    }

    /** These numbers without the lower bound itself. */
    public RealForm withoutLeast() {
        return new RealForm(least, most, false, mostAllowed);
    }

    /** These numbers without the upper bound itself. */
    public RealForm withoutMost() {
        return new RealForm(least, most, leastAllowed, false);
    }

    @Override
    public @Nullable Reading<Double> read(Node node, Spot spot) {
        BigDecimal number = node instanceof Node.Scalar scalar ? scalar.number() : null;
        if (number == null || !allows(number.doubleValue())) {
            return spot.refuse(node, "must be " + what());
        }
        return new Reading<>(number.doubleValue(), Node.Scalar.number(number, node.place()));
    }

    private boolean allows(double value) {
        return Double.isFinite(value)
                && (leastAllowed ? value >= least : value > least)
                && (mostAllowed ? value <= most : value < most);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "number");
        if (Double.isFinite(least)) {
            schema.put(leastAllowed ? "minimum" : "exclusiveMinimum", plain(least));
        }
        if (Double.isFinite(most)) {
            schema.put(mostAllowed ? "maximum" : "exclusiveMaximum", plain(most));
        }
        return schema;
    }

    @Override
    public String what() {
        boolean low = Double.isFinite(least);
        boolean high = Double.isFinite(most);
        if (low && high && leastAllowed && mostAllowed) {
            return "a number between " + plain(least) + " and " + plain(most);
        }
        String above = low ? (leastAllowed ? "of at least " : "above ") + plain(least) : "";
        String below = high ? (mostAllowed ? "of at most " : "below ") + plain(most) : "";
        return low || high ? "a number " + above + (low && high ? " and " : "") + below : "a finite number";
    }

    private static BigDecimal plain(double bound) {
        Node.Scalar canonical = Node.Scalar.number(BigDecimal.valueOf(bound), Place.whole(""));
        return new BigDecimal(canonical.text());
    }
}
