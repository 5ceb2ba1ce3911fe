package overthink.core.results;

import java.util.ArrayList;
import java.util.List;
import overthink.core.estimate.Difference;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;

/**
 * Compares every strategy with the first one under the largest budget, by accuracy, or by quality where candidates are neither
 * right nor wrong: comparisons that are chosen before the run.
 */
public final class DifferenceMaker {

    private DifferenceMaker() {}

    /**
     * Differences from the first strategy that has rows, bin by bin for each of the others.
     *
     * @param rows by strategy, in the same order of bins and budgets
     */
    public static List<Difference> of(List<List<RowMaker.Made>> rows, Budgets budgets) {
        List<Difference> differences = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            for (int at = budgets.size() - 1; at < rows.get(i).size(); at += budgets.size()) {
                differences.add(of(rows.get(i).get(at), rows.get(0).get(at)));
            }
        }
        return differences;
    }

    private static Difference of(RowMaker.Made one, RowMaker.Made reference) {
        Row row = one.row();
        Quantity figure = row.rightOrWrong() ? Quantity.ACCURACY : Quantity.QUALITY;
        return new Difference(
                row.strategy(),
                row.parameters(),
                reference.row().strategy(),
                reference.row().parameters(),
                row.resource(),
                row.budget(),
                row.bin(),
                PairedDifference.of(one.sample(), figure, reference.sample(), figure, 1));
    }
}
