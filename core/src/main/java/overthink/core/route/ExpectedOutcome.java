package overthink.core.route;

/**
 * What trials of a strategy on one problem come to under one budget: the expected values that a solver knows.
 *
 * @param accuracy chance of a right answer, in [0, 1]
 * @param error of the accuracy, by arithmetic alone, at least 0
 * @param coverage chance that some candidate is right, in [0, 1]
 * @param abstained chance that no answer is given, in [0, 1]
 * @param spending on average
 */
public record ExpectedOutcome(
        double accuracy, double error, double coverage, double abstained, ExpectedSpending spending) {

    /** This outcome with a larger error. */
    public ExpectedOutcome plusError(double more) {
        return new ExpectedOutcome(accuracy, error + more, coverage, abstained, spending);
    }

    /** The budget pays for nothing. */
    public static final ExpectedOutcome NOTHING = new ExpectedOutcome(0, 0, 0, 1, ExpectedSpending.NOTHING);
}
