package overthink.core.world;

import overthink.core.law.step.StepChain;

/** One problem as drawn: how hard it is, how many steps its solutions have, how long its prompt is. */
public final class Problem {

    /** In place of a place in a list. */
    public static final int UNLISTED = -1;

    private final int index;
    private final double p;
    private final double declared;
    private final int level;
    private final int promptTokens;
    private final StepChain chain;
    private final long counted;
    private final double latent;
    private final int listed;

    /** A problem whose p is as declared, and the share of no recorded candidates; parameters as below. */
    public Problem(int index, double p, int level, int promptTokens, StepChain chain) {
        this(index, p, p, level, promptTokens, chain, 0);
    }

    /** A problem of which it does not matter where it stands among all; parameters as below. */
    public Problem(int index, double p, double declared, int level, int promptTokens, StepChain chain, long counted) {
        this(index, p, declared, level, promptTokens, chain, counted, 0.5, UNLISTED);
    }

    /**
     * A problem.
     *
     * @param index its number in the world, from 0
     * @param p probability that one candidate is correct
     * @param declared that probability as its law gives it, before its ideas and the policy's temperature make it p
     * @param level its named level's number, −1 when there are none
     * @param promptTokens at least 0
     * @param chain how its solutions grow
     * @param counted of how many recorded candidates p is the share of correct ones; 0 when of none
     * @param latent where it stands among all problems of its law, in (0, 1), the hardest first
     * @param listed which of a listed benchmark's problems it is, from 0; {@link #UNLISTED} when of none
     */
    public Problem(
            int index,
            double p,
            double declared,
            int level,
            int promptTokens,
            StepChain chain,
            long counted,
            double latent,
            int listed) {
        this.index = index;
        this.p = p;
        this.declared = declared;
        this.level = level;
        this.promptTokens = promptTokens;
        this.chain = chain;
        this.counted = counted;
        this.latent = latent;
        this.listed = listed;
    }

    /** Where it stands among all problems of its law, in (0, 1), the hardest first. */
    public double latent() {
        return latent;
    }

    /** Which of a listed benchmark's problems it is, from 0; {@link #UNLISTED} when of none. */
    public int listed() {
        return listed;
    }

    /** Its number in the world, from 0. */
    public int index() {
        return index;
    }

    /** Probability that one candidate is correct. */
    public double p() {
        return p;
    }

    /** That probability as its law gives it: the mean of {@link #p()} over ideas, at temperature 1. */
    public double declared() {
        return declared;
    }

    /** Its named level's number, −1 when there are none. */
    public int level() {
        return level;
    }

    /** Tokens of its prompt. */
    public int promptTokens() {
        return promptTokens;
    }

    /** How many steps its solutions have. */
    public int steps() {
        return chain.steps();
    }

    /** Of how many recorded candidates {@link #p()} is the share of correct ones; 0 when of none. */
    public long counted() {
        return counted;
    }

    /** How its solutions grow. */
    public StepChain chain() {
        return chain;
    }
}
