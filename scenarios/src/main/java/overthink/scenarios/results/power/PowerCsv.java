package overthink.scenarios.results.power;

import java.io.IOException;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import overthink.scenarios.analysis.power.PowerAnalysis;
import overthink.scenarios.analysis.power.PowerDesign;
import overthink.scenarios.analysis.power.PowerPoint;
import overthink.scenarios.text.Numbers;
import overthink.scenarios.text.SpreadsheetText;

/** Writes what tests need as CSV, a line for each pairing and number of samples. What has no bound or no value is empty. */
public final class PowerCsv {

    /** The columns in order. */
    public static final List<String> COLUMNS = List.of(
            "scenario",
            "first",
            "second",
            "pairing",
            "between",
            "within",
            "difference",
            "populationStdError",
            "samplesPerProblem",
            "problems",
            "leastProblems",
            "mostProblems",
            "usd",
            "givenProblems",
            "givenPower",
            "givenDetectable",
            "givenUsd");

    private PowerCsv() {}

    /** Writes to {@code out}. */
    public static void write(Appendable out, String scenario, PowerAnalysis analysis) throws IOException {
        CSVPrinter csv = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
        csv.printRecord(COLUMNS);
        for (PowerDesign design : analysis.designs()) {
            for (PowerPoint point : design.points()) {
                csv.print(SpreadsheetText.of(scenario));
                csv.print(analysis.question().first().label());
                csv.print(analysis.question().second().label());
                csv.print(design.variance().pairing().label());
                double[] numbers = {
                    design.variance().between(),
                    design.variance().within(),
                    analysis.difference(),
                    analysis.populationStdError(),
                    point.samples(),
                    point.problems(),
                    point.least(),
                    point.most(),
                    point.usd(),
                    analysis.question().problems().isPresent()
                            ? analysis.question().problems().getAsLong()
                            : Double.NaN,
                    point.chance(),
                    point.detectable(),
                    point.usdOfGiven()
                };
                csv.printRecord(DoubleStream.of(numbers).mapToObj(PowerCsv::number));
            }
        }
    }

    private static String number(double number) {
        return Double.isFinite(number) ? Numbers.budget(number) : "";
    }
}
