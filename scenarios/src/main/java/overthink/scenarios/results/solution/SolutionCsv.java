package overthink.scenarios.results.solution;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import overthink.scenarios.analysis.solve.Crossing;
import overthink.scenarios.analysis.solve.GapPoint;
import overthink.scenarios.analysis.solve.LookedPoint;
import overthink.scenarios.text.Numbers;

/**
 * Writes what a search for a number found as CSV: a row for each crossing with its intervals of 95 %, then one for each place that
 * was looked at. Lines end in a line feed alone; what has no value is empty.
 */
public final class SolutionCsv {

    /** The columns in order. */
    public static final List<String> COLUMNS = List.of(
            "kind",
            "for",
            "at",
            "lower",
            "upper",
            "population.lower",
            "population.upper",
            "jump",
            "left",
            "right",
            "difference",
            "stdError",
            "populationStdError",
            "holds");

    private SolutionCsv() {}

    /** Writes to {@code out}. */
    public static void write(Appendable out, SolutionDocument document) throws IOException {
        CSVPrinter csv = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
        String path = document.sought().path();
        csv.printRecord(COLUMNS);
        for (Crossing crossing : document.solution().crossings()) {
            csv.printRecord(
                    crossing.from() == crossing.to() ? "touch" : crossing.rising() ? "rise" : "fall",
                    path,
                    number(crossing.at()),
                    number(crossing.problems().lower()),
                    number(crossing.problems().upper()),
                    number(crossing.population().lower()),
                    number(crossing.population().upper()),
                    number(crossing.jump()),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "");
        }
        for (LookedPoint point : document.solution().points()) {
            GapPoint sides = document.sought().curve().sides(point.at());
            csv.printRecord(
                    "place",
                    path,
                    number(point.at()),
                    "",
                    "",
                    "",
                    "",
                    "",
                    number(sides.left().value()),
                    number(sides.right().value()),
                    number(point.value()),
                    number(point.stdError()),
                    number(point.populationStdError()),
                    document.verdict().at(point, document.solution()).label());
        }
        csv.flush();
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Numbers.shortest(value) : "";
    }
}
