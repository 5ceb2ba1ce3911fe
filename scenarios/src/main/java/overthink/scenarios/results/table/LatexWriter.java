package overthink.scenarios.results.table;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.results.ResultWriter;
import overthink.scenarios.results.SweepDocument;

/** Writes results as LaTeX tables, which need the package booktabs; the caption says of what they are. */
public final class LatexWriter implements ResultWriter {

    private final Appendable out;
    private final Detail detail;
    private final ErrorScope error;

    /** Writes to {@code out}, which is neither flushed nor closed. */
    public LatexWriter(Appendable out, Detail detail, ErrorScope error) {
        this.out = out;
        this.detail = detail;
        this.error = error;
    }

    @Override
    public void write(ResultDocument document) throws IOException {
        PageTables tables = new PageTables(document, detail, error);
        write(tables.caption(), tables.headline(), tables.all());
    }

    @Override
    public void write(SweepDocument sweep) throws IOException {
        if (sweep.single()) {
            write(sweep.parts().get(0).document());
        } else {
            write(PageTables.caption(sweep), "", PageTables.of(sweep));
        }
    }

    private void write(String caption, String headline, List<PageTables.Table> tables) throws IOException {
        StringBuilder text = new StringBuilder("% \\usepackage{booktabs}\n");
        text.append(headline.isEmpty() ? "" : "\n" + escaped(headline) + "\n\n");
        for (PageTables.Table table : tables) {
            text.append("\\begin{table}\n\\centering\n\\caption{")
                    .append(escaped(table.title() + ". " + caption))
                    .append("}\n\\begin{tabular}{l")
                    .append("r".repeat(table.headers().size() - 1))
                    .append("}\n\\toprule\n");
            line(table.headers(), text);
            text.append("\\midrule\n");
            table.rows().forEach(row -> line(row, text));
            text.append("\\bottomrule\n\\end{tabular}\n\\end{table}\n\n");
        }
        out.append(text);
    }

    private static void line(List<String> cells, StringBuilder text) {
        text.append(cells.stream().map(LatexWriter::escaped).collect(Collectors.joining(" & ", "", " \\\\\n")));
    }

    /** A text in which no letter is a command. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '&', '%', '$', '#', '_', '{', '}' -> escaped.append('\\').appendCodePoint(letter);
                case '\u00b1' -> escaped.append("$\\pm$");
                case '<' -> escaped.append("\\textless{}");
                case '>' -> escaped.append("\\textgreater{}");
                case '\u221e' -> escaped.append("$\\infty$");
                default -> escaped.appendCodePoint(letter);
            }
        });
        return escaped.toString();
    }

    @Override
    public void close() {
        // Every document stands for itself.
    }
}
