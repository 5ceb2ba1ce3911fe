package overthink.scenarios.analysis.solve;

/**
 * What a curve is at one place.
 *
 * @param at the place
 * @param value of the curve
 * @param stdError of the value over these problems: of the trials alone; 0 when it is exact
 * @param populationStdError of the value over the population that the problems were drawn from; {@code NaN} when it is not known
 * @param tolerance by how much arithmetic may have moved the value
 */
public record LookedPoint(double at, double value, double stdError, double populationStdError, double tolerance) {

    /** Values nearer to 0 than this are 0: sums of doubles do not tell them from it. */
    private static final double NOTHING = 1e-12;

    /** A place where the curve is known but for arithmetic. */
    public static LookedPoint exact(double at, double value) {
        return new LookedPoint(at, value, 0, 0, 0);
    }

    /** Whether trials have no part in it. */
    public boolean exact() {
        return stdError == 0;
    }

    /** The value's sign, 0 where it is within {@code errors} standard errors, and what arithmetic may do, of 0. */
    public int sign(double errors) {
        double doubt = errors * stdError + tolerance + NOTHING;
        return Math.abs(value) <= doubt ? 0 : value > 0 ? 1 : -1;
    }
}
