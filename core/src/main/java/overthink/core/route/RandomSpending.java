package overthink.core.route;

/**
 * How what a trial spends is distributed where candidates that cost the same are drawn one after the other: N times what one of
 * them costs, but for the prompt, which is read once; P(N &gt; n) = (1 − stop)<sup>n</sup> for n below the most, and N is never
 * more. Where tokens vary, what one costs is a mean.
 *
 * @param stop chance that a candidate is the last, in [0, 1]
 * @param most candidates, at least 1
 * @param each what one candidate costs
 */
public record RandomSpending(double stop, long most, ExpectedSpending each) {

    /** Every trial spends the same. */
    public static RandomSpending always(ExpectedSpending spending) {
        return new RandomSpending(1, 1, spending);
    }

    /** P(N ≤ n), for n of at least 0. */
    public double within(long candidates) {
        return candidates >= most ? 1 : -StrictMath.expm1(candidates * StrictMath.log1p(-stop));
    }

    /** What {@code candidates} of them cost. */
    public ExpectedSpending spent(long candidates) {
        return new ExpectedSpending(
                candidates * each.generations(),
                candidates * each.steps(),
                candidates * each.tokens(),
                each.promptTokens(),
                candidates * each.cachedTokens() + Math.max(0, candidates - 1) * each.promptTokens(),
                candidates * each.verifierCalls(),
                candidates * each.rounds(),
                candidates * each.nanos(),
                each.outcomeCalls().times(candidates));
    }
}
