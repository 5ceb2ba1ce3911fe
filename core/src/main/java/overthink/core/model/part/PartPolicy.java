package overthink.core.model.part;

import overthink.core.api.RealRange;
import overthink.core.api.WholeRange;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Tariff;

/**
 * Who solves parts. A step solves one.
 *
 * @param recovery a part that waits for a wrong one is right with this times its chance, in [0, 1]
 * @param equivalence e, the chance that the problem without its next part is the same in sense, in [0, 1]
 * @param wrongAnswers how many wrong answers of a part there are, all alike; {@link #DISTINCT} when no two candidates share one
 * @param promptTokens of every problem
 * @param tokensPerStep of every part
 * @param tariff what tokens cost
 */
public record PartPolicy(
        double recovery, double equivalence, int wrongAnswers, int promptTokens, int tokensPerStep, Tariff tariff) {

    /** In place of a number of wrong answers: never the same twice. */
    public static final int DISTINCT = 0;

    /** How many wrong answers a part may have. */
    public static final WholeRange WRONG_ANSWERS = new WholeRange(1, 1_000_000);

    /** What counts of tokens may be. */
    public static final WholeRange TOKENS = new WholeRange(0, CountLaw.MOST);

    /** A policy that never recovers, keeps the sense of what it rewrites, and costs nothing but its steps. */
    public static final PartPolicy PLAIN = new PartPolicy(0, 1, DISTINCT, 0, 1, Tariff.FREE);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range
     */
    public PartPolicy {
        RealRange.PROBABILITY.check("recovery", recovery);
        RealRange.PROBABILITY.check("equivalence", equivalence);
        if (wrongAnswers != DISTINCT) {
            WRONG_ANSWERS.check("wrong-answers", wrongAnswers);
        }
        TOKENS.check("prompt-tokens", promptTokens);
        TOKENS.check("tokens-per-step", tokensPerStep);
    }

    /** This policy with another equivalence. */
    public PartPolicy withEquivalence(double other) {
        return new PartPolicy(recovery, other, wrongAnswers, promptTokens, tokensPerStep, tariff);
    }

    /** This policy with another recovery. */
    public PartPolicy withRecovery(double other) {
        return new PartPolicy(other, equivalence, wrongAnswers, promptTokens, tokensPerStep, tariff);
    }

    /** This policy with so many wrong answers. */
    public PartPolicy withWrongAnswers(int other) {
        return new PartPolicy(recovery, equivalence, other, promptTokens, tokensPerStep, tariff);
    }

    /** This policy at other costs. */
    public PartPolicy with(Tariff other) {
        return new PartPolicy(recovery, equivalence, wrongAnswers, promptTokens, tokensPerStep, other);
    }
}
