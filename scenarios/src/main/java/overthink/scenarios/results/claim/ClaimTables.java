package overthink.scenarios.results.claim;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import overthink.scenarios.expectation.LiteratureClaim;
import overthink.scenarios.text.SpreadsheetText;

/** Writes what runs say of claims as a table with a row a claim: CSV, or Markdown. */
public final class ClaimTables {

    /** The columns of CSV in order. */
    public static final List<String> COLUMNS = List.of(
            "scenario",
            "system",
            "paper",
            "claim",
            "published",
            "ours",
            "verdict",
            "reason",
            "met",
            "expectations",
            "seconds",
            "file");

    private ClaimTables() {}

    /** Writes CSV to {@code out}: several figures of a claim stand in one field, a line each. */
    public static void csv(Appendable out, List<ClaimResult> results) throws IOException {
        CSVPrinter csv = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
        csv.printRecord(COLUMNS);
        for (ClaimResult result : results) {
            LiteratureClaim claim = result.claim();
            csv.printRecord(
                    SpreadsheetText.of(result.scenario()),
                    SpreadsheetText.of(claim.system()),
                    SpreadsheetText.of(claim.paper()),
                    SpreadsheetText.of(claim.says()),
                    published(result, "\n"),
                    ours(result, "\n"),
                    claim.verdict().label(),
                    SpreadsheetText.of(claim.reason()),
                    result.met(),
                    result.findings().size(),
                    result.seconds(),
                    result.file());
        }
        csv.flush();
    }

    /** Writes a table in Markdown to {@code out}. */
    public static void markdown(Appendable out, List<ClaimResult> results) throws IOException {
        out.append("| system | claim | published | ours | verdict | met |\n|---|---|---|---|---|---|\n");
        for (ClaimResult result : results) {
            LiteratureClaim claim = result.claim();
            row(
                    out,
                    "%s (%s)".formatted(claim.system(), claim.paper()),
                    claim.says(),
                    published(result, "; "),
                    ours(result, "; "),
                    "%s: %s".formatted(claim.verdict().words(), claim.reason()),
                    "%d of %d".formatted(result.met(), result.findings().size()));
        }
    }

    /** Writes a row of a table in Markdown to {@code out}. */
    public static void row(Appendable out, String... cells) throws IOException {
        out.append(List.of(cells).stream()
                .map(cell -> cell.replaceAll("([\\\\|*_`<~])", "\\\\$1"))
                .collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String published(ClaimResult result, String between) {
        return result.figures().stream()
                .map(ClaimResult.PublishedFigure::published)
                .collect(Collectors.joining(between));
    }

    private static String ours(ClaimResult result, String between) {
        return result.figures().stream().map(ClaimResult.PublishedFigure::ours).collect(Collectors.joining(between));
    }
}
