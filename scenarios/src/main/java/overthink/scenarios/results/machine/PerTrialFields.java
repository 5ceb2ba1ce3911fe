package overthink.scenarios.results.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import overthink.core.estimate.Mean;
import overthink.core.estimate.PerTrial;
import overthink.core.estimate.Quantiles;

/** What a row says of trials beside, as fields with names: {@code latencySeconds.p95} is p95 in the object latencySeconds. */
public final class PerTrialFields {

    private PerTrialFields() {}

    /**
     * A field.
     *
     * @param name with a point before the part of an object
     * @param value its number; NaN where it is not known
     */
    public record Field(String name, ToDoubleFunction<PerTrial> value) {}

    /** All of them, in their order. */
    public static final List<Field> ALL = all();

    private static List<Field> all() {
        List<Field> fields = new ArrayList<>();
        means(fields, "correct", PerTrial::correct);
        means(fields, "distinct", PerTrial::distinct);
        means(fields, "length", PerTrial::length);
        quantiles(fields, "latencySeconds", PerTrial::latencySeconds);
        quantiles(fields, "tokens", PerTrial::tokens);
        quantiles(fields, "usd", PerTrial::usd);
        fields.add(new Field("passRate.biased", row -> row.passRates().biased()));
        fields.add(new Field("passRate.unbiased", row -> row.passRates().unbiased()));
        return List.copyOf(fields);
    }

    private static void means(List<Field> fields, String name, Function<PerTrial, Mean> mean) {
        fields.add(new Field(name, row -> mean.apply(row).value()));
        fields.add(new Field(name + "StdError", row -> mean.apply(row).stdError()));
        fields.add(new Field(name + "PopulationStdError", row -> mean.apply(row).populationStdError()));
    }

    private static void quantiles(List<Field> fields, String name, Function<PerTrial, Quantiles> of) {
        fields.add(new Field(name + ".p50", row -> of.apply(row).p50()));
        fields.add(new Field(name + ".p90", row -> of.apply(row).p90()));
        fields.add(new Field(name + ".p95", row -> of.apply(row).p95()));
        fields.add(new Field(name + ".p99", row -> of.apply(row).p99()));
        fields.add(new Field(name + ".p50StdError", row -> error(of.apply(row), Quantiles::p50StdError)));
        fields.add(new Field(name + ".p90StdError", row -> error(of.apply(row), Quantiles::p90StdError)));
        fields.add(new Field(name + ".p95StdError", row -> error(of.apply(row), Quantiles::p95StdError)));
        fields.add(new Field(name + ".p99StdError", row -> error(of.apply(row), Quantiles::p99StdError)));
    }

    private static double error(Quantiles quantiles, ToDoubleFunction<Quantiles> error) {
        return quantiles.known() ? error.applyAsDouble(quantiles) : Double.NaN;
    }

    /** Whether any of them is known. */
    static boolean known(PerTrial row) {
        return ALL.stream().anyMatch(field -> !Double.isNaN(field.value().applyAsDouble(row)));
    }

    /** The fields by the object in which they are; those in none by "". */
    static Map<String, List<Field>> byObject() {
        return ALL.stream()
                .collect(Collectors.groupingBy(
                        field -> field.name().contains(".")
                                ? field.name().substring(0, field.name().indexOf('.'))
                                : "",
                        LinkedHashMap::new,
                        Collectors.toList()));
    }
}
