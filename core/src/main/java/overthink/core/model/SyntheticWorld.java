package overthink.core.model;

import java.util.EnumSet;
import java.util.Set;
import overthink.core.api.Capability;
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
