package overthink.core.route;

import org.jspecify.annotations.Nullable;

/**
 * What is known of trials of a strategy on one problem under one budget, beside their outcome; {@code NaN} and null where it is
 * not.
 *
 * @param correct right candidates on average
 * @param distinct different answers on average; candidates that give none are not counted
 * @param length tokens of the candidate that is the answer, on average, given that there is one
 * @param spending how what trials spend is distributed
 */
public record ExpectedDetail(
        double correct,
        double distinct,
        double length,
        @Nullable RandomSpending spending) {

    /** Nothing is known. */
    public static final ExpectedDetail UNKNOWN = new ExpectedDetail(Double.NaN, Double.NaN, Double.NaN, null);

    /** The budget pays for nothing. */
    public static final ExpectedDetail NOTHING =
            new ExpectedDetail(0, 0, Double.NaN, RandomSpending.always(ExpectedSpending.NOTHING));
}
