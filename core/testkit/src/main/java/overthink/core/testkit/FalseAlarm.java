package overthink.core.testkit;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Assertions on random results that state the chance of a false alarm: the probability that a correct program fails them.
 * The chances of several assertions add up; a test class states at most 10<sup>−6</sup> in all.
 */
public final class FalseAlarm {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private FalseAlarm() {}

    /**
     * How many standard errors a normal estimate exceeds, on either side, with probability {@code falseAlarm}:
     * z with 2·(1 − Φ(z)) = falseAlarm. For 10<sup>−9</sup> it is 6.11.
     *
     * @param falseAlarm in (0, 1)
     */
    public static double standardErrors(double falseAlarm) {
        checkChance(falseAlarm);
        return STANDARD.inverseSurvivalProbability(falseAlarm / 2);
    }

    /**
     * Asserts that a mean of many draws is what it should be, as far as its standard error lets one tell. The mean is taken
     * as normal, which the tails of a small sample are not.
     *
     * @param what names the quantity in the message
     * @param expected the true mean
     * @param observed the mean of the draws
     * @param stdError of the observed mean, at least 0
     * @param falseAlarm chance that a correct program fails, in (0, 1)
     */
    public static void assertMean(String what, double expected, double observed, double stdError, double falseAlarm) {
        if (!(stdError >= 0)) {
            throw new IllegalArgumentException("a standard error is at least 0, not " + stdError);
        }
        double allowed = standardErrors(falseAlarm) * stdError;
        double difference = Math.abs(observed - expected);
        if (!(difference <= allowed)) {
            throw new AssertionError(
                    "%s: expected %s, observed %s; the difference is %.2f standard errors of %s, and %.2f are exceeded with probability %s"
                            .formatted(
                                    what,
                                    expected,
                                    observed,
                                    difference / stdError,
                                    stdError,
                                    standardErrors(falseAlarm),
                                    falseAlarm));
        }
    }

    /**
     * Asserts that a proportion is what it should be, by the exact binomial law: neither tail at the observed count is as
     * unlikely as half the chance of a false alarm.
     *
     * @param what names the quantity in the message
     * @param probability the true one, in [0, 1]
     * @param successes observed
     * @param trials independent
     * @param falseAlarm chance that a correct program fails, in (0, 1)
     */
    public static void assertProportion(
            String what, double probability, long successes, long trials, double falseAlarm) {
        checkChance(falseAlarm);
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException("%d successes in %d trials".formatted(successes, trials));
        }
        BinomialDistribution law = BinomialDistribution.of(Math.toIntExact(trials), probability);
        int count = Math.toIntExact(successes);
        double below = law.cumulativeProbability(count);
        double above = law.survivalProbability(count - 1);
        if (!(Math.min(below, above) > falseAlarm / 2)) {
            throw new AssertionError(
                    "%s: expected a proportion of %s, observed %s (%d of %d); so few have probability %.3g, so many %.3g, and a chance of %s is allowed for"
                            .formatted(
                                    what,
                                    probability,
                                    (double) successes / trials,
                                    successes,
                                    trials,
                                    below,
                                    above,
                                    falseAlarm));
        }
    }

    private static void checkChance(double falseAlarm) {
        if (!(falseAlarm > 0 && falseAlarm < 1)) {
            throw new IllegalArgumentException("a chance of false alarm is above 0 and below 1, not " + falseAlarm);
        }
    }
}
