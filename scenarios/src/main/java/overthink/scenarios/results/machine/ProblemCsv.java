package overthink.scenarios.results.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import overthink.scenarios.results.PointColumns;
import overthink.scenarios.results.SweepDocument;
import overthink.scenarios.text.Numbers;
import overthink.scenarios.text.SpreadsheetText;

/** Writes {@link ProblemRows} as CSV, those of several documents one after the other. What has no value is empty. */
public final class ProblemCsv {

    private static final List<String> KEY = List.of(
            "strategy",
            "parameters",
            "resource",
            "budget",
            "method",
            "problem",
            "p",
            "level",
            "steps",
            "weight",
            "trials");

    private final CSVPrinter csv;
    private final PointColumns points;

    /**
     * Writes the header to {@code out}, which is flushed and not closed.
     *
     * @param points columns that tell points apart
     */
    public ProblemCsv(Appendable out, PointColumns points) throws IOException {
        this.points = points;
        csv = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
        List<String> columns = new ArrayList<>(List.of("scenario"));
        columns.addAll(points.names());
        columns.addAll(KEY);
        ProblemRows.fields().forEach(field -> columns.add(field.name()));
        csv.printRecord(SpreadsheetText.of(columns));
    }

    /** Writes what a scenario delivers. */
    public void write(SweepDocument sweep) throws IOException {
        List<ProblemRows.Field> fields = ProblemRows.fields();
        try {
            for (SweepDocument.Part part : sweep.parts()) {
                List<String> which = new ArrayList<>(List.of(sweep.manifest().scenario()));
                which.addAll(points.fields(part.point()));
                ProblemRows.each(part.document(), line -> print(which, line, fields));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.flush();
    }

    private void print(List<String> which, ProblemRows.Line line, List<ProblemRows.Field> fields) {
        List<String> cells = new ArrayList<>(which);
        cells.addAll(List.of(
                line.row().strategy(),
                CsvWriter.parameters(line.row().parameters()),
                line.row().resource().label(),
                Numbers.budget(line.row().budget()),
                line.row().method().label(),
                Integer.toString(line.problem()),
                DetailColumns.cell(line.p()),
                line.level(),
                Integer.toString(line.steps()),
                DetailColumns.cell(line.weight()),
                Long.toString(line.trials())));
        fields.forEach(field -> cells.add(DetailColumns.cell(line.mean(field.quantity()))));
        try {
            csv.printRecord(SpreadsheetText.of(cells));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
