package overthink.core.law.cost;

import java.util.List;

/**
 * What the calls of a world cost.
 *
 * @param policy what a policy's tokens cost
 * @param verifier what the tokens cost that a verifier or a judge reads
 * @param tokensPerCall how many tokens one of their calls reads, at least 0
 * @param outcomes what calls of the outcome verifiers cost, by number, where there are several; none where the only one costs
 *     what the others do
 */
public record Costs(Tariff policy, Tariff verifier, int tokensPerCall, List<CallCost> outcomes) {

    /** Nothing but tokens. */
    public static final Costs FREE = new Costs(Tariff.FREE, Tariff.FREE, 0);

    /** Copies the list. */
    public Costs {
        outcomes = List.copyOf(outcomes);
    }

    /** Costs of a world whose verifiers all cost the same. */
    public Costs(Tariff policy, Tariff verifier, int tokensPerCall) {
        this(policy, verifier, tokensPerCall, List.of());
    }

    /** Whether revisions and merges read from the cache what was read before; see {@link Price}. */
    public boolean cachesPrefixes() {
        return policy.price().cached().isPresent();
    }
}
