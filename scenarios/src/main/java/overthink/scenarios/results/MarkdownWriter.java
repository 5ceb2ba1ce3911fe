package overthink.scenarios.results;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Writes results as tables in Markdown. */
public final class MarkdownWriter implements ResultWriter {

    private final Appendable out;
    private final Detail detail;

    /** Writes to {@code out}, which is neither flushed nor closed. */
    public MarkdownWriter(Appendable out, Detail detail) {
        this.out = out;
        this.detail = detail;
    }

    @Override
    public void write(ResultDocument document) throws IOException {
        PageTables tables = new PageTables(document, detail);
        StringBuilder text = new StringBuilder();
        text.append("## ").append(escaped(document.manifest().scenario())).append("\n\n");
        text.append(escaped(tables.caption())).append("\n\n");
        String headline = tables.headline();
        text.append(headline.isEmpty() ? "" : escaped(headline) + "\n\n");
        for (PageTables.Table table : tables.all()) {
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
