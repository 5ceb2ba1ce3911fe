package overthink.core.estimate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import overthink.core.api.RealRange;
import overthink.core.api.Resource;

/**
 * What the outcome of a trial is worth and what is paid for it, in any one unit:
 *
 * <p>u = correct·[right answer] + wrong·[wrong answer] + abstained·[no answer] − Σ price·spent.
 *
 * @param correct the worth of a right answer
 * @param wrong the worth of a wrong one, at most that of a right one; below 0 it is a penalty
 * @param abstained the worth of no answer
 * @param prices of one everyday unit of a resource (a second of latency, a dollar of usd), none negative; what is not named
 *     is free
 */
public record Utility(double correct, double wrong, double abstained, Map<Resource, Double> prices) {

    /** The largest worth and price in size, so that no sum overflows. */
    public static final double LARGEST = 1e9;

    /** What an answer may be worth. */
    public static final RealRange WORTH = RealRange.within(LARGEST);

    /** What the price of a resource may be. */
    public static final RealRange PRICE = new RealRange(0, LARGEST);

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException when a worth or a price is too large, a price negative, or a wrong answer is worth
     *     more than a right one
     */
    public Utility {
        EnumMap<Resource, Double> copy = new EnumMap<>(Resource.class);
        copy.putAll(prices);
        prices = Collections.unmodifiableMap(copy);
        for (double worth : new double[] {correct, wrong, abstained}) {
            WORTH.check("what an answer is worth", worth);
        }
        if (wrong > correct) {
            throw new IllegalArgumentException(
                    "a wrong answer (%s) must not be worth more than a right one (%s)".formatted(wrong, correct));
        }
        copy.forEach((resource, price) -> PRICE.check("the price of " + resource.label(), price));
    }

    /**
     * The mean over trials of which shares are right and without an answer, the others wrong.
     *
     * @param right share of right answers
     * @param none share without an answer
     * @param paid {@link #paid what is paid} on average
     */
    public double mean(double right, double none, double paid) {
        return correct * right + wrong * Math.max(0, 1 - right - none) + abstained * none - paid;
    }

    /** What is paid for a cost. */
    public double paid(Cost cost) {
        double sum = 0;
        for (Map.Entry<Resource, Double> price : prices.entrySet()) {
            if (price.getValue() > 0) {
                sum += price.getValue() * cost.of(price.getKey());
            }
        }
        return sum;
    }

    /** The price of one everyday unit of a resource; 0 for what is free. */
    public double price(Resource resource) {
        return prices.getOrDefault(resource, 0.0);
    }

    /** Whether anything is paid for. */
    public boolean priced() {
        return prices.values().stream().anyMatch(price -> price > 0);
    }

    /** By how much an error of the share of right answers moves the mean: what comes instead of one is a wrong one. */
    double slope() {
        return correct - wrong;
    }

    /** The variance of the outcome's worth, that of one trial, when these are its chances. */
    double variance(double right, double none) {
        double mistaken = Math.max(0, 1 - right - none);
        double mean = mean(right, none, 0);
        return right * square(correct - mean) + mistaken * square(wrong - mean) + none * square(abstained - mean);
    }

    /** The most that outcomes differ in worth. */
    public double range() {
        return Math.max(correct, abstained) - Math.min(wrong, abstained);
    }

    private static double square(double x) {
        return x * x;
    }
}
