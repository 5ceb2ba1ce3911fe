package overthink.scenarios.forecast;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import overthink.core.fit.ForecastValue;
import overthink.core.fit.forecast.ForecastRow;
import overthink.core.fit.forecast.RecordingForecast;
import overthink.scenarios.text.Numbers;

/** Writes a forecast's rows as CSV. Lines end in a line feed alone; what has no value is empty. */
public final class ForecastCsv {

    /** The columns in order; {@code lower} and {@code upper} are the bounds of 90 %. */
    public static final List<String> COLUMNS = List.of(
            "strategy",
            "budget",
            "kind",
            "mean",
            "lower",
            "upper",
            "lower50",
            "upper50",
            "population.mean",
            "population.lower",
            "population.upper",
            "problems",
            "cost.generations",
            "cost.tokens",
            "cost.verifierCalls",
            "cost.rounds",
            "cost.usd",
            "remark");

    private ForecastCsv() {}

    /** Writes to {@code out}. */
    public static void write(Appendable out, RecordingForecast forecast) throws IOException {
        CSVPrinter csv = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
        csv.printRecord(COLUMNS);
        for (ForecastRow row : forecast.rows()) {
            csv.printRecord(fields(row));
        }
        csv.flush();
    }

    private static List<String> fields(ForecastRow row) {
        List<String> fields = new ArrayList<>(List.of(
                row.rule().label(), Long.toString(row.budget()), row.kind().label(), number(row.mean())));
        ForecastValue value = row.value().orElse(null);
        fields.add(value == null ? "" : number(value.lower90()));
        fields.add(value == null ? "" : number(value.upper90()));
        fields.add(value == null ? "" : number(value.lower50()));
        fields.add(value == null ? "" : number(value.upper50()));
        ForecastValue population = row.population().orElse(null);
        fields.add(population == null ? "" : number(population.mean()));
        fields.add(population == null ? "" : number(population.lower90()));
        fields.add(population == null ? "" : number(population.upper90()));
        fields.add(Integer.toString(row.problems()));
        fields.add(number(row.cost().generations()));
        fields.add(number(row.cost().tokens()));
        fields.add(number(row.cost().verifierCalls()));
        fields.add(number(row.cost().rounds()));
        fields.add(number(row.cost().usd()));
        fields.add(row.remark().orElse(""));
        return fields;
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Numbers.shortest(value) : "";
    }
}
