package overthink.core.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.RealRange;
import overthink.core.law.cost.Costs;
import overthink.core.law.verifier.Scoring;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * A world of declared laws: problems, the policy that tries them, the verifiers that judge it, and what all that costs.
 *
 * @param problems how hard
 * @param policy who generates
 * @param verifiers who judges
 */
public record SyntheticWorld(Problems problems, Policy policy, Verifiers verifiers) implements World {

    /** The most steps of one solution to each of the problems together; what is known of a step takes some 56 bytes. */
    public static final long MOST_STEPS = 8_000_000;

    /**
     * Checks that the problems find room.
     *
     * @throws IllegalArgumentException when a solution to each of the problems has more than {@value #MOST_STEPS} steps in
     *     all, by the steps' mean
     */
    public SyntheticWorld {
        double steps = Math.min(policy.steps().mean(), policy.steps().max());
        if (problems.count() * steps > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "problems.count (%d) times policy.steps (%s on average) must be at most %d. Maybe count: %d"
                            .formatted(
                                    problems.count(), RealRange.text(steps), MOST_STEPS, (long) (MOST_STEPS / steps)));
        }
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> found = EnumSet.of(Capability.STEPS, Capability.ANSWERS);
        if (verifiers.outcome() != null) {
            found.add(Capability.OUTCOME_VERIFIER);
            if (verifiers.outcome().scoring() instanceof Scoring.Verdict) {
                found.add(Capability.BOOLEAN_VERIFIER);
            }
        }
        if (verifiers.panel().size() > 1) {
            found.add(Capability.VERIFIERS);
        }
        if (verifiers.process() != null) {
            found.add(Capability.PROCESS_VERIFIER);
        }
        if (verifiers.judge() != null) {
            found.add(Capability.JUDGE);
        }
        if (policy.chain() != null) {
            found.add(Capability.CHAIN);
        }
        if (policy.merge() != null) {
            found.add(Capability.MERGE);
        }
        if (policy.ideas() != null) {
            found.add(Capability.IDEAS);
        }
        if (policy.reading() != null) {
            found.add(Capability.READING);
        }
        return found;
    }

    @Override
    public String lack(Capability capability) {
        return switch (capability) {
            case CHAIN -> "which world.policy.chain would make of this one";
            case POLICIES -> "which world.policies in place of policy would give this one as a map of names";
            case SIGNAL -> "which world.signal would give this one";
            case VERIFIERS -> "which world.verifier.outcome would give this one as a map of names";
            case MERGE -> "which world.policy.merge would make of this one";
            case IDEAS -> "which world.policy.ideas would make of this one";
            case READING -> "which world.policy.reading would make of this one";
            default -> World.super.lack(capability);
        };
    }

    /** This world with the answers that its policy gives at its temperature ({@link Policy#sharpened}). */
    public SyntheticWorld sharpened() {
        Policy sharp = policy.sharpened();
        return sharp.equals(policy) ? this : new SyntheticWorld(problems, sharp, verifiers);
    }

    @Override
    public int size() {
        return problems.count();
    }

    @Override
    public List<String> levels() {
        return problems.law().levels();
    }

    @Override
    public int fewestSteps() {
        return policy.steps().min();
    }

    @Override
    public int mostTokensPerStep() {
        return policy.tokensPerStep().max();
    }

    @Override
    public int mostPromptTokens() {
        return policy.promptTokens().max();
    }

    @Override
    public Costs costs() {
        return new Costs(
                policy.tariff(),
                verifiers.tariff(),
                verifiers.tokensPerCall(),
                verifiers.panel().costs());
    }

    @Override
    public SyntheticDraw draw(long seed) {
        return new SyntheticDraw(this, seed);
    }
}
