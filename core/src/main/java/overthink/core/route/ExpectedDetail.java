package overthink.core.route;

import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.core.estimate.PassRates;

/**
 * What is known of trials of a strategy on one problem under one budget, beside their outcome; {@code NaN} and null where it is
 * not.
 *
 * @param correct right candidates on average
 * @param distinct different answers on average; candidates that give none are not counted
 * @param length tokens of the candidate that is the answer, on average, given that there is one
 * @param spending how what trials spend is distributed
 * @param quality of the candidate that is the answer, on average, given that there is one, each of its numbers; none where quality is
 *     no number
 * @param passRates what they say of the chance that a candidate is accepted
 */
public record ExpectedDetail(
        double correct,
        double distinct,
        double length,
        @Nullable RandomSpending spending,
        List<Double> quality,
        PassRates passRates) {

    /** Copies the list. */
    public ExpectedDetail {
        quality = List.copyOf(quality);
    }

    /** What is known where quality is no number. */
    public ExpectedDetail(double correct, double distinct, double length, @Nullable RandomSpending spending) {
        this(correct, distinct, length, spending, List.of(), PassRates.UNKNOWN);
    }

    /** Nothing is known. */
    public static final ExpectedDetail UNKNOWN = new ExpectedDetail(Double.NaN, Double.NaN, Double.NaN, null);

    /** The budget pays for nothing. */
    public static final ExpectedDetail NOTHING =
            new ExpectedDetail(0, 0, Double.NaN, RandomSpending.always(ExpectedSpending.NOTHING));

    /** These with what is said of the chance that a candidate is accepted. */
    public ExpectedDetail with(PassRates rates) {
        return new ExpectedDetail(correct, distinct, length, spending, quality, rates);
    }
}
