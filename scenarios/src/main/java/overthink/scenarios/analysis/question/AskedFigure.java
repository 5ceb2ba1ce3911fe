package overthink.scenarios.analysis.question;

import overthink.core.estimate.Bin;
import overthink.scenarios.expectation.Measure;
import overthink.scenarios.expectation.RowKey;
import overthink.scenarios.text.Plain;

/**
 * A figure of a row.
 *
 * @param measure which figure
 * @param row which row; its budget is infinite for where the curve ends
 */
public record AskedFigure(Measure measure, RowKey row) {

    /** Whether it is where the curve ends as the budget grows without end. */
    public boolean limit() {
        return Double.isInfinite(row.budget());
    }

    @Override
    public String toString() {
        String start = measure == Measure.ACCURACY ? "" : measure.label() + " of ";
        String parameters =
                row.parameters().isEmpty() ? "" : row.parameters().toString().replace("=", ": ");
        String budget = limit() ? "inf" : Plain.of(row.budget());
        String bin = row.bin().equals(Bin.ALL) ? "" : " on " + row.bin();
        return start + row.strategy() + parameters + "@" + budget + bin;
    }
}
