package overthink.scenarios.command.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import overthink.core.estimate.Estimate;
import overthink.scenarios.command.option.DataFormat;
import overthink.scenarios.command.process.ExitCode;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.results.table.Paragraph;
import overthink.scenarios.store.RunComparison;
import overthink.scenarios.store.RunComparison.MeasurePair;
import overthink.scenarios.store.RunComparison.RowPair;
import overthink.scenarios.store.RunFolder;
import overthink.scenarios.store.StoreCsv;
import overthink.scenarios.store.StoreJson;
import overthink.scenarios.text.Amount;
import overthink.scenarios.text.Figure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}: says how two runs differ. */
@Command(
        name = "compare",
        description = {
            "Say which keys of the scenarios of two runs differ, and which rows by more than their errors: paired by problem"
                    + " where both have one seed and as many problems."
        },
        footer = {
            "  ./overthink run scenarios/single.yaml --out before",
            "  ./overthink run scenarios/single.yaml --out after",
            "  ./overthink compare before/* after/* --fail-on-change",
            "  ./overthink compare before/* after/* --format json"
        })
final class CompareCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "A", description = "The folder of a run that --out kept.")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "Another's.")
    private Path second = Path.of("");

    @Option(
            names = "--fail-on-change",
            description = "End with 3 when rows differ by more than their errors, or are not in both.")
    private boolean strict;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = DataFormat.Reader.class,
            description = {
                "What standard output gets: table, json or csv (default: ${DEFAULT-VALUE}). The last two have every measure of"
                        + " every row, changed or not."
            })
    private DataFormat format = DataFormat.TABLE;

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        RunFolder one = RunFolder.open(first);
        RunFolder two = RunFolder.open(second);
        RunComparison comparison = RunComparison.of(one, two);
        switch (format) {
            case TABLE -> {
                print("A: ", describe(one));
                print("B: ", describe(two));
                keys(comparison);
                rows(comparison);
            }
            case JSON -> StoreJson.comparison(terminal.out(), one, two, comparison);
            case CSV -> StoreCsv.comparison(terminal.out(), comparison);
        }
        terminal.out().flush();
        return strict && comparison.differs() ? ExitCode.UNMET : ExitCode.DONE;
    }

    private static String describe(RunFolder run) {
        String commit = run.fact("commit");
        return "%s (%s, seed %s, version %s%s)"
                .formatted(
                        run.name(),
                        run.status(),
                        run.fact("seed"),
                        run.fact("version"),
                        commit.isEmpty() ? "" : " at " + commit);
    }

    private void keys(RunComparison comparison) {
        terminal.out()
                .println(comparison.keys().isEmpty() ? "\nThe scenarios are the same." : "\nKeys that differ, A -> B:");
        comparison
                .keys()
                .forEach(key -> print(
                        "  " + key.path() + ": ",
                        key.first().orElse("(none)") + " -> " + key.second().orElse("(none)")));
    }

    private void rows(RunComparison comparison) {
        List<RowPair> changed = comparison.changed();
        terminal.out().println();
        print(
                "",
                "%s in both, %s. %s differ by more than their errors (%.2f standard errors: of all differences, one is said where there is none with a chance of 5 %%)."
                        .formatted(
                                Amount.of(comparison.rows().size(), "row"),
                                comparison.paired() ? "paired by problem" : "of different problems, unpaired",
                                changed.isEmpty() ? "None" : Amount.whole(changed.size()),
                                comparison.bound()));
        for (RowPair row : changed) {
            terminal.out().println(row.row());
            row.measures().forEach(measure -> print("  " + measure.measure() + ": ", difference(measure)));
        }
        comparison.onlyFirst().forEach(row -> print("only in A: ", row));
        comparison.onlySecond().forEach(row -> print("only in B: ", row));
    }

    private static String difference(MeasurePair measure) {
        boolean share = List.of("accuracy", "coverage").contains(measure.measure());
        double times = share ? 100 : 1;
        String unit = share ? " %" : "";
        double error = Estimate.Z95 * times * measure.stdError();
        String by = error > 0
                ? signed(Figure.of(times * measure.difference(), error).value()) + " ±"
                        + Figure.of(times * measure.difference(), error).error()
                : signed(String.format(Locale.ROOT, "%.4g", times * measure.difference()));
        return "%s -> %s%s, by %s"
                .formatted(number(times * measure.first(), share), number(times * measure.second(), share), unit, by);
    }

    private static String number(double value, boolean share) {
        return share ? String.format(Locale.ROOT, "%.2f", value) : Amount.mean(value);
    }

    private static String signed(String number) {
        return number.startsWith("-") ? number : "+" + number;
    }

    private void print(String label, String text) {
        terminal.out().print(Paragraph.of(label, text, 4, terminal.width()));
    }
}
