package overthink.scenarios.results.table;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.results.ResultWriter;
import overthink.scenarios.results.SweepDocument;

/** Writes results as tables in Markdown. */
public final class MarkdownWriter implements ResultWriter {

    private final Appendable out;
    private final Detail detail;
    private final ErrorScope error;

    /** Writes to {@code out}, which is neither flushed nor closed. */
    public MarkdownWriter(Appendable out, Detail detail, ErrorScope error) {
        this.out = out;
        this.detail = detail;
        this.error = error;
    }

    @Override
    public void write(ResultDocument document) throws IOException {
        PageTables tables = new PageTables(document, detail, error);
        write(document.manifest().scenario(), tables.caption(), tables.headline(), tables.all());
    }

    @Override
    public void write(SweepDocument sweep) throws IOException {
        if (sweep.single()) {
            write(sweep.parts().get(0).document());
        } else {
            write(sweep.manifest().scenario(), PageTables.caption(sweep), "", PageTables.of(sweep));
        }
    }

    private void write(String name, String caption, String headline, List<PageTables.Table> tables) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("## ").append(escaped(name)).append("\n\n");
        text.append(escaped(caption)).append("\n\n");
        text.append(headline.isEmpty() ? "" : escaped(headline) + "\n\n");
        for (PageTables.Table table : tables) {
            text.append("### ").append(escaped(table.title())).append("\n\n");
            line(table.headers(), text);
            text.append('|')
                    .append(":--|")
                    .append("--:|".repeat(table.headers().size() - 1))
                    .append('\n');
            table.rows().forEach(row -> line(row, text));
            text.append('\n');
        }
        out.append(text);
    }

    private static void line(List<String> cells, StringBuilder text) {
        text.append(cells.stream().map(MarkdownWriter::escaped).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\|*_`<~])", "\\\\$1");
    }

    @Override
    public void close() {
        // Every document stands for itself.
    }
}
