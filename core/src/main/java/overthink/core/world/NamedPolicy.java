package overthink.core.world;

import org.jspecify.annotations.Nullable;
import overthink.core.api.WholeRange;
import overthink.core.law.verifier.Sensitivity;

/**
 * One of a world's policies beside the first.
 *
 * @param name lower case words joined by hyphens
 * @param policy what it does and costs; its steps and prompts are those of the world's problems. The tariff of a derived policy is
 *     the mean of those whose tokens it takes
 * @param skill how good it is
 * @param parts how many models write each of its tokens, in {@link #PARTS}: as many are generated, and as many read
 * @param distance d of graded outcome verifiers on its candidates, which read them as they read all others: x = d·[right] + ε; null
 *     where it is the verifier's own
 */
public record NamedPolicy(
        String name,
        Policy policy,
        Skill skill,
        int parts,
        @Nullable Sensitivity distance) {

    /** How many models may write each token. */
    public static final WholeRange PARTS = new WholeRange(1, 1000);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException when {@code parts} is outside its range
     */
    public NamedPolicy {
        PARTS.check("parts", parts);
    }

    /** This policy with the answers that it gives at its temperature. */
    NamedPolicy sharpened() {
        return new NamedPolicy(name, policy.sharpened(), skill, parts, distance);
    }

    /** A policy on whose candidates verifiers are as good as on any. */
    public NamedPolicy(String name, Policy policy, Skill skill, int parts) {
        this(name, policy, skill, parts, null);
    }

    /** A policy with a law of its own. */
    public NamedPolicy(String name, Policy policy, Skill.Own skill) {
        this(name, policy, skill, 1, null);
    }
}
