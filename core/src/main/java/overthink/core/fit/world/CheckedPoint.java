package overthink.core.fit.world;

/**
 * What the fitted world and the recording give at a number of candidates.
 *
 * @param candidates k
 * @param replayed by the recording's own candidates
 * @param fitted by the fitted world
 * @param error the standard error of the difference, were the recording drawn from the fitted world
 */
public record CheckedPoint(int candidates, double replayed, double fitted, double error) {

    /** The fitted world's value less the replayed one. */
    public double off() {
        return fitted - replayed;
    }

    /** {@link #off} in errors; 0 where there is no difference. */
    public double errors() {
        return off() == 0 ? 0 : off() / error;
    }
}
