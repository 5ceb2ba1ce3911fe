package overthink.scenarios.results.machine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import overthink.core.api.Element;
import overthink.core.estimate.BestBudget;
import overthink.core.estimate.CostParts;
import overthink.core.estimate.CostShares;
import overthink.core.estimate.CostShares.Share;
import overthink.core.estimate.Difference;
import overthink.core.estimate.Estimate;
import overthink.core.estimate.Limit;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.PerTrial;
import overthink.core.estimate.Row;
import overthink.core.estimate.Utility;
import overthink.core.fault.Fault;
import overthink.core.results.Partial;
import overthink.scenarios.expectation.Expectation;
import overthink.scenarios.expectation.Finding;
import overthink.scenarios.expectation.PaidShare;
import overthink.scenarios.expectation.RowKey;
import overthink.scenarios.expectation.Target;
import overthink.scenarios.results.Manifest;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.results.ResultWriter;
import overthink.scenarios.results.SweepDocument;
import overthink.scenarios.text.Numbers;
import tools.jackson.core.JsonGenerator;

/** Writes one JSON document, or an array of them, in UTF-8, a row a line. */
public final class JsonWriter implements ResultWriter {

    private final JsonStream stream;
    private final boolean perProblem;

    /**
     * Writes to a stream.
     *
     * @param out is flushed and not closed
     * @param array whether several documents follow, as the elements of one array
     */
    public JsonWriter(OutputStream out, boolean array) {
        this(out, array, false);
    }

    /**
     * Writes to a stream.
     *
     * @param out is flushed and not closed
     * @param array whether several documents follow, as the elements of one array
     * @param perProblem whether documents also have what rows say of each problem
     */
    public JsonWriter(OutputStream out, boolean array, boolean perProblem) {
        this.perProblem = perProblem;
        stream = new JsonStream(out, array);
    }

    /**
     * The version of what is written: it grows when a field changes its meaning or goes. New fields do not change it; readers
     * ignore those that they do not know.
     */
    public static final int SCHEMA = 1;

    /** Writes {@code {"schema": …, "rows": […]}}: the same bytes for the same scenario and seed on any machine. */
    public static void writeRows(OutputStream out, SweepDocument document) throws IOException {
        JsonStream.write(out, 2, json -> {
            json.writeStartObject();
            json.writeNumberProperty("schema", SCHEMA);
            rows(json, document);
            json.writeEndObject();
        });
    }

    /**
     * Writes a manifest alone.
     *
     * @param status how far the run is
     * @param ordinal which run of its store it is
     * @param more further facts
     */
    public static void writeManifest(
            OutputStream out, Manifest manifest, String status, long ordinal, Map<String, String> more)
            throws IOException {
        JsonStream.write(out, 1, json -> {
            json.writeStartObject();
            json.writeStringProperty("status", status);
            json.writeNumberProperty("ordinal", ordinal);
            manifest(json, manifest);
            more.forEach(json::writeStringProperty);
            json.writeEndObject();
        });
    }

    @Override
    public void write(ResultDocument document) throws IOException {
        write(SweepDocument.of(document));
    }

    @Override
    public void write(SweepDocument document) throws IOException {
        stream.write(json -> {
            json.writeObjectPropertyStart("manifest");
            manifest(json, document.manifest());
            json.writeEndObject();
            rows(json, document);
            if (perProblem) {
                ProblemJson.write(new PointLabels(json), document);
            }
        });
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /** Writes the fields of a manifest. */
    public static void manifest(JsonGenerator json, Manifest manifest) {
        json.writeNumberProperty("schema", SCHEMA);
        json.writeStringProperty("scenario", manifest.scenario());
        json.writeStringProperty("digest", manifest.digest());
        json.writeNumberProperty("seed", manifest.seed());
        json.writeStringProperty("version", manifest.version());
        json.writeStringProperty("java", manifest.java());
        json.writeNumberProperty("threads", manifest.threads());
        JsonFields.real(json, "seconds", manifest.seconds());
        Manifest.Occasion occasion = manifest.occasion();
        if (!occasion.equals(Manifest.Occasion.UNKNOWN)) {
            json.writeStringProperty("date", occasion.date());
            json.writeStringProperty("command", occasion.command());
            json.writeStringProperty("commit", occasion.commit());
            json.writeStringProperty("system", occasion.system());
            json.writeNumberProperty("cores", occasion.cores());
        }
    }

    private static void rows(JsonGenerator json, SweepDocument sweep) {
        sweep.partial().ifPresent(partial -> partial(json, partial));
        sweep.stopped().ifPresent(of -> stopped(json, sweep.parts().size(), of));
        List<Utility> utilities = sweep.parts().stream()
                .flatMap(part -> part.document().utility().stream())
                .distinct()
                .toList();
        if (utilities.size() == 1) {
            utility(json, utilities.get(0));
        }
        PointLabels labels = new PointLabels(json);
        json.writeArrayPropertyStart("rows");
        each(labels, sweep, ResultDocument::rows, JsonWriter::row);
        json.writeEndArray();
        array(labels, "limits", sweep, ResultDocument::limits, JsonWriter::limit);
        array(labels, "bestBudgets", sweep, ResultDocument::bestBudgets, JsonWriter::bestBudget);
        array(labels, "differences", sweep, ResultDocument::differences, JsonWriter::difference);
        array(labels, "turningPoints", sweep, ResultDocument::turningPoints, TurnJson::turningPoint);
        array(labels, "leaders", sweep, ResultDocument::leaders, TurnJson::leader);
        array(labels, "allocation", sweep, ResultDocument::allocation, AllocationJson::row);
        SweepFields.write(labels, sweep);
        if (!sweep.findings().isEmpty()) {
            json.writeArrayPropertyStart("expectations");
            for (Finding finding : sweep.findings()) {
                labels.label(finding.expectation().point());
                finding(labels, finding);
            }
            json.writeEndArray();
        }
        array(labels, "faults", sweep, ResultDocument::faults, JsonWriter::fault);
    }

    /** An array of the elements of all points, that is there only when it holds something. */
    private static <T> void array(
            PointLabels json,
            String name,
            SweepDocument sweep,
            Function<ResultDocument, List<T>> elements,
            BiConsumer<JsonGenerator, T> writer) {
        boolean any = sweep.parts().stream()
                .anyMatch(part -> !elements.apply(part.document()).isEmpty());
        if (any) {
            json.writeArrayPropertyStart(name);
            each(json, sweep, elements, writer);
            json.writeEndArray();
        }
    }

    private static <T> void each(
            PointLabels json,
            SweepDocument sweep,
            Function<ResultDocument, List<T>> elements,
            BiConsumer<JsonGenerator, T> writer) {
        for (SweepDocument.Part part : sweep.parts()) {
            for (T element : elements.apply(part.document())) {
                json.label(part.point());
                writer.accept(json, element);
            }
        }
    }

    /** Of how many points the rows are. */
    private static void stopped(JsonGenerator json, int points, int of) {
        json.writeObjectPropertyStart("partial");
        json.writeNumberProperty("points", points);
        json.writeNumberProperty("of", of);
        json.writeEndObject();
    }

    /** Of how many problems the rows are, and of which strategies there is nothing yet. */
    private static void partial(JsonGenerator json, Partial partial) {
        json.writeObjectPropertyStart("partial");
        json.writeNumberProperty("problems", partial.problems());
        json.writeNumberProperty("of", partial.of());
        json.writeArrayPropertyStart("without");
        partial.without().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void row(JsonGenerator json, Row row) {
        json.writeStartObject();
        json.writeStringProperty("strategy", row.strategy());
        parameters(json, row.parameters());
        parameters(json, "effectiveParameters", row.effectiveParameters());
        json.writeStringProperty("resource", row.resource().label());
        budget(json, row.budget());
        json.writeStringProperty("bin", row.bin());
        json.writeStringProperty("method", row.method().label());
        json.writeNumberProperty("problems", row.problems());
        json.writeStringProperty("spread", row.gathering().label());
        json.writeNumberProperty("trials", row.trials());
        JsonFields.real(json, "accuracy", row.accuracy());
        JsonFields.real(json, "stdError", row.stdError());
        JsonFields.real(json, "populationStdError", row.populationStdError());
        JsonFields.real(json, "lower", row.lower());
        JsonFields.real(json, "upper", row.upper());
        JsonFields.real(json, "tolerance", row.tolerance());
        json.writeBooleanProperty("limited", row.limited());
        JsonFields.real(json, "coverage", row.coverage());
        JsonFields.real(json, "abstained", row.abstained());
        JsonFields.real(json, "falseAccepted", row.falseAccepted());
        row.utility().ifPresent(utility -> {
            JsonFields.real(json, "utility", utility.mean());
            JsonFields.real(json, "utilityStdError", utility.stdError());
            JsonFields.real(json, "utilityPopulationStdError", utility.populationStdError());
            JsonFields.real(json, "utilityTolerance", utility.tolerance());
        });
        json.writeName("cost");
        JsonFields.cost(json, row.cost());
        json.writeName("costStdError");
        JsonFields.cost(json, row.costStdError());
        PerTrial perTrial = row.perTrial();
        json.writeName("costPopulationStdError");
        JsonFields.cost(json, perTrial.costPopulationStdError());
        if (!perTrial.costShares().isEmpty()) {
            shares(json, perTrial.costShares());
            fractions(json, perTrial.costShares());
        }
        if (perTrial.costParts().paid()) {
            json.writeObjectPropertyStart("costParts");
            parts(json, "usd", perTrial.costParts(), CostParts.Part::usd);
            parts(json, "flops", perTrial.costParts(), CostParts.Part::flops);
            json.writeEndObject();
        }
        if (!Double.isNaN(perTrial.divergence())) {
            JsonFields.real(json, "divergence", perTrial.divergence());
        }
        if (!perTrial.quality().isEmpty()) {
            json.writeObjectPropertyStart("quality");
            perTrial.quality().forEach((name, mean) -> {
                json.writeObjectPropertyStart(name);
                JsonFields.real(json, "mean", mean.value());
                JsonFields.real(json, "stdError", mean.stdError());
                JsonFields.real(json, "populationStdError", mean.populationStdError());
                json.writeEndObject();
            });
            json.writeEndObject();
        }
        if (PerTrialFields.known(perTrial)) {
            perTrial(json, perTrial);
        }
        json.writeEndObject();
    }

    private static void shares(JsonGenerator json, CostShares shares) {
        json.writeObjectPropertyStart("costShares");
        for (PaidShare.Kind kind : PaidShare.Kind.values()) {
            shares(
                    json,
                    kind,
                    shares,
                    share -> JsonFields.real(json, share.name(), kind.amount().applyAsDouble(share)));
        }
        json.writeEndObject();
    }

    private static void fractions(JsonGenerator json, CostShares shares) {
        json.writeObjectPropertyStart("costFractions");
        for (PaidShare.Kind kind : PaidShare.Kind.values()) {
            shares(json, kind, shares, share -> {
                json.writeObjectPropertyStart(share.name());
                JsonFields.real(json, "value", shares.fraction(share, kind.amount()));
                JsonFields.real(json, "stdError", kind.error().applyAsDouble(share.errors()));
                json.writeEndObject();
            });
        }
        json.writeEndObject();
    }

    /** Policies and verifiers stand apart, as one of each may have one name. */
    private static void shares(JsonGenerator json, PaidShare.Kind kind, CostShares shares, Consumer<Share> each) {
        json.writeObjectPropertyStart(kind.label());
        json.writeObjectPropertyStart("policies");
        shares.policies().forEach(each);
        json.writeEndObject();
        json.writeObjectPropertyStart("verifiers");
        shares.verifiers().forEach(each);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** By what they go for, and then by name. */
    private static void parts(
            JsonGenerator json, String resource, CostParts parts, ToDoubleFunction<CostParts.Part> amount) {
        json.writeObjectPropertyStart(resource);
        for (CostParts.Kind kind : CostParts.Kind.values()) {
            json.writeObjectPropertyStart(kind.label());
            parts.parts().stream()
                    .filter(part -> part.kind() == kind)
                    .forEach(part -> JsonFields.real(json, part.name(), amount.applyAsDouble(part)));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void perTrial(JsonGenerator json, PerTrial perTrial) {
        json.writeObjectPropertyStart("perTrial");
        PerTrialFields.byObject().forEach((object, fields) -> {
            if (!object.isEmpty()) {
                json.writeObjectPropertyStart(object);
            }
            for (PerTrialFields.Field field : fields) {
                String name = object.isEmpty() ? field.name() : field.name().substring(object.length() + 1);
                JsonFields.real(json, name, field.value().applyAsDouble(perTrial));
            }
            if (!object.isEmpty()) {
                json.writeEndObject();
            }
        });
        json.writeEndObject();
    }

    private static void utility(JsonGenerator json, Utility utility) {
        json.writeObjectPropertyStart("utility");
        JsonFields.real(json, "correct", utility.correct());
        JsonFields.real(json, "wrong", utility.wrong());
        JsonFields.real(json, "abstained", utility.abstained());
        json.writeObjectPropertyStart("per");
        utility.prices().forEach((resource, price) -> JsonFields.real(json, resource.label(), price));
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Under {@code overall}, which is there when every budget's utility is known, a budget without end is null. */
    private static void bestBudget(JsonGenerator json, BestBudget best) {
        json.writeStartObject();
        json.writeStringProperty("strategy", best.strategy());
        parameters(json, best.parameters());
        json.writeStringProperty("resource", best.resource().label());
        json.writeStringProperty("bin", best.bin());
        json.writeObjectPropertyStart("listed");
        budget(json, best.listed().budget());
        json.writeStringProperty("method", best.listed().method().label());
        JsonFields.real(json, "utility", best.listed().utility().mean());
        JsonFields.real(json, "utilityStdError", best.listed().utility().stdError());
        JsonFields.real(
                json, "utilityPopulationStdError", best.listed().utility().populationStdError());
        JsonFields.real(json, "utilityTolerance", best.listed().utility().tolerance());
        json.writeEndObject();
        best.overall().ifPresent(overall -> {
            json.writeObjectPropertyStart("overall");
            budget(json, overall.budget());
            JsonFields.real(json, "utility", overall.utility());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    static void budget(JsonGenerator json, double budget) {
        budget(json, "budget", budget);
    }

    /** A key with a budget; null for one without end. */
    static void budget(JsonGenerator json, String name, double budget) {
        json.writeName(name);
        if (Double.isFinite(budget)) {
            json.writeNumber(Numbers.budget(budget));
        } else {
            json.writeNull();
        }
    }

    private static void limit(JsonGenerator json, Limit limit) {
        json.writeStartObject();
        json.writeStringProperty("strategy", limit.strategy());
        parameters(json, limit.parameters());
        json.writeStringProperty("bin", limit.bin());
        JsonFields.real(json, "accuracy", limit.accuracy());
        JsonFields.real(json, "coverage", limit.coverage());
        limit.correction().ifPresent(correction -> JsonFields.real(json, "correction", correction));
        limit.coverageTail().ifPresent(tail -> {
            json.writeObjectPropertyStart("coverageTail");
            JsonFields.real(json, "p", tail.p());
            JsonFields.real(json, "exponent", tail.exponent());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    /** With the 95 % intervals over these problems and over the population. */
    private static void difference(JsonGenerator json, Difference difference) {
        PairedDifference accuracy = difference.accuracy();
        json.writeStartObject();
        json.writeStringProperty("strategy", difference.strategy());
        parameters(json, difference.parameters());
        json.writeObjectPropertyStart("reference");
        json.writeStringProperty("strategy", difference.reference());
        parameters(json, difference.referenceParameters());
        json.writeEndObject();
        json.writeStringProperty("resource", difference.resource().label());
        budget(json, difference.budget());
        json.writeStringProperty("bin", difference.bin());
        JsonFields.real(json, "difference", accuracy.difference());
        interval(json, "stdError", "lower", "upper", accuracy.difference(), accuracy.stdError());
        interval(
                json,
                "populationStdError",
                "populationLower",
                "populationUpper",
                accuracy.difference(),
                accuracy.populationStdError());
        json.writeEndObject();
    }

    private static void interval(
            JsonGenerator json, String error, String lower, String upper, double difference, double stdError) {
        JsonFields.real(json, error, stdError);
        JsonFields.real(json, lower, difference - Estimate.Z95 * stdError);
        JsonFields.real(json, upper, difference + Estimate.Z95 * stdError);
    }

    private static void finding(JsonGenerator json, Finding finding) {
        Expectation expectation = finding.expectation();
        RowKey row = expectation.row();
        json.writeStartObject();
        json.writeNumberProperty("entry", expectation.entry());
        json.writeStringProperty("strategy", row.strategy());
        parameters(json, row.parameters());
        budget(json, row.budget());
        json.writeStringProperty("bin", row.bin());
        json.writeStringProperty("measure", expectation.measure().label());
        JsonFields.real(json, "observed", finding.observed());
        JsonFields.real(json, "observedError", finding.observedError());
        json.writeStringProperty("relation", expectation.relation().label());
        if (expectation.target() instanceof Target.Other other && !other.point().equals(expectation.point())) {
            json.writeObjectPropertyStart("referencePoint");
            PointLabels.write(json, other.point());
            json.writeEndObject();
        }
        JsonFields.real(json, "expected", finding.expected());
        JsonFields.real(json, "expectedError", finding.expectedError());
        JsonFields.real(json, "differenceError", finding.differenceError());
        JsonFields.real(json, "margin", expectation.margin());
        JsonFields.real(json, "errors", expectation.errors());
        json.writeBooleanProperty("met", finding.met());
        json.writeStringProperty("sentence", finding.sentence());
        json.writeEndObject();
    }

    private static void fault(JsonGenerator json, Fault fault) {
        json.writeStartObject();
        json.writeStringProperty("strategy", fault.strategy());
        parameters(json, fault.parameters());
        json.writeStringProperty("kind", fault.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("message", fault.message());
        json.writeEndObject();
    }

    /** Writes a strategy's parameters. */
    public static void parameters(JsonGenerator json, Map<String, Object> parameters) {
        parameters(json, "parameters", parameters);
    }

    private static void parameters(JsonGenerator json, String key, Map<String, Object> parameters) {
        json.writeObjectPropertyStart(key);
        parameters.forEach((name, value) -> {
            if (value instanceof Long || value instanceof Integer) {
                json.writeNumberProperty(name, ((Number) value).longValue());
            } else if (value instanceof Number number) {
                JsonFields.real(json, name, number.doubleValue());
            } else if (value instanceof Boolean flag) {
                json.writeBooleanProperty(name, flag);
            } else if (value instanceof List<?> list) {
                json.writeArrayPropertyStart(name);
                list.forEach(element -> element(json, element));
                json.writeEndArray();
            } else {
                json.writeStringProperty(name, value.toString());
            }
        });
        json.writeEndObject();
    }

    private static void element(JsonGenerator json, Object value) {
        if (value instanceof Element element && !element.values().isEmpty()) {
            json.writeStartObject();
            parameters(json, element.name(), element.values());
            json.writeEndObject();
        } else {
            json.writeString(value instanceof Element element ? element.name() : value.toString());
        }
    }
}
