package overthink.scenarios.results.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.results.ResultWriter;
import overthink.scenarios.results.SweepDocument;
import overthink.scenarios.text.Amount;

/** Writes results as sentences, one a row, each of which is understood by itself: for those who hear them read. */
public final class SentenceWriter implements ResultWriter {

    private static final String WITHOUT_END = "without end";

    private final Appendable out;
    private final ErrorScope asked;

    /** Writes to {@code out}, which is neither flushed nor closed. */
    public SentenceWriter(Appendable out, ErrorScope asked) {
        this.out = out;
        this.asked = asked;
    }

    @Override
    public void write(ResultDocument document) throws IOException {
        StringBuilder text = new StringBuilder(new PageTables(document, Detail.FULL, asked).caption()).append('\n');
        ErrorScope error = asked.known(document.rows());
        List<Grid> grids = Grid.all(document.rows());
        String headline = Headline.of(document, WITHOUT_END, error);
        text.append(headline.isEmpty() ? "" : headline + "\n");
        for (Row row : document.rows()) {
            Grid.Line line = Grid.Line.of(row);
            text.append("%s%s with a budget of %s%s: %s.\n"
                    .formatted(
                            line.strategy(),
                            line.detail().isEmpty() ? "" : " (" + line.detail() + ")",
                            Amount.budget(row.budget(), RowWords.unit(row.resource())),
                            row.bin().equals(Bin.ALL) ? "" : " on the problems of bin " + row.bin(),
                            figures(row, error)));
        }
        grids.forEach(grid -> TurnSection.of(grid, document.turningPoints(), WITHOUT_END, error)
                .forEach((line, turn) -> text.append(said(grid, line, turn))));
        out.append(text);
    }

    private static String figures(Row row, ErrorScope error) {
        String exact = row.method() == Method.EXACT ? ", exact" : "";
        List<String> figures = new ArrayList<>();
        row.perTrial().quality().forEach((name, mean) -> {
            Cell cell = error.mean(mean);
            figures.add(
                    mean.known()
                            ? name + " " + cell.whole() + cell.fraction() + exact + said(cell.tail())
                            : "no " + name);
        });
        if (row.rightOrWrong()) {
            Cell accuracy = error.accuracy(row, false);
            Cell coverage = error.share(row, row.coverage());
            figures.add("accuracy %s percent%s, coverage %s percent"
                    .formatted(
                            accuracy.whole() + accuracy.fraction(),
                            exact + said(accuracy.tail()),
                            coverage.whole() + coverage.fraction()));
        }
        String paid = ShareSection.said(row);
        return String.join(", ", figures) + (paid.isEmpty() ? "" : "; " + paid);
    }

    private static String said(Grid grid, Grid.Line line, TurnText turn) {
        String best = turn.best().whole();
        String unit = grid.unit();
        return "%s%s is best with a budget %s%s%s: %s percent. It is level (95 percent of the gain) %s%s.%s%s\n"
                .formatted(
                        line.strategy(),
                        line.detail().isEmpty() ? "" : " (" + line.detail() + ")",
                        best.equals(WITHOUT_END) ? best + ", " + unit : "of " + turn.best(unit),
                        grid.where(),
                        turn.best().tail().isEmpty() ? "" : ", the largest",
                        turn.accuracy(),
                        turn.level().endsWith(" on") ? "from " : "at ",
                        turn.level(),
                        turn.falls()
                                ? " It falls to %s percent with a budget %s."
                                        .formatted(
                                                turn.endAccuracy(),
                                                turn.end().equals(WITHOUT_END) ? turn.end() : "of " + turn.end())
                                : "",
                        turn.arrival().isEmpty() ? "" : " It stays within 0.1 of its limit " + turn.arrival() + ".");
    }

    @Override
    public void write(SweepDocument sweep) throws IOException {
        for (SweepDocument.Part part : sweep.parts()) {
            if (!sweep.single()) {
                out.append("At the point %s. ".formatted(part.point()));
            }
            write(part.document());
        }
    }

    private static String said(String tail) {
        String plain = tail.strip();
        return switch (plain) {
            case "" -> "";
            case "±?" -> ", of unknown error";
            default -> ", plus or minus " + plain.replace("±", "");
        };
    }

    @Override
    public void close() {
        // Every document stands for itself.
    }
}
