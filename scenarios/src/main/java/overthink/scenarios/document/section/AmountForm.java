package overthink.scenarios.document.section;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.Budgets;
import overthink.scenarios.document.form.Definitions;
import overthink.scenarios.document.form.Form;
import overthink.scenarios.document.form.KeyPath;
import overthink.scenarios.document.form.ReadValue;
import overthink.scenarios.document.form.RealForm;
import overthink.scenarios.document.yaml.Node;

/** A budget, or {@value #ENDLESS} for one without end: there the limit of a curve stands. */
record AmountForm() implements Form<Double> {

    static final String ENDLESS = "inf";

    private static final List<String> SPELLINGS = List.of(ENDLESS, ".inf", ".Inf", ".INF", "\u221e");
    private static final RealForm AMOUNT = new RealForm(Budgets.AMOUNT);

    @Override
    public @Nullable ReadValue<Double> read(Node node, KeyPath spot) {
        if (node instanceof Node.Scalar scalar && SPELLINGS.contains(scalar.text())) {
            return new ReadValue<>(Double.POSITIVE_INFINITY, Node.Scalar.text(ENDLESS, node.place()));
        }
        return node instanceof Node.Scalar scalar
                        && (scalar.type() == Node.Type.INTEGER || scalar.type() == Node.Type.REAL)
                ? AMOUNT.read(node, spot)
                : spot.refuse(node, "must be " + what());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Map.of("anyOf", List.of(AMOUNT.schema(definitions), Map.of("enum", List.of(ENDLESS, "\u221e"))));
    }

    @Override
    public String what() {
        return AMOUNT.what() + ", or " + ENDLESS;
    }
}
