package overthink.core.model.quality;

import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.RealRange;
import overthink.core.law.cost.Costs;
import overthink.core.law.quality.QualityLaw;
import overthink.core.law.quality.QualityScale;
import overthink.core.law.quality.QualityVerifier;
import overthink.core.model.DrawnWorld;
import overthink.core.model.World;
import overthink.core.world.Problems;

/**
 * A world whose candidates have a quality that is a number. No two candidates give the same answer.
 *
 * @param count problems
 * @param law of the quality of a problem's candidates
 * @param between the standard deviation by which problems differ in mean quality, in [0, 1000]
 * @param rightFrom the quality from which on a candidate is right; empty where none is right or wrong
 * @param policy who generates
 * @param verifiers who judges
 */
public record QualityWorld(
        int count,
        QualityLaw law,
        double between,
        OptionalDouble rightFrom,
        QualityPolicy policy,
        QualityVerifiers verifiers)
        implements World.Other {

    /** What {@code between} may be. */
    public static final RealRange BETWEEN = new RealRange(0, 1000);

    /**
     * Checks the ranges, and that verifiers see attributes that there are.
     *
     * @throws IllegalArgumentException if not
     */
    public QualityWorld {
        Problems.COUNT.check("count", count);
        BETWEEN.check("between", between);
        rightFrom.ifPresent(quality -> QualityScale.VALUE.check("right-from", quality));
        for (QualityVerifier verifier : verifiers.outcome().values()) {
            law.direction(verifier.sees());
        }
        if (verifiers.process() != null) {
            law.direction(verifiers.process().sees());
        }
        if (verifiers.judge() != null) {
            law.direction(verifiers.judge().view().sees());
        }
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> found = EnumSet.of(Capability.STEPS, Capability.VARY);
        if (!verifiers.outcome().isEmpty()) {
            found.add(Capability.OUTCOME_VERIFIER);
        }
        if (verifiers.outcome().size() > 1) {
            found.add(Capability.VERIFIERS);
        }
        if (verifiers.process() != null) {
            found.add(Capability.PROCESS_VERIFIER);
        }
        if (verifiers.judge() != null) {
            found.add(Capability.JUDGE);
        }
        return found;
    }

    @Override
    public String lack(Capability capability) {
        return switch (capability) {
            case OUTCOME_VERIFIER -> "which world.verifier.outcome would give this one";
            case PROCESS_VERIFIER -> "which world.verifier.process would give this one";
            case JUDGE -> "which world.verifier.judge would give this one";
            case VERIFIERS -> "which world.verifier.outcome would give this one as a map of names";
            case ANSWERS -> "and where quality is a number no two candidates give the same answer";
            case BOOLEAN_VERIFIER -> "and a verifier of quality gives numbers";
            default -> "which a world of quality lacks";
        };
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public List<String> levels() {
        return List.of();
    }

    @Override
    public int fewestSteps() {
        return policy.steps();
    }

    @Override
    public int mostTokensPerStep() {
        return policy.tokensPerStep();
    }

    @Override
    public int mostPromptTokens() {
        return policy.promptTokens();
    }

    @Override
    public Costs costs() {
        return new Costs(policy.tariff(), verifiers.tariff(), verifiers.tokensPerCall());
    }

    @Override
    public List<String> qualities() {
        return law.names();
    }

    @Override
    public boolean rightOrWrong() {
        return rightFrom.isPresent();
    }

    @Override
    public DrawnWorld draw(long seed) {
        return new QualityDraw(this, seed);
    }
}
