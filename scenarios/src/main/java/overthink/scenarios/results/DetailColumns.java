package overthink.scenarios.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import overthink.core.api.Resource;
import overthink.core.estimate.Row;
import overthink.scenarios.text.Numbers;

/**
 * The columns of a row beside accuracy and mean costs: every parameter, the errors of mean costs over the population, and what a
 * trial comes to beside.
 */
final class DetailColumns {

    private static final String NUMBER = "DOUBLE";

    private DetailColumns() {}

    /** The columns in order with their types, as SQL names them. */
    static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("effectiveParameters", "VARCHAR");
        for (Resource resource : Resource.values()) {
            types.put("costPopulationStdError." + JsonFields.name(resource), NUMBER);
        }
        types.put("divergence", NUMBER);
        PerTrialFields.ALL.forEach(field -> types.put("perTrial." + field.name(), NUMBER));
        return types;
    }

    /** The cells of a row. */
    static List<String> fields(Row row) {
        List<String> fields = new ArrayList<>();
        fields.add(CsvWriter.parameters(row.effectiveParameters()));
        for (Resource resource : Resource.values()) {
            fields.add(cell(row.perTrial().costPopulationStdError().of(resource)));
        }
        fields.add(cell(row.perTrial().divergence()));
        PerTrialFields.ALL.forEach(field -> fields.add(cell(field.value().applyAsDouble(row.perTrial()))));
        return fields;
    }

    /** A number; empty for none. */
    static String cell(double value) {
        return Double.isFinite(value) ? Numbers.shortest(value) : "";
    }
}
