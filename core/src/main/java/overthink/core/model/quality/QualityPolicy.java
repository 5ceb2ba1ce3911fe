package overthink.core.model.quality;

import overthink.core.api.WholeRange;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Tariff;
import overthink.core.law.quality.QualityWalk;
import overthink.core.world.Policy;

/**
 * Who generates where quality is a number: in steps that are alike in cost, denoising passes say.
 *
 * @param steps T of every solution, at least 1
 * @param walk how quality comes about in them
 * @param promptTokens of every problem
 * @param tokensPerStep of every step
 * @param tariff what tokens cost
 */
public record QualityPolicy(int steps, QualityWalk walk, int promptTokens, int tokensPerStep, Tariff tariff) {

    /** What T may be. */
    public static final WholeRange STEPS = new WholeRange(1, Policy.MAX_STEPS);

    /** What counts of tokens may be. */
    public static final WholeRange TOKENS = new WholeRange(0, CountLaw.MOST);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range, or the walk is of another number of steps
     */
    public QualityPolicy {
        STEPS.check("steps", steps);
        TOKENS.check("prompt-tokens", promptTokens);
        TOKENS.check("tokens-per-step", tokensPerStep);
        walk.over(steps);
    }

    /** A policy of so many steps that cost nothing but themselves. */
    public static QualityPolicy of(int steps) {
        return new QualityPolicy(steps, QualityWalk.EVEN, 0, 1, Tariff.FREE);
    }
}
