package overthink.core.exact.chain;

import java.util.Arrays;

/**
 * A population of candidates that is made anew round by round, each candidate merged of a group of the old ones: how many of them
 * are right is a Markov chain, since given k right ones the new ones are right independently of one another. For ever larger
 * populations its mean is the {@linkplain Merging#meanField mean-field recursion}.
 */
public final class MergingRounds {

    private final int population;
    /** The chance that one is merged right of a population that has none. */
    private final double mergedOfNone;
    /** By number of right ones before a round: the chances of 0 to all right ones after it. */
    private final double[][] rounds;
    /** The chances of 0 to all right ones. */
    private double[] chances;

    /**
     * A population of independent candidates, before the first round.
     *
     * @param merging how candidates are merged; its p is the chance that each is right
     * @param population how many, at least 1
     * @param group how many are merged into one, from 1 to the population
     */
    public MergingRounds(Merging merging, int population, int group) {
        this.population = population;
        rounds = new double[population + 1][];
        Arrays.setAll(rounds, right -> binomial(merging.accuracyOfGroup(population, right, group)));
        mergedOfNone = merging.accuracy(group, 0);
        chances = binomial(merging.p());
    }

    /** Makes the population anew; returns the most that a chance changed by. */
    public double round() {
        double[] next = new double[population + 1];
        for (int right = 0; right <= population; right++) {
            double[] after = rounds[right];
            for (int k = 0; k <= population; k++) {
                next[k] += chances[right] * after[k];
            }
        }
        double change = 0;
        for (int right = 0; right <= population; right++) {
            change = Math.max(change, Math.abs(next[right] - chances[right]));
        }
        chances = next;
        return change;
    }

    /** The chance that any one of the population is right. */
    public double accuracy() {
        double sum = 0;
        for (int right = 1; right <= population; right++) {
            sum += chances[right] * right;
        }
        return sum / population;
    }

    /** The chance that one is merged right of a population that has none. */
    public double mergedOfNone() {
        return mergedOfNone;
    }

    /** The chances of a binomial number of right ones. */
    private double[] binomial(double x) {
        double[] law = new double[population + 1];
        if (x <= 0 || x >= 1) {
            law[x <= 0 ? 0 : population] = 1;
            return law;
        }
        double logOdds = StrictMath.log(x) - StrictMath.log1p(-x);
        double logChance = population * StrictMath.log1p(-x);
        for (int k = 0; k <= population; k++) {
            law[k] = StrictMath.exp(logChance);
            logChance += logOdds + StrictMath.log((population - k) / (k + 1.0));
        }
        return law;
    }
}
