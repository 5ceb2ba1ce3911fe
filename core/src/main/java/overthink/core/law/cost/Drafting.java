package overthink.core.law.cost;

import overthink.core.api.RealRange;
import overthink.core.api.WholeRange;

/**
 * A fast model that drafts for a slow one, which accepts what it would have written itself: the candidates are the same, bit for
 * bit, and come sooner (speculative decoding; Leviathan, Kalman and Matias 2023; Chen et al. 2023; lookahead decoding). A pass
 * drafts g tokens one after the other, has the slow model look at all of them at once, and yields
 * (1 − α<sup>g+1</sup>)/(1 − α) tokens on average.
 *
 * @param draft how fast the drafting model is
 * @param acceptance α in [0, 1]: the probability that a drafted token is accepted once those before it are
 * @param length g, in {@link #LENGTH}
 */
public record Drafting(Latency draft, double acceptance, int length) {

    /** How many tokens a pass may draft. */
    public static final WholeRange LENGTH = new WholeRange(1, 1000);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range
     */
    public Drafting {
        RealRange.PROBABILITY.check("acceptance", acceptance);
        LENGTH.check("length", length);
    }

    /** How many tokens a pass yields on average: 1 + α + … + α<sup>g</sup>. */
    public double tokensPerPass() {
        double sum = 0;
        double power = 1;
        for (int i = 0; i <= length; i++) {
            sum += power;
            power *= acceptance;
        }
        return sum;
    }

    /** How fast the slow model is with the draft: a token takes one of its own times and g of the draft's, per token of a pass. */
    public Latency speeded(Latency slow) {
        double pass = slow.perToken() + length * draft.perToken();
        return new Latency(slow.prefill(), pass / tokensPerPass(), slow.concurrency());
    }
}
