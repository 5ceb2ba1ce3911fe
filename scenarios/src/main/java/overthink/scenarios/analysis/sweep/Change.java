package overthink.scenarios.analysis.sweep;

import java.util.Map;
import overthink.core.api.Resource;
import overthink.core.estimate.Mean;
import overthink.core.estimate.PairedDifference;
import overthink.core.estimate.Quantity;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;
import overthink.scenarios.expectation.PointRows;

/**
 * How much more accurate a strategy is at one point than at the first, on all problems under the largest budget of each.
 *
 * @param strategy its name
 * @param parameters as given at this point
 * @param resource what the budget bounds
 * @param budget at this point
 * @param accuracy the difference with its errors
 * @param paired whether it is paired by problem: both points have the same problems
 */
public record Change(
        String strategy,
        Map<String, Object> parameters,
        Resource resource,
        double budget,
        PairedDifference accuracy,
        boolean paired) {

    /** A row with what it is made of. */
    record Side(Row row, Sample sample, PointRows.Draw draw) {}

    /** How one row differs from another of the same strategy. */
    static Change of(Side one, Side first) {
        boolean paired = one.draw().equals(first.draw());
        Row row = one.row();
        if (row.equals(first.row()) && one.sample().equals(first.sample())) { // run once for both
            PairedDifference none = new PairedDifference(0, 0, 0);
            return new Change(row.strategy(), row.parameters(), row.resource(), row.budget(), none, true);
        }
        Quantity figure = row.rightOrWrong() ? Quantity.ACCURACY : Quantity.QUALITY;
        PairedDifference difference = paired
                ? PairedDifference.of(one.sample(), figure, first.sample(), figure, 1)
                : unpaired(row, first.row());
        return new Change(row.strategy(), row.parameters(), row.resource(), row.budget(), difference, paired);
    }

    private static PairedDifference unpaired(Row row, Row other) {
        Mean one = figure(row);
        Mean two = figure(other);
        return new PairedDifference(
                one.value() - two.value(),
                both(one.stdError(), two.stdError()),
                both(one.populationStdError(), two.populationStdError()));
    }

    /** The accuracy, or the quality where candidates are neither right nor wrong. */
    private static Mean figure(Row row) {
        return row.rightOrWrong()
                ? new Mean(row.accuracy(), row.stdError(), row.populationStdError())
                : row.perTrial().wholeQuality();
    }

    /** The standard error of a sum or difference of two numbers that have nothing in common. */
    private static double both(double one, double other) {
        return Math.sqrt(one * one + other * other);
    }
}
