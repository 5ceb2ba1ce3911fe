package overthink.core.estimate;

/**
 * How many trials give an accuracy as precisely as was asked for, judged by trials that are not counted afterwards. Were they
 * counted, or did the counted trials decide when there are enough of them, runs would end early where successes happen to be
 * few: a rare accuracy of which K successes are seen would be too small by the factor 1 − 1/K on average. Since the number of
 * counted trials does not depend on what they show, their mean has no bias.
 */
public final class Pilot {

    /** The chance that the variance is larger than supposed is 1 in 200. */
    private static final double CAUTION = 2.5758293035489;

    private static final double GREATEST_VARIANCE = 0.25;

    /** A pilot is large enough when its own doubt asks for this many times the trials that it would take without. */
    private static final double DOUBT = 1.25;

    /** Or when it is this small beside them. */
    private static final int SHARE = 4;

    private final double accuracy;
    private final double variance;
    private final double doubt;
    private final double trials;
    private final int problems;

    /**
     * A pilot.
     *
     * @param correct successes by problem, at least one problem
     * @param trials per problem, at least 1
     */
    public Pilot(long[] correct, long trials) {
        problems = correct.length;
        this.trials = (double) trials * problems;
        double successes = 0;
        double within = 0;
        for (long one : correct) {
            successes += one;
            double a = (double) one / trials;
            within += a * (1 - a) / problems;
        }
        accuracy = successes / this.trials;
        // With one trial per problem the spread between problems counts, too.
        double n = trials > 1 ? trials : Math.max(2, problems);
        variance = Math.min(GREATEST_VARIANCE, (trials > 1 ? within : accuracy * (1 - accuracy)) * n / (n - 1));
        // A sample's variance varies by (μ₄ − σ⁴(n − 3)/(n − 1))/n, and μ₄ = σ²(1 − 3σ²) for what is 0 or 1.
        doubt = Math.max(0, variance * (1 - 3 * variance - variance * (n - 3) / (n - 1)));
    }

    /**
     * Trials on each problem after which the larger side of the interval is, but for a chance of 1 in 200, no longer than
     * asked for.
     *
     * @param side above 0
     */
    public double wanted(double side) {
        return Math.ceil(wanted(side, CAUTION) / problems);
    }

    /**
     * Trials on each problem that the pilot should have before {@link #wanted} is worth having: what it has when that is
     * enough.
     *
     * @param side above 0
     */
    public double enough(double side) {
        double most = wanted(side, CAUTION);
        boolean sure = most <= DOUBT * wanted(side, 0) || most <= SHARE * trials;
        return Math.ceil(sure ? trials / problems : Math.min(SHARE * trials, most / SHARE) / problems);
    }

    /** Trials over all problems after which the side is as short as asked for, if the variance is seen to be so much larger. */
    private double wanted(double side, double errors) {
        double z2 = Estimate.Z95 * Estimate.Z95;
        double few = Math.max(2.0 * problems, z2 / side - z2);
        double many = few;
        while (side(many, errors) > side) {
            few = many;
            many *= 2;
        }
        while (many - few > Math.max(1, many * 0x1p-20)) {
            double middle = (few + many) / 2;
            if (side(middle, errors) > side) {
                few = middle;
            } else {
                many = middle;
            }
        }
        // At a = ½ ± z/(2√N) the side is longer than at ½ by as much as z² trials make it shorter.
        return many + z2;
    }

    /** The larger side after so many trials, which will show a variance and an accuracy that their and the pilot's errors move. */
    private double side(double many, double errors) {
        double each = many / problems;
        double both = 1 / trials + 1 / many;
        double seen = Math.min(
                GREATEST_VARIANCE * each / (each - 1),
                variance
                        + errors * errors * both / 2
                        + errors * Math.sqrt(doubt * both + errors * errors * both * both / 4));
        double away = errors * Math.sqrt(seen * both);
        return Math.max(
                Estimate.side(share(accuracy - away, seen), seen, many),
                Estimate.side(share(accuracy + away, seen), seen, many));
    }

    /** An accuracy, or the nearest whose trials can vary as much as supposed: one's variance is at most a(1 − a). */
    private static double share(double accuracy, double supposed) {
        if (accuracy * (1 - accuracy) >= supposed) {
            return accuracy;
        }
        double rare = (1 - Math.sqrt(Math.max(0, 1 - 4 * supposed))) / 2;
        return accuracy < 0.5 ? rare : 1 - rare;
    }
}
