package overthink.core.world;

import overthink.core.api.WholeRange;

/**
 * One of a world's policies beside the first.
 *
 * @param name lower case words joined by hyphens
 * @param policy what it does and costs; its steps and prompts are those of the world's problems. The tariff of a derived policy is
 *     the mean of those whose tokens it takes
 * @param skill how good it is
 * @param parts how many models write each of its tokens, in {@link #PARTS}: as many are generated, and as many read
 */
public record NamedPolicy(String name, Policy policy, Skill skill, int parts) {

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
        return new NamedPolicy(name, policy.sharpened(), skill, parts);
    }

    /** A policy with a law of its own. */
    public NamedPolicy(String name, Policy policy, Skill.Own skill) {
        this(name, policy, skill, 1);
    }
}
