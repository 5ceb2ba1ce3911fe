package overthink.scenarios.results;

import java.io.IOException;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Row;
import overthink.scenarios.text.Amount;

/** Writes results as sentences, one a row, each of which is understood by itself: for those who hear them read. */
public final class SentenceWriter implements ResultWriter {

    private final Appendable out;

    /** Writes to {@code out}, which is neither flushed nor closed. */
    public SentenceWriter(Appendable out) {
        this.out = out;
    }

    @Override
    public void write(ResultDocument document) throws IOException {
        StringBuilder text = new StringBuilder(new PageTables(document, Detail.FULL).caption()).append('\n');
        for (Row row : document.rows()) {
            Grid.Line line = Grid.Line.of(row);
            Cell accuracy = TableWriter.accuracy(row, false);
            Cell coverage = TableWriter.share(row, row.coverage());
            text.append("%s%s with a budget of %s %s%s: accuracy %s percent%s, coverage %s percent.\n"
                    .formatted(
                            line.strategy(),
                            line.detail().isEmpty() ? "" : " (" + line.detail() + ")",
                            Amount.budget(row.budget()),
                            TableWriter.unit(row.resource()),
                            row.bin().equals(Bin.ALL) ? "" : " on the problems of bin " + row.bin(),
                            accuracy.whole() + accuracy.fraction(),
                            said(accuracy.tail()),
                            coverage.whole() + coverage.fraction()));
        }
        out.append(text);
    }

    private static String said(String tail) {
        String plain = tail.strip();
        return plain.equals("exact")
                ? ", exact"
                : plain.equals("±?") ? ", of unknown error" : ", plus or minus " + plain.replace("±", "");
    }

    @Override
    public void close() {
        // Every document stands for itself.
    }
}
