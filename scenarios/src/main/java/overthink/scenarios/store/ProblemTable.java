package overthink.scenarios.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;
import overthink.scenarios.results.PointColumns;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.results.SweepDocument;
import overthink.scenarios.results.machine.CsvWriter;
import overthink.scenarios.text.Numbers;
import overthink.scenarios.text.SpreadsheetText;

/**
 * What the rows of all problems are made of, as CSV: a line for each row, problem and group of trials, with the sums over the
 * group's trials. Trials of one number are in one group and share their candidates, whatever the strategy, so that two rows can
 * be paired. Where values are known there is one line a problem, with no group and no trials, and its means.
 */
final class ProblemTable {

    /** The columns in order, after those that tell points apart. */
    static final List<String> COLUMNS = List.of(
            "strategy",
            "parameters",
            "resource",
            "budget",
            "problem",
            "group",
            "trials",
            "correct",
            "covered",
            "abstained");

    /** More lines would take long to write, and nobody could read them in a moment. */
    private static final long MOST_LINES = 1_000_000;

    private static final double ROUNDING = 1e-9;

    private static final Quantity[] SUMMED = {Quantity.ACCURACY, Quantity.COVERAGE, Quantity.ABSTAINED};

    private ProblemTable() {}

    /** Whether the samples are known and few enough. */
    static boolean fits(SweepDocument document) {
        long lines = 0;
        for (SweepDocument.Part part : document.parts()) {
            ResultDocument one = part.document();
            if (one.samples().isEmpty() && !one.rows().isEmpty()) {
                return false;
            }
            for (int i = 0; i < one.samples().size(); i++) {
                if (one.rows().get(i).bin().equals(Bin.ALL)) {
                    Sample sample = one.samples().get(i);
                    lines += (long) sample.problems().length * Math.max(1, sample.trials().length);
                }
            }
        }
        return lines > 0 && lines <= MOST_LINES;
    }

    static void write(SweepDocument document, Appendable out) throws IOException {
        CSVPrinter csv = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
        PointColumns points = document.columns();
        List<String> header = new ArrayList<>(points.names());
        header.addAll(COLUMNS);
        csv.printRecord(SpreadsheetText.of(header));
        for (SweepDocument.Part part : document.parts()) {
            List<String> which = SpreadsheetText.of(points.fields(part.point()));
            List<Row> rows = part.document().rows();
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).bin().equals(Bin.ALL)) {
                    write(which, rows.get(i), part.document().samples().get(i), csv);
                }
            }
        }
        csv.flush();
    }

    private static void write(List<String> point, Row row, Sample sample, CSVPrinter csv) throws IOException {
        List<String> key = new ArrayList<>(point);
        key.addAll(List.of(
                row.strategy(),
                CsvWriter.parameters(row.parameters()),
                row.resource().label(),
                Numbers.budget(row.budget())));
        long[] trials = sample.trials();
        double[] means = new double[Quantity.COUNT];
        double[] deviations = new double[Quantity.COUNT];
        int[] problems = sample.problems();
        for (int index = 0; index < problems.length; index++) {
            sample.means(index, means);
            if (trials.length == 0) {
                csv.printRecord(line(key, problems[index], "", 0, means, null));
            }
            for (int group = 0; group < trials.length; group++) {
                if (trials[group] > 0) {
                    sample.deviations(index, group, deviations);
                    csv.printRecord(
                            line(key, problems[index], Integer.toString(group), trials[group], means, deviations));
                }
            }
        }
    }

    private static List<String> line(
            List<String> key, int problem, String group, long trials, double[] means, double @Nullable [] deviations) {
        List<String> line = new ArrayList<>(key);
        line.addAll(List.of(Integer.toString(problem), group, Long.toString(trials)));
        for (Quantity quantity : SUMMED) {
            double mean = means[quantity.ordinal()];
            line.add(
                    deviations == null
                            ? Numbers.shortest(mean)
                            : Numbers.budget(whole(trials * mean + deviations[quantity.ordinal()])));
        }
        return line;
    }

    /** A sum of whole numbers, which left them by rounding alone; any other sum as it is. */
    private static double whole(double sum) {
        double nearest = Math.rint(sum);
        return Math.abs(sum - nearest) <= ROUNDING * Math.max(1, Math.abs(sum)) ? nearest : sum;
    }
}
