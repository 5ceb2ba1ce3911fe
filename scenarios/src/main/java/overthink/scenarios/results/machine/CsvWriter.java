package overthink.scenarios.results.machine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import overthink.core.estimate.Cost;
import overthink.core.estimate.ExpectedUtility;
import overthink.core.estimate.Row;
import overthink.scenarios.results.PointColumns;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.results.ResultWriter;
import overthink.scenarios.results.SweepDocument;
import overthink.scenarios.text.Numbers;
import overthink.scenarios.text.SpreadsheetText;

/**
 * Writes rows as CSV under one header, the rows of several documents one after the other. Fields are quoted as RFC 4180
 * says; lines end in a line feed alone. What has no value is empty.
 */
public final class CsvWriter implements ResultWriter {

    /**
     * The columns in order: the scenario, then the fields of a JSON row, with those of its cost behind {@code cost.} and those of
     * its cost's errors behind {@code costStdError.}. Those of a utility are empty where the scenario states none. The columns of
     * whole curves and of details follow: {@link #types} has all.
     */
    public static final List<String> COLUMNS = List.of(
            "scenario",
            "strategy",
            "parameters",
            "resource",
            "budget",
            "bin",
            "method",
            "problems",
            "trials",
            "accuracy",
            "stdError",
            "populationStdError",
            "lower",
            "upper",
            "coverage",
            "abstained",
            "falseAccepted",
            "utility",
            "utilityStdError",
            "utilityPopulationStdError",
            "cost.generations",
            "cost.steps",
            "cost.tokens",
            "cost.inputTokens",
            "cost.verifierCalls",
            "cost.rounds",
            "cost.latencySeconds",
            "cost.flops",
            "cost.usd",
            "tolerance",
            "limited",
            "utilityTolerance",
            "costStdError.generations",
            "costStdError.steps",
            "costStdError.tokens",
            "costStdError.inputTokens",
            "costStdError.verifierCalls",
            "costStdError.rounds",
            "costStdError.latencySeconds",
            "costStdError.flops",
            "costStdError.usd",
            "spread");

    private static final Set<String> TEXTS =
            Set.of("scenario", "strategy", "parameters", "resource", "bin", "method", "spread");
    private static final Set<String> COUNTS = Set.of("problems", "trials");

    /**
     * The columns in order with their types, as SQL names them.
     *
     * @param points those that tell points apart, which follow the scenario's
     */
    public static Map<String, String> types(PointColumns points) {
        Map<String, String> types = new LinkedHashMap<>();
        for (String column : COLUMNS) {
            if (types.size() == 1) {
                types.putAll(points.types());
            }
            types.put(
                    column,
                    TEXTS.contains(column)
                            ? "VARCHAR"
                            : COUNTS.contains(column) ? "BIGINT" : column.equals("limited") ? "BOOLEAN" : "DOUBLE");
        }
        types.putAll(TurnColumns.types());
        types.putAll(DetailColumns.types());
        return types;
    }

    private static final ExpectedUtility UNKNOWN = new ExpectedUtility(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private final CSVPrinter csv;
    private final Appendable out;
    private final PointColumns points;
    private final boolean perProblem;
    private final List<SweepDocument> written = new ArrayList<>();

    /** Writes the header to {@code out}, which is flushed and not closed. */
    public CsvWriter(Appendable out) throws IOException {
        this(out, PointColumns.NONE);
    }

    /**
     * Writes the header to {@code out}, which is flushed and not closed.
     *
     * @param points columns that tell points apart
     */
    public CsvWriter(Appendable out, PointColumns points) throws IOException {
        this(out, points, false);
    }

    /**
     * Writes the header to {@code out}, which is flushed and not closed.
     *
     * @param points columns that tell points apart
     * @param perProblem whether an empty line and the table of {@link ProblemCsv} follow in the end
     */
    public CsvWriter(Appendable out, PointColumns points, boolean perProblem) throws IOException {
        this.out = out;
        this.points = points;
        this.perProblem = perProblem;
        csv = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
        csv.printRecord(SpreadsheetText.of(types(points).keySet()));
    }

    @Override
    public void write(ResultDocument document) throws IOException {
        write(SweepDocument.of(document));
    }

    @Override
    public void write(SweepDocument sweep) throws IOException {
        for (SweepDocument.Part part : sweep.parts()) {
            List<String> which = points.fields(part.point());
            TurnColumns turns = new TurnColumns(part.document());
            for (Row row : part.document().rows()) {
                List<String> fields = fields(sweep.manifest().scenario(), row);
                fields.addAll(turns.fields(row));
                fields.addAll(DetailColumns.fields(row));
                fields.addAll(1, which);
                csv.printRecord(SpreadsheetText.of(fields));
            }
        }
        csv.flush();
        if (perProblem) {
            written.add(sweep);
        }
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        if (perProblem) {
            out.append('\n');
            ProblemCsv problems = new ProblemCsv(out, points);
            for (SweepDocument document : written) {
                problems.write(document);
            }
        }
    }

    private static List<String> fields(String scenario, Row row) {
        ExpectedUtility utility = row.utility().orElse(UNKNOWN);
        List<String> fields = new ArrayList<>(List.of(
                scenario,
                row.strategy(),
                parameters(row.parameters()),
                row.resource().label(),
                Numbers.budget(row.budget()),
                row.bin(),
                row.method().label(),
                Integer.toString(row.problems()),
                Long.toString(row.trials())));
        add(
                fields,
                row.accuracy(),
                row.stdError(),
                row.populationStdError(),
                row.lower(),
                row.upper(),
                row.coverage(),
                row.abstained(),
                row.falseAccepted(),
                utility.mean(),
                utility.stdError(),
                utility.populationStdError());
        add(fields, row.cost());
        add(fields, row.tolerance());
        fields.add(Boolean.toString(row.limited()));
        add(fields, utility.tolerance());
        add(fields, row.costStdError());
        fields.add(row.gathering().label());
        return fields;
    }

    private static void add(List<String> fields, Cost cost) {
        add(
                fields,
                cost.generations(),
                cost.steps(),
                cost.tokens(),
                cost.inputTokens(),
                cost.verifierCalls(),
                cost.rounds(),
                cost.latencySeconds(),
                cost.flops(),
                cost.usd());
    }

    private static void add(List<String> fields, double... values) {
        for (double value : values) {
            fields.add(Double.isFinite(value) ? Numbers.shortest(value) : "");
        }
    }

    /** Parameters in one cell, as {@code a=1;b=2}. */
    public static String parameters(Map<String, Object> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "="
                        + (parameter.getValue() instanceof Double real
                                ? Numbers.shortest(real)
                                : parameter.getValue().toString()))
                .collect(Collectors.joining(";"));
    }
}
