package overthink.core.estimate;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the mean cost of a trial goes for: the tokens that each policy reads and generates, and each verifier's calls. The dollars
 * and FLOPs of all parts add up to those of {@link Cost}.
 *
 * @param parts those of the policies, in order, then those of the verifiers
 */
public record CostParts(List<Part> parts) {

    /** Nothing is told. */
    public static final CostParts NONE = new CostParts(List.of());

    /** Copies the list. */
    public CostParts {
        parts = List.copyOf(parts);
    }

    /** What a part goes for. */
    public enum Kind {
        /** Tokens that a policy read, afresh or from its cache. */
        READ("read"),
        /** Tokens that a policy generated. */
        GENERATED("generated"),
        /** Calls of a verifier, which read alone. */
        VERIFIED("verified");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The name in results. */
        public String label() {
            return label;
        }
    }

    /**
     * A part of the cost, per trial.
     *
     * @param kind what it goes for
     * @param name of the policy or verifier, as {@link CostShares} has it
     * @param usd dollars
     * @param flops floating-point operations
     */
    public record Part(Kind kind, String name, double usd, double flops) {}

    /** What all parts come to of one amount. */
    public double total(ToDoubleFunction<Part> amount) {
        return parts.stream().mapToDouble(amount).sum();
    }

    /** Whether anything costs dollars or FLOPs. */
    public boolean paid() {
        return total(Part::usd) > 0 || total(Part::flops) > 0;
    }
}
