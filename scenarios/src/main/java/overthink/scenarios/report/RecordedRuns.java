package overthink.scenarios.report;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import overthink.scenarios.chart.SvgWriter;

/** Runs of recorded candidates, whose rows are replayed: where the world that was fitted to them is, or how to have it. */
final class RecordedRuns {

    private static final String RECORDING = "recording:";

    private static final Pattern FILE = Pattern.compile("\\bfile:\\s*[\"']?([^,}\"'#]+)");

    private RecordedRuns() {}

    /** The file of the candidates that a run draws; empty of any other document. */
    static Optional<String> file(ReportDocument document) {
        int inside = -1;
        for (String line : document.scenario().lines().toList()) {
            String words = line.strip();
            int indent = line.indexOf(words);
            if (inside >= 0 && !words.isEmpty() && indent <= inside) {
                inside = -1;
            }
            if (words.startsWith(RECORDING)) {
                inside = indent;
            }
            Matcher file = FILE.matcher(words);
            if (inside >= 0 && file.find()) {
                return Optional.of(file.group(1).strip());
            }
        }
        return Optional.empty();
    }

    /**
     * A paragraph in HTML; empty unless candidates were recorded.
     *
     * @param page all documents of the page
     */
    static String note(ReportDocument document, List<ReportDocument> page) {
        Optional<String> file = file(document);
        if (file.isEmpty()) {
            return "";
        }
        List<String> fitted = page.stream()
                .filter(other -> FittedPictures.fitted(other.all()))
                .map(ReportDocument::name)
                .toList();
        String words = fitted.isEmpty()
                ? ("To see the recording against the world that is fitted to it, keep what <code>overthink fit %s --format json</code>"
                                + " writes, with the columns as the scenario has them, in a file, and name it to"
                                + " <code>overthink report</code> beside this run.")
                        .formatted(SvgWriter.escaped(file.get()))
                : "The recording against its fitted world is on this page, too: see %s."
                        .formatted(SvgWriter.escaped(String.join(", ", fitted)));
        return "<p class=\"note\">These rows are drawn from recorded candidates. %s</p>\n".formatted(words);
    }
}
