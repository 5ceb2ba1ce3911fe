package overthink.core.testkit;

import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/**
 * What a {@link ScriptedSession} plays. Steps are numbered 0, 1, … over the whole run, in the order generated.
 *
 * @param completeness whether a path is a whole solution
 * @param processScore of a path that ends in a step, in log-odds
 * @param outcomeScore of a candidate that ends in a step, in log-odds
 * @param answer any number that stands for the answer of a candidate that ends in a step
 */
public record Script(
        Completeness completeness,
        IntToDoubleFunction processScore,
        IntToDoubleFunction outcomeScore,
        IntUnaryOperator answer) {

    /** Whether a path is a whole solution. */
    @FunctionalInterface
    public interface Completeness {

        /**
         * Looks at a path.
         *
         * @param step the number of its last step
         * @param depth how many steps it has
         */
        boolean complete(int step, int depth);
    }

    /**
     * The counter policy: a path that ends in step k scores q(k) = ((37k + 11) mod 97 + 1)/100, and is complete iff
     * k mod 5 = 4. Each candidate has an answer of its own.
     */
    public static Script counterPolicy() {
        IntToDoubleFunction score = step -> logOdds(counterScore(step));
        return new Script((step, depth) -> step % 5 == 4, score, score, step -> step);
    }

    /** q(k) = ((37k + 11) mod 97 + 1)/100, the counter policy's score as a probability. */
    public static double counterScore(int step) {
        return ((37L * step + 11) % 97 + 1) / 100.0;
    }

    /**
     * Candidates of one step.
     *
     * @param scores outcome and process scores in log-odds, in the order generated
     * @param answers in the order generated
     */
    public static Script candidates(double[] scores, int[] answers) {
        IntToDoubleFunction score = step -> scores[step];
        return new Script((step, depth) -> true, score, score, step -> answers[step]);
    }

    /**
     * Solutions of {@code steps} steps with process scores in the order in which steps are generated. Each candidate has
     * an answer of its own.
     *
     * @param steps of every solution
     * @param scores in log-odds, outcome scores as well
     */
    public static Script tree(int steps, double... scores) {
        IntToDoubleFunction score = step -> scores[step];
        return new Script((step, depth) -> depth == steps, score, score, step -> step);
    }

    /** This script with other answers. */
    public Script withAnswers(IntUnaryOperator other) {
        return new Script(completeness, processScore, outcomeScore, other);
    }

    /** This script with other outcome scores. */
    public Script withOutcomeScores(IntToDoubleFunction other) {
        return new Script(completeness, processScore, other, answer);
    }

    /**
     * The score in log-odds whose {@link #probability} is nearest to {@code probability}. Of the hundredths most come back
     * exactly, the others within two units in the last place; rounded to 32 bits all do.
     *
     * @param probability in [0, 1]
     */
    public static double logOdds(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability is between 0 and 1, not " + probability);
        }
        if (probability == 0 || probability == 1) {
            return probability == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double nearest = StrictMath.log(probability) - StrictMath.log1p(-probability);
        double low = nearest;
        double high = nearest;
        for (int i = 0; i < 8 && probability(nearest) != probability; i++) {
            low = Math.nextDown(low);
            high = Math.nextUp(high);
            if (distance(low, probability) < distance(nearest, probability)) {
                nearest = low;
            }
            if (distance(high, probability) < distance(nearest, probability)) {
                nearest = high;
            }
        }
        return nearest;
    }

    /** The probability of a score in log-odds: 1/(1 + e<sup>−score</sup>). */
    public static double probability(double score) {
        return 1 / (1 + StrictMath.exp(-score));
    }

    private static double distance(double score, double probability) {
        return Math.abs(probability(score) - probability);
    }
}
