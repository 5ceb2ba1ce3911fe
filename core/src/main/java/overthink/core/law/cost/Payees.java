package overthink.core.law.cost;

import java.util.ArrayList;
import java.util.List;

/**
 * Who is paid in a world, by name: those whose work is told apart, as {@link Costs} has their tariffs.
 *
 * @param policies in order, one at least
 * @param outcomes the outcome verifiers of {@link Costs#outcomes()}, in order
 * @param others the verifiers and the judge that share {@link Costs#verifier()} and are not told apart, in order
 */
public record Payees(List<String> policies, List<String> outcomes, List<String> others) {

    /** One policy, and verifiers that nobody tells apart. */
    public static final Payees ONE = new Payees(List.of("policy"), List.of(), List.of());

    /** Copies the lists. */
    public Payees {
        policies = List.copyOf(policies);
        outcomes = List.copyOf(outcomes);
        others = List.copyOf(others);
    }

    /** What those that are not told apart are called together: their names, joined by {@code +}. */
    public String together() {
        return String.join("+", others);
    }

    /** The verifiers whose calls are told apart, the {@linkplain #together() others} as one. */
    public List<String> verifiers() {
        List<String> verifiers = new ArrayList<>(outcomes);
        if (!others.isEmpty()) {
            verifiers.add(together());
        }
        return verifiers;
    }

    /** Whether there are several policies, or several verifiers whose calls are told apart. */
    public boolean several() {
        return policies.size() > 1 || verifiers().size() > 1;
    }
}
