package overthink.scenarios.document.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.core.api.WholeRange;
import overthink.scenarios.document.yaml.Node;

/**
 * A whole number within bounds; 1e3 is one, 42.7 is none.
 *
 * @param range the numbers allowed
 */
public record WholeForm(WholeRange range) implements Form<Long> {

    private static final int MOST_DIGITS = 19;

    /** From one number to another, both included. */
    public WholeForm(long least, long most) {
        this(new WholeRange(least, most));
    }

    /** From one number to another, both included, as an {@code int}. */
    public static Form<Integer> between(int least, int most) {
        return ints(new WholeRange(least, most));
    }

    /**
     * The numbers of a range, as an {@code int}.
     *
     * @param range of numbers that are an {@code int}
     */
    public static Form<Integer> ints(WholeRange range) {
        return new WholeForm(range).map(Math::toIntExact);
    }

    @Override
    public @Nullable ReadValue<Long> read(Node node, KeyPath spot) {
        spot.scene().asked(node, new AskedNumber(spot.path(), node.place(), range.least(), range.most(), true));
        BigDecimal number = node instanceof Node.Scalar scalar ? scalar.number() : null;
        Long whole = number == null ? null : whole(number);
        if (number == null || whole == null || !range.contains(whole)) {
            return spot.refuse(node, "must be " + what());
        }
        return new ReadValue<>(whole, Node.Scalar.number(number, node.place()));
    }

    /** The number, if it is whole and has 64 bits. */
    private static @Nullable Long whole(BigDecimal number) {
        BigDecimal whole = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (whole.scale() > 0 || whole.scale() < -MOST_DIGITS || whole.precision() - whole.scale() > MOST_DIGITS) {
            return null;
        }
        boolean fits = whole.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
                && whole.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return fits ? Long.valueOf(whole.longValueExact()) : null;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "integer");
        schema.put("minimum", range.least());
        schema.put("maximum", range.most());
        return schema;
    }

    @Override
    public String what() {
        return range.what();
    }
}
