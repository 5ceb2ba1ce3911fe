package overthink.scenarios.results.machine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import overthink.core.estimate.Utility;
import overthink.core.fault.Fault;
import overthink.core.results.Partial;
import overthink.scenarios.expectation.Finding;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.results.ResultWriter;
import overthink.scenarios.results.SweepDocument;
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

    @Override
    public void write(ResultDocument document) throws IOException {
        write(SweepDocument.of(document));
    }

    @Override
    public void write(SweepDocument document) throws IOException {
        stream.write(json -> {
            json.writeObjectPropertyStart("manifest");
            ManifestJson.fields(json, document.manifest());
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
        each(labels, sweep, ResultDocument::rows, RowJson::write);
        json.writeEndArray();
        array(labels, "limits", sweep, ResultDocument::limits, CurveJson::limit);
        array(labels, "bestBudgets", sweep, ResultDocument::bestBudgets, CurveJson::bestBudget);
        array(labels, "differences", sweep, ResultDocument::differences, CurveJson::difference);
        array(labels, "turningPoints", sweep, ResultDocument::turningPoints, TurnJson::turningPoint);
        array(labels, "leaders", sweep, ResultDocument::leaders, TurnJson::leader);
        array(labels, "allocation", sweep, ResultDocument::allocation, AllocationJson::row);
        SweepFields.write(labels, sweep);
        if (!sweep.findings().isEmpty()) {
            json.writeArrayPropertyStart("expectations");
            for (Finding finding : sweep.findings()) {
                labels.label(finding.expectation().point());
                FindingJson.write(labels, finding);
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

    private static void fault(JsonGenerator json, Fault fault) {
        json.writeStartObject();
        json.writeStringProperty("strategy", fault.strategy());
        JsonFields.parameters(json, fault.parameters());
        json.writeStringProperty("kind", fault.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("message", fault.message());
        json.writeEndObject();
    }
}
