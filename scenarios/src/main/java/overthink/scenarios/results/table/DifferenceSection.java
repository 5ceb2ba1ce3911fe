package overthink.scenarios.results.table;

import java.util.List;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Difference;
import overthink.core.estimate.Row;
import overthink.scenarios.text.Amount;

/** The part of a page that says how strategies compare with the first of them. */
final class DifferenceSection {

    private final TableStyle style;
    private final ErrorScope error;

    DifferenceSection(TableStyle style, ErrorScope error) {
        this.style = style;
        this.error = error;
    }

    /** Prints the differences of all problems under the largest budget, if there are some. */
    void print(List<Difference> all, Grid grid, StringBuilder text) {
        boolean shares = grid.rows().stream().anyMatch(Row::rightOrWrong);
        List<Difference> differences =
                all.stream().filter(one -> one.bin().equals(Bin.ALL)).toList();
        if (differences.isEmpty()) {
            return;
        }
        Difference any = differences.get(0);
        Grid.Line reference = Grid.Line.of(any.reference(), any.referenceParameters());
        text.append('\n')
                .append(style.paragraph("%s less that of %s, at %s, paired by problem"
                        .formatted(
                                shares ? "Accuracy in %" : "Quality",
                                (reference.strategy() + " " + reference.detail()).strip(),
                                Amount.budget(any.budget(), RowWords.unit(any.resource())))));
        TextTable table = new TextTable(style, List.of("difference"));
        for (Difference one : differences) {
            Grid.Line line = Grid.Line.of(one.strategy(), one.parameters());
            table.add(line.label(), List.of(shares ? error.difference(one.accuracy()) : error.plain(one.accuracy())));
        }
        table.print(text);
    }
}
