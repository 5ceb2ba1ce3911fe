package overthink.scenarios.results.solution;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import overthink.scenarios.analysis.question.WrittenComparison;
import overthink.scenarios.analysis.solve.Crossing;
import overthink.scenarios.analysis.solve.LookedPoint;
import overthink.scenarios.analysis.solve.Solution;
import overthink.scenarios.analysis.solve.Sought;
import overthink.scenarios.results.table.Cell;
import overthink.scenarios.results.table.Paragraph;
import overthink.scenarios.results.table.TableStyle;
import overthink.scenarios.results.table.TextTable;

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
        document.verdict().turns().forEach(crossing -> paragraph(page, sentences.crossing(crossing)));
        if (document.endless().isPresent()) {
            paragraph(page, sentences.endless(document.endless()));
        }
        page.append('\n');
        table(page, document);
        page.append('\n');
        paragraph(page, sentences.basis() + " " + new SolutionValues(document).errors());
        if (!sought.remark().isEmpty()) {
            paragraph(page, sought.remark());
        }
        out.append(page);
    }

    private void paragraph(StringBuilder page, String text) {
        page.append(Paragraph.of("", text, 0, style.width()));
    }

    private void table(StringBuilder page, SolutionDocument document) {
        SolutionPlaces places = new SolutionPlaces(document.solution());
        SolutionValues values = new SolutionValues(document);
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
        for (LookedPoint point : shown(document.solution())) {
            List<Cell> cells = new ArrayList<>();
            if (left) {
                cells.add(values.left(point));
            }
            if (right) {
                cells.add(values.right(point));
            }
            cells.add(values.difference(point));
            cells.add(Cell.of(document.verdict().at(point, document.solution()).label()));
            table.add(places.place(point.at()), "", cells);
        }
        table.print(page);
    }

    /** The rows: places at even steps, and those next to crossings; of an exact crossing one of both. */
    private static List<LookedPoint> shown(Solution solution) {
        Set<Double> places = new HashSet<>();
        for (int i = 0; i <= ROWS; i++) {
            places.add(solution.range().place((double) i / ROWS));
        }
        boolean both = solution.range().whole() || !solution.exact();
        for (Crossing crossing : solution.crossings()) {
            places.add(crossing.above());
            if (both) {
                places.add(crossing.below());
            } else {
                places.remove(crossing.below());
            }
        }
        return solution.points().stream()
                .filter(point -> places.contains(point.at()))
                .toList();
    }
}
