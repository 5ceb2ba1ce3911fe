package overthink.core.estimate;

import java.util.List;
import java.util.stream.Stream;

/**
 * How much of the mean cost of a trial goes to each policy and to each verifier: over all of them the dollars, FLOPs and tokens
 * generated add up to those of {@link Cost}.
 *
 * @param policies in order
 * @param verifiers in order; those that share a tariff and are not told apart are one
 */
public record CostShares(List<Share> policies, List<Share> verifiers) {

    /** Nobody is told apart. */
    public static final CostShares NONE = new CostShares(List.of(), List.of());

    /** Copies the lists. */
    public CostShares {
        policies = List.copyOf(policies);
        verifiers = List.copyOf(verifiers);
    }

    /**
     * What goes to one policy or verifier, per trial; {@code NaN} where that is not known.
     *
     * @param name as the scenario has it
     * @param usd dollars
     * @param flops floating-point operations
     * @param tokens generated; 0 of verifiers, which read alone
     */
    public record Share(String name, double usd, double flops, double tokens) {}

    /** Whether nobody is told apart. */
    public boolean isEmpty() {
        return policies.isEmpty();
    }

    /** The policies, then the verifiers. */
    public List<Share> all() {
        return Stream.concat(policies.stream(), verifiers.stream()).toList();
    }
}
