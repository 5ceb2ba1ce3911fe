package overthink.core.route;

/**
 * What trials of a strategy on one problem come to as the budget grows without end.
 *
 * @param accuracy limit of the chance of a right answer, in [0, 1]
 * @param coverage limit of the chance that some candidate is right, in [0, 1]
 * @param abstained limit of the chance that no answer is given, in [0, 1]
 * @param correction c, where the accuracy of N candidates is {@code accuracy} + c/N + O(1/N²); not a number where c is not known
 */
public record LimitOutcome(double accuracy, double coverage, double abstained, double correction) {

    /** What remains to the limit is not known. */
    public LimitOutcome(double accuracy, double coverage, double abstained) {
        this(accuracy, coverage, abstained, Double.NaN);
    }

    /** An answer is given in the end. */
    public LimitOutcome(double accuracy, double coverage) {
        this(accuracy, coverage, 0);
    }

    /** That of an outcome that more candidates do not change. */
    public static LimitOutcome of(ExpectedOutcome last) {
        return new LimitOutcome(last.accuracy(), last.coverage(), last.abstained());
    }
}
