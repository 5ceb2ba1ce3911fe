package overthink.core.model;

import java.util.EnumSet;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.RealRange;
import overthink.core.law.verifier.Scoring;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * Problems, the policy that tries them, the verifiers that judge it, and what all that costs.
 *
 * @param problems how hard
 * @param policy who generates
 * @param verifiers who judges
 */
public record SyntheticWorld(Problems problems, Policy policy, Verifiers verifiers) {

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

    /** What strategies can ask of this world. */
    public Set<Capability> capabilities() {
        Set<Capability> found = EnumSet.of(Capability.STEPS);
        if (verifiers.outcome() != null) {
            found.add(Capability.OUTCOME_VERIFIER);
            if (verifiers.outcome().scoring() instanceof Scoring.Verdict) {
                found.add(Capability.BOOLEAN_VERIFIER);
            }
        }
        if (verifiers.process() != null) {
            found.add(Capability.PROCESS_VERIFIER);
        }
        if (verifiers.judge() != null) {
            found.add(Capability.JUDGE);
        }
        return found;
    }
}
