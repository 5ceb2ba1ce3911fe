package overthink.core.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import overthink.core.estimate.FamilyWise;
import overthink.core.estimate.Leader;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.PairedTest;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;

/** Finds the most accurate strategy under the largest budget, and by how much it is ahead of each of the others. */
public final class LeaderMaker {

    private LeaderMaker() {}

    /**
     * Leaders by bin; none of a bin where fewer than two strategies spend of what is bounded.
     *
     * @param rows by strategy, in the same order of bins and budgets
     * @param budgets of each curve
     */
    public static List<Leader> of(List<List<RowMaker.Made>> rows, int budgets) {
        List<Leader> leaders = new ArrayList<>();
        for (int at = budgets - 1; !rows.isEmpty() && at < rows.get(0).size(); at += budgets) {
            int last = at;
            leader(rows.stream()
                            .map(own -> own.get(last))
                            .filter(made -> made.row().rightOrWrong() && spends(made.row()))
                            .toList())
                    .ifPresent(leaders::add);
        }
        return leaders;
    }

    private static boolean spends(Row row) {
        return row.cost().of(row.resource()) > 0;
    }

    private static Optional<Leader> leader(List<RowMaker.Made> field) {
        if (field.size() < 2) {
            return Optional.empty();
        }
        // Whichever two of them turn out to be first and second, they were one of these pairs.
        double bound = FamilyWise.bound(PairedTest.ALARM, (long) field.size() * (field.size() - 1) / 2);
        RowMaker.Made first = field.stream()
                .max(Comparator.comparingDouble(made -> made.row().accuracy()))
                .orElseThrow();
        List<Leader.Rival> rivals = field.stream()
                .filter(other -> !other.equals(first))
                .map(other -> new Leader.Rival(
                        other.row().strategy(),
                        other.row().parameters(),
                        new PairedTest(
                                PairedDifference.of(
                                        first.sample(), Quantity.ACCURACY, other.sample(), Quantity.ACCURACY, 1),
                                first.row().tolerance() + other.row().tolerance(),
                                bound)))
                .toList();
        Row row = first.row();
        return Optional.of(new Leader(
                row.strategy(), row.parameters(), row.resource(), row.budget(), row.bin(), row.accuracy(), rivals));
    }
}
