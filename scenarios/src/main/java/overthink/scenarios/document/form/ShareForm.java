package overthink.scenarios.document.form;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.document.yaml.Node;

/**
 * A share, or a difference of shares. Where a percentage was written the share that was meant is suggested.
 *
 * @param bounds what shares are allowed
 */
public record ShareForm(RealForm bounds) implements Form<Double> {

    /** A share. */
    public static final ShareForm SHARE = new ShareForm(RealForm.PROBABILITY);

    /** By how much two shares may differ. */
    public static final ShareForm DIFFERENCE = new ShareForm(RealForm.between(-1, 1));

    @Override
    public @Nullable ReadValue<Double> read(Node node, KeyPath spot) {
        BigDecimal number = node instanceof Node.Scalar scalar ? scalar.number() : null;
        if (number != null && number.abs().compareTo(BigDecimal.ONE) > 0) {
            BigDecimal share = number.movePointLeft(2).stripTrailingZeros();
            if (bounds.range().contains(share)) {
                return spot.refuse(node, "must be " + what(), share.toPlainString());
            }
        }
        return bounds.read(node, spot);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return bounds.schema(definitions);
    }

    @Override
    public String what() {
        return bounds.what();
    }
}
