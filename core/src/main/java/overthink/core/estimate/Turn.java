package overthink.core.estimate;

import java.util.OptionalDouble;

/**
 * How a curve of accuracy by budget turns: it gains from its first point to its best and may fall from there to its end.
 *
 * @param budget the best, the least of equals; infinite when the accuracy comes ever closer to a limit that it does not exceed
 * @param accuracy under it; the limit when it is infinite
 * @param level the least budget from which on, up to the best, there are {@link #SHARE} of the gain; the first where no gain is
 *     seen on these problems
 * @param until the greatest budget up to which, from the best on, there are; empty when they are there to the end, or no gain is
 *     seen
 * @param gain the best less the first
 * @param end the largest budget; infinite when the curve ends in its limit
 * @param endAccuracy under that
 * @param drop the best less the end: the curve falls when this is seen
 */
public record Turn(
        double budget,
        double accuracy,
        double level,
        OptionalDouble until,
        PairedTest gain,
        double end,
        double endAccuracy,
        PairedTest drop) {

    /** A curve is level where it has this share of its gain. */
    public static final double SHARE = 0.95;
}
