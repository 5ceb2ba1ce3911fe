package overthink.scenarios.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import overthink.scenarios.results.machine.CsvWriter;
import overthink.scenarios.store.RunComparison.MeasurePair;
import overthink.scenarios.store.RunComparison.RowPair;
import overthink.scenarios.text.Numbers;
import overthink.scenarios.text.SpreadsheetText;

/** Writes what is in a store, and how rows of two of its runs differ, as CSV like that of {@link CsvWriter}. */
public final class StoreCsv {

    /** What is said of each run beside its name and folder, as its manifest calls it. */
    private static final List<String> FACTS = List.of(
            "status", "scenario", "digest", "seed", "version", "commit", "date", "seconds", "threads", "ordinal");

    private StoreCsv() {}

    /** Writes a line for each run. */
    public static void runs(Appendable out, List<RunFolder> runs) throws IOException {
        CSVPrinter csv = printer(out);
        List<String> header = new ArrayList<>(List.of("name", "folder"));
        header.addAll(FACTS);
        csv.printRecord(header);
        for (RunFolder run : runs) {
            List<String> fields =
                    new ArrayList<>(List.of(run.name(), run.place().toString()));
            FACTS.forEach(fact -> fields.add(run.fact(fact)));
            csv.printRecord(SpreadsheetText.of(fields));
        }
    }

    /** Writes a line for each measure of each row that both runs have. */
    public static void comparison(Appendable out, RunComparison comparison) throws IOException {
        CSVPrinter csv = printer(out);
        csv.printRecord("row", "measure", "first", "second", "difference", "stdError", "tolerance", "changed");
        double bound = comparison.bound();
        for (RowPair row : comparison.rows()) {
            for (MeasurePair measure : row.measures()) {
                csv.printRecord(
                        SpreadsheetText.of(row.row()),
                        measure.measure(),
                        number(measure.first()),
                        number(measure.second()),
                        number(measure.difference()),
                        number(measure.stdError()),
                        number(measure.slack()),
                        measure.beyond(bound));
            }
        }
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Numbers.shortest(value) : "";
    }

    private static CSVPrinter printer(Appendable out) throws IOException {
        return new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
    }
}
