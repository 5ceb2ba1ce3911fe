package overthink.core.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
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
     * @param errors of its part of each whole
     */
    public record Share(String name, double usd, double flops, double tokens, PartErrors errors) {}

    /**
     * The standard errors, over these problems, of the parts of a whole that go to somebody: 0 where they are known, {@code NaN}
     * where one trial alone tells.
     *
     * @param usd of the part of the dollars
     * @param flops of the part of the floating-point operations
     * @param tokens of the part of the tokens
     */
    public record PartErrors(double usd, double flops, double tokens) {

        /** The parts are known. */
        public static final PartErrors NONE = new PartErrors(0, 0, 0);
    }

    /** Whether nobody is told apart. */
    public boolean isEmpty() {
        return policies.isEmpty();
    }

    /** The policies, then the verifiers. */
    public List<Share> all() {
        return Stream.concat(policies.stream(), verifiers.stream()).toList();
    }

    /** What tells each of {@link #all()}: its name, of a verifier called like a policy with what it is. */
    public List<String> labels() {
        return labels(names(policies), names(verifiers));
    }

    /** The same of policies and verifiers by name. */
    public static List<String> labels(List<String> policies, List<String> verifiers) {
        List<String> labels = new ArrayList<>(policies);
        verifiers.forEach(name -> labels.add(policies.contains(name) ? name + " (verifier)" : name));
        return labels;
    }

    private static List<String> names(List<Share> shares) {
        return shares.stream().map(Share::name).toList();
    }

    /** What all spend together of one amount. */
    public double total(ToDoubleFunction<Share> amount) {
        return all().stream().mapToDouble(amount).sum();
    }

    /** The part, from 0 to 1, of an amount that goes to one; {@code NaN} where nothing is spent. */
    public double fraction(Share share, ToDoubleFunction<Share> amount) {
        double total = total(amount);
        return total > 0 ? amount.applyAsDouble(share) / total : Double.NaN;
    }

    /** What goes to the one with a {@linkplain #labels() label}; empty when there is none such. */
    public Optional<Share> of(String label) {
        List<String> labels = labels();
        return IntStream.range(0, labels.size())
                .filter(i -> labels.get(i).equals(label))
                .mapToObj(all()::get)
                .findFirst();
    }
}
