package overthink.scenarios.analysis.solve;

import java.util.OptionalDouble;
import overthink.scenarios.analysis.question.AskedComparison;
import overthink.scenarios.analysis.question.WrittenComparison;

/**
 * A number that is sought.
 *
 * @param path of its key, or {@link #BUDGET}
 * @param range where it is sought
 * @param curve the gap of the comparison as it changes
 * @param question what is to hold, as it was asked
 * @param comparison what it is of, at the first place of the range
 * @param current what the number is in the scenario; empty where it is not written there
 * @param remark why the range is narrower than the key's own; empty when it is not
 */
public record Sought(
        String path,
        SearchRange range,
        GapCurve curve,
        WrittenComparison question,
        AskedComparison comparison,
        OptionalDouble current,
        String remark) {

    /** The path of the budget of figures that name none. */
    public static final String BUDGET = "budget";
}
