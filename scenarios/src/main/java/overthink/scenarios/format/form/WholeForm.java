package overthink.scenarios.format.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.format.yaml.Node;

/**
 * A whole number within bounds; 1e3 is one, 42.7 is none.
 *
 * @param least the least allowed
 * @param most the greatest allowed; {@link Long#MAX_VALUE} and {@link Integer#MAX_VALUE} read as no bound
 */
public record WholeForm(long least, long most) implements Form<Long> {

    private static final int MOST_DIGITS = 19;

    /** From one number to another, both included, as an {@code int}. */
    public static Form<Integer> between(int least, int most) {
        return new WholeForm(least, most).map(Math::toIntExact);
    }

    /** A number and all above it that are an {@code int}. */
    public static Form<Integer> atLeast(int least) {
        return between(least, Integer.MAX_VALUE);
    }

    @Override
    public @Nullable Reading<Long> read(Node node, Spot spot) {
        BigDecimal number = node instanceof Node.Scalar scalar ? scalar.number() : null;
        Long whole = number == null ? null : whole(number);
        if (number == null || whole == null) {
            return spot.refuse(node, "must be " + what());
        }
        return new Reading<>(whole, Node.Scalar.number(number, node.place()));
    }

    private @Nullable Long whole(BigDecimal number) {
        BigDecimal whole = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (whole.scale() > 0 || whole.precision() - whole.scale() > MOST_DIGITS) {
            return null;
        }
        boolean allowed =
                whole.compareTo(BigDecimal.valueOf(least)) >= 0 && whole.compareTo(BigDecimal.valueOf(most)) <= 0;
        return allowed ? Long.valueOf(whole.longValueExact()) : null;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "integer");
        schema.put("minimum", least);
        schema.put("maximum", most);
        return schema;
    }

    @Override
    public String what() {
        if (least == Long.MIN_VALUE) {
            return "a whole number";
        }
        return most >= Integer.MAX_VALUE
                ? "a whole number of at least " + least
                : "a whole number between " + least + " and " + most;
    }
}
