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
 * @param others what the tokens of the policies beside the first cost, in order
 * @param transfer seconds that pass before a policy reads what another one made
 */
public record Costs(
        Tariff policy,
        Tariff verifier,
        int tokensPerCall,
        List<CallCost> outcomes,
        List<Tariff> others,
        double transfer) {

    /** Amounts that are told of each of the other policies: tokens generated, read afresh, read from the cache. */
    public static final int TOLD_OF_POLICY = 3;

    /** Nothing but tokens. */
    public static final Costs FREE = new Costs(Tariff.FREE, Tariff.FREE, 0);

    /** Copies the list. */
    public Costs {
        outcomes = List.copyOf(outcomes);
        others = List.copyOf(others);
    }

    /** Costs of a world of one policy. */
    public Costs(Tariff policy, Tariff verifier, int tokensPerCall, List<CallCost> outcomes) {
        this(policy, verifier, tokensPerCall, outcomes, List.of(), 0);
    }

    /** Costs of a world whose verifiers all cost the same. */
    public Costs(Tariff policy, Tariff verifier, int tokensPerCall) {
        this(policy, verifier, tokensPerCall, List.of());
    }

    /**
     * How many amounts are told apart because they cost something else than others: the calls of each of {@link #outcomes}, then
     * of each of {@link #others} the {@value #TOLD_OF_POLICY} amounts of its tokens.
     */
    public int told() {
        return outcomes.size() + TOLD_OF_POLICY * others.size();
    }

    /** What a policy's tokens cost, by its number. */
    public Tariff policy(int number) {
        return number == 0 ? policy : others.get(number - 1);
    }

    /** Whether revisions and merges read from the cache what was read before; see {@link Price}. */
    public boolean cachesPrefixes() {
        return policy.price().cached().isPresent();
    }
}
