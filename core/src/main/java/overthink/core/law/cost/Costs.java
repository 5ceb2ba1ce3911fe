package overthink.core.law.cost;

/**
 * What the calls of a world cost.
 *
 * @param policy what a policy's tokens cost
 * @param verifier what the tokens cost that a verifier or a judge reads
 * @param tokensPerCall how many tokens one of their calls reads, at least 0
 */
public record Costs(Tariff policy, Tariff verifier, int tokensPerCall) {

    /** Nothing but tokens. */
    public static final Costs FREE = new Costs(Tariff.FREE, Tariff.FREE, 0);

    /** Whether revisions and merges read from the cache what was read before; see {@link Price}. */
    public boolean cachesPrefixes() {
        return policy.price().cached().isPresent();
    }
}
