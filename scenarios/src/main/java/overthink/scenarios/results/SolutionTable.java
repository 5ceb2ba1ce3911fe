package overthink.scenarios.results;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import overthink.scenarios.analysis.question.WrittenComparison;
import overthink.scenarios.analysis.solve.CurvePoint;
import overthink.scenarios.analysis.solve.GapPoint;
import overthink.scenarios.analysis.solve.Sought;

/** Writes what a search for a number found as people read it: the answer, some places, what it rests on. */
public final class SolutionTable {

    private static final int ROWS = 8;

    private final TableStyle style;

    /** A page of this style. */
    public SolutionTable(TableStyle style) {
        this.style = style;
    }

    /** Writes a page. */
    public void write(Appendable out, SolutionDocument document) throws IOException {
        SolutionSentences sentences = new SolutionSentences(document);
        Sought sought = document.sought();
        StringBuilder page = new StringBuilder();
        paragraph(
                page,
                "%s: which %s has %s?"
                        .formatted(
                                document.manifest().scenario(),
                                sought.path(),
                                sought.question().text()));
        page.append('\n');
        paragraph(page, sentences.answer() + " " + sentences.current());
        document.solution().crossings().forEach(crossing -> paragraph(page, sentences.crossing(crossing)));
        page.append('\n');
        table(page, document, sentences);
        page.append('\n');
        paragraph(page, sentences.basis() + " " + sentences.errors());
        if (!sought.remark().isEmpty()) {
            paragraph(page, sought.remark());
        }
        out.append(page);
    }

    private void paragraph(StringBuilder page, String text) {
        page.append(Paragraph.of("", text, 0, style.width()));
    }

    private void table(StringBuilder page, SolutionDocument document, SolutionSentences sentences) {
        WrittenComparison question = document.sought().question();
        boolean left = !question.left().figures().isEmpty();
        boolean right = !question.right().figures().isEmpty();
        List<String> headers = new ArrayList<>();
        if (left) {
            headers.add(question.left().text());
        }
        if (right) {
            headers.add(question.right().text());
        }
        headers.add("difference");
        headers.add("holds");
        TextTable table = new TextTable(style, headers);
        for (CurvePoint point : sentences.shown(ROWS)) {
            GapPoint sides = document.sought().curve().sides(point.at());
            List<Cell> cells = new ArrayList<>();
            if (left) {
                cells.add(sentences.side(sides.left()));
            }
            if (right) {
                cells.add(sentences.side(sides.right()));
            }
            cells.add(sentences.difference(sides.gap()));
            cells.add(Cell.of(sentences.state(point)));
            table.add(sentences.place(point.at()), "", cells);
        }
        table.print(page);
    }
}
