package overthink.core.fit.curve;

/**
 * The replayed value at a number of candidates.
 *
 * @param candidates k
 * @param mean over the problems, in [0, 1]
 * @param populationError its standard error as an estimate for the problems that these stand for: the standard deviation of the
 *     problems' values ÷ √M; {@code NaN} when there is but one problem
 * @param ownError its standard error as an estimate of what k fresh candidates on these very problems give: what is due to the
 *     candidates alone; {@code NaN} where no problem has two candidates
 * @param orderError its standard error where it was found by drawing orders of the candidates, 0 where by a closed form
 * @param problems M, how many problems it is of
 */
public record CurvePoint(
        int candidates, double mean, double populationError, double ownError, double orderError, int problems) {}
