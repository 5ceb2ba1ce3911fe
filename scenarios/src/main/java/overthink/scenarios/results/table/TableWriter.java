package overthink.scenarios.results.table;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import overthink.core.api.Resource;
import overthink.core.estimate.Row;
import overthink.scenarios.results.Manifest;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.results.ResultWriter;
import overthink.scenarios.results.SweepDocument;
import overthink.scenarios.text.Amount;

/**
 * Writes results as tables for people: accuracy with its error and coverage by strategy and budget, for all problems
 * and for each bin, with the limits that are known, what strategies are worth where a scenario says what answers are, what
 * the largest budget cost, and whether expectations were met.
 */
public final class TableWriter implements ResultWriter {

    private final Appendable out;
    private final TableStyle style;
    private boolean first = true;

    /** Writes to {@code out}, which is neither flushed nor closed. */
    public TableWriter(Appendable out, TableStyle style) {
        this.out = out;
        this.style = style;
    }

    @Override
    public void write(ResultDocument document) throws IOException {
        StringBuilder text = new StringBuilder(first ? "" : "\n\n");
        first = false;
        new RunHeading(style).print(document, text);
        boolean brief = style.detail().brief(document.rows());
        ErrorScope error = style.error().known(document.rows());
        List<Grid> grids = Grid.all(document.rows());
        String headline = Headline.of(document, style.infinity(), error);
        text.append(headline.isEmpty() ? "" : "\n" + style.paragraph(headline));
        for (int i = 0; i < grids.size(); i++) {
            Grid grid = grids.get(i);
            curves(grid, document, brief, error, text);
            document.utility()
                    .ifPresent(utility -> new UtilitySection(style, utility, error)
                            .print(grid, document.bestBudgets(), grid.where(), grid.unit(), text));
            boolean lastOfResource = i + 1 == grids.size() || grids.get(i + 1).resource() != grid.resource();
            if (lastOfResource && !brief) {
                closing(firstOf(grids, grid.resource()), document, error, text);
            }
        }
        if (!document.allocation().isEmpty()) {
            new AllocationSection(style, document.allocation())
                    .print(RowWords.unit(document.rows().get(0).resource()), text);
        }
        new NoteSection(style, error).print(document, grids, brief, text);
        new FindingSection(style).print(document.findings(), text);
        out.append(text);
    }

    @Override
    public void write(SweepDocument sweep) throws IOException {
        if (sweep.single()) {
            write(sweep.parts().get(0).document());
            return;
        }
        StringBuilder text = new StringBuilder(first ? "" : "\n\n");
        first = false;
        SweepTables tables = new SweepTables(sweep);
        Manifest manifest = sweep.manifest();
        text.append("%s (seed %d)\n".formatted(manifest.scenario(), manifest.seed()));
        text.append(style.paragraph("%s; %s, %s on %s"
                .formatted(
                        tables.points(),
                        tables.facts(),
                        String.format(Locale.ROOT, "%.1f s", manifest.seconds()),
                        Amount.of(manifest.threads(), "thread"))));
        sweep.stopped()
                .ifPresent(of -> text.append(style.paragraph("PARTIAL: the run was interrupted. These are %d of %s."
                        .formatted(sweep.parts().size(), Amount.of(of, "point")))));
        int most = style.detail() == Detail.BRIEF ? 1 : Integer.MAX_VALUE;
        for (SweepTables.Table table : tables.all().stream().limit(most).toList()) {
            text.append('\n').append(style.paragraph(table.title()));
            TextTable lines = new TextTable(style, table.headers());
            table.lines().forEach(line -> lines.add(line.name(), line.detail(), line.cells()));
            int shown = lines.print(text);
            if (shown < table.headers().size()) {
                text.append(style.paragraph("(%d of %d columns; --format csv has them all)"
                        .formatted(shown, table.headers().size())));
            }
        }
        for (String note : List.of(tables.leftOut(), tables.legend())) {
            text.append(note.isEmpty() ? "" : "\n" + style.paragraph(note));
        }
        new FindingSection(style).print(sweep.findings(), text);
        out.append(text);
    }

    @Override
    public void close() {
        // Every document stands for itself.
    }

    private static Grid firstOf(List<Grid> grids, Resource resource) {
        return grids.stream()
                .filter(grid -> grid.resource() == resource)
                .findFirst()
                .orElseThrow();
    }

    private void curves(Grid grid, ResultDocument document, boolean brief, ErrorScope error, StringBuilder text) {
        boolean numbers = QualitySection.of(grid);
        int budgets = numbers
                ? new QualitySection(style, error).print(grid, grid.unit(), brief, text)
                : grid.budgets().size();
        if (grid.rows().stream().anyMatch(Row::rightOrWrong)) {
            budgets = Math.min(budgets, new AccuracySection(style, error).print(grid, document, brief, text));
        }
        if (budgets < grid.budgets().size()) {
            text.append(style.paragraph("(%d of %d budgets; --format csv has them all)"
                    .formatted(budgets, grid.budgets().size())));
        }
    }

    /** What stands once, below the tables of a resource: on all problems where there are some. */
    private void closing(Grid grid, ResultDocument document, ErrorScope error, StringBuilder text) {
        new DifferenceSection(style, error).print(document.differences(), grid, text);
        new CostSection(style, error).print(grid, text);
        ShareSection.of(grid).ifPresent(shares -> shares.print(grid.unit(), style, text));
        new DetailSection(style).print(grid, grid.unit(), text);
    }
}
