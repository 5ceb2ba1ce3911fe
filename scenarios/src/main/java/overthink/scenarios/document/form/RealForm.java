package overthink.scenarios.document.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.core.api.RealRange;
import overthink.scenarios.document.yaml.Node;

/**
 * A number within bounds.
 *
 * @param range the numbers allowed
 */
public record RealForm(RealRange range) implements Form<Double> {

    /** A probability, or a share. */
    public static final RealForm PROBABILITY = new RealForm(RealRange.PROBABILITY);

    /** From one number to another, both included. */
    public static RealForm between(double least, double most) {
        return new RealForm(new RealRange(least, most));
    }

    @Override
    public @Nullable ReadValue<Double> read(Node node, KeyPath spot) {
        spot.scene().asked(node, new AskedNumber(spot.path(), node.place(), range.least(), range.most(), false));
        BigDecimal number = node instanceof Node.Scalar scalar ? scalar.number() : null;
        if (number == null || !range.contains(number)) {
            return spot.refuse(node, "must be " + what());
        }
        return new ReadValue<>(number.doubleValue(), Node.Scalar.number(number, node.place()));
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "number");
        schema.put("minimum", new BigDecimal(RealRange.text(range.least())));
        schema.put("maximum", new BigDecimal(RealRange.text(range.most())));
        return schema;
    }

    @Override
    public String what() {
        return range.what();
    }
}
