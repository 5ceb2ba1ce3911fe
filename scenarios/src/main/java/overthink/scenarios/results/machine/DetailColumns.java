package overthink.scenarios.results.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import overthink.core.api.Resource;
import overthink.core.estimate.CostParts;
import overthink.core.estimate.CostShares;
import overthink.core.estimate.CostShares.Share;
import overthink.core.estimate.Mean;
import overthink.core.estimate.Row;
import overthink.scenarios.expectation.PaidShare;
import overthink.scenarios.text.Numbers;

/**
 * The columns of a row beside accuracy and mean costs: every parameter, the errors of mean costs over the population, and what a
 * trial comes to beside.
 */
final class DetailColumns {

    private static final String NUMBER = "DOUBLE";

    /**
     * What goes to whom by column, and the errors of the parts of the whole that do: that to each of the policies or verifiers in
     * one cell, as parameters are.
     */
    private static final Map<String, Function<CostShares, String>> SHARES = shares();

    /** What costs go for by column, by name in one cell. */
    private static final Map<String, Function<CostParts, String>> PARTS = parts();

    private DetailColumns() {}

    private static Map<String, Function<CostParts, String>> parts() {
        Map<String, Function<CostParts, String>> parts = new LinkedHashMap<>();
        for (CostParts.Kind kind : CostParts.Kind.values()) {
            parts.put("costParts.usd." + kind.label(), of -> parts(of, kind, CostParts.Part::usd));
        }
        for (CostParts.Kind kind : CostParts.Kind.values()) {
            parts.put("costParts.flops." + kind.label(), of -> parts(of, kind, CostParts.Part::flops));
        }
        return parts;
    }

    private static String parts(CostParts of, CostParts.Kind kind, ToDoubleFunction<CostParts.Part> amount) {
        return of.paid()
                ? of.parts().stream()
                        .filter(part -> part.kind() == kind)
                        .map(part -> part.name() + "=" + cell(amount.applyAsDouble(part)))
                        .collect(Collectors.joining(";"))
                : "";
    }

    private static Map<String, Function<CostShares, String>> shares() {
        Map<String, Function<CostShares, String>> shares = new LinkedHashMap<>();
        for (PaidShare.Kind kind : PaidShare.Kind.values()) {
            parts(shares, "costShares", kind, kind.amount());
        }
        for (PaidShare.Kind kind : PaidShare.Kind.values()) {
            parts(shares, "costFractionsStdError", kind, share -> kind.error().applyAsDouble(share.errors()));
        }
        return shares;
    }

    private static void parts(
            Map<String, Function<CostShares, String>> into,
            String figure,
            PaidShare.Kind kind,
            ToDoubleFunction<Share> number) {
        String column = figure + "." + kind.label();
        into.put(column + ".policies", of -> parts(of.policies(), number));
        into.put(column + ".verifiers", of -> parts(of.verifiers(), number));
    }

    private static String parts(List<Share> shares, ToDoubleFunction<Share> number) {
        return shares.stream()
                .map(share -> share.name() + "=" + cell(number.applyAsDouble(share)))
                .collect(Collectors.joining(";"));
    }

    /** The columns in order with their types, as SQL names them. */
    static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("effectiveParameters", "VARCHAR");
        for (Resource resource : Resource.values()) {
            types.put("costPopulationStdError." + JsonFields.name(resource), NUMBER);
        }
        SHARES.keySet().forEach(column -> types.put(column, "VARCHAR"));
        PARTS.keySet().forEach(column -> types.put(column, "VARCHAR"));
        types.put("divergence", NUMBER);
        PerTrialFields.ALL.forEach(field -> types.put("perTrial." + field.name(), NUMBER));
        types.put("quality", NUMBER);
        types.put("qualityStdError", NUMBER);
        types.put("qualityPopulationStdError", NUMBER);
        types.put("attributes", "VARCHAR");
        types.put("attributesStdError", "VARCHAR");
        types.put("attributesPopulationStdError", "VARCHAR");
        return types;
    }

    /** The cells of a row. */
    static List<String> fields(Row row) {
        List<String> fields = new ArrayList<>();
        fields.add(CsvWriter.parameters(row.effectiveParameters()));
        for (Resource resource : Resource.values()) {
            fields.add(cell(row.perTrial().costPopulationStdError().of(resource)));
        }
        SHARES.values().forEach(of -> fields.add(of.apply(row.perTrial().costShares())));
        PARTS.values().forEach(of -> fields.add(of.apply(row.perTrial().costParts())));
        fields.add(cell(row.perTrial().divergence()));
        PerTrialFields.ALL.forEach(field -> fields.add(cell(field.value().applyAsDouble(row.perTrial()))));
        Mean quality = row.perTrial().wholeQuality();
        fields.add(cell(quality.value()));
        fields.add(cell(quality.stdError()));
        fields.add(cell(quality.populationStdError()));
        fields.add(attributes(row, Mean::value));
        fields.add(attributes(row, Mean::stdError));
        fields.add(attributes(row, Mean::populationStdError));
        return fields;
    }

    /** A number of each attribute of the quality in one cell, as parameters are; empty where there are none. */
    private static String attributes(Row row, ToDoubleFunction<Mean> number) {
        return row.perTrial().quality().entrySet().stream()
                .skip(1)
                .map(one -> one.getKey() + "=" + cell(number.applyAsDouble(one.getValue())))
                .collect(Collectors.joining(";"));
    }

    /** A number; empty for none. */
    static String cell(double value) {
        return Double.isFinite(value) ? Numbers.shortest(value) : "";
    }
}
