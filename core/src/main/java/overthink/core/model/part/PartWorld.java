package overthink.core.model.part;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Capability;
import overthink.core.law.cost.Costs;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.part.Combination;
import overthink.core.law.part.PartChances;
import overthink.core.law.part.PartGraph;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.DrawnWorld;
import overthink.core.model.World;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * A world whose problems are made of parts: sub-questions, some of which wait for others, each with its own chance of a right answer.
 * A step solves a part, so that a whole solution has as many steps as the problem has parts. The process verifier judges whether
 * the latest part is right; the outcome verifier sees what a candidate is worth.
 *
 * @param count problems
 * @param graph of the parts
 * @param combination how their answers make the problem's
 * @param chances the law of the chance that a part is right where those that it waits for are, drawn for each part of each problem
 * @param policy who generates
 * @param verifiers who judges; graded, or Boolean, of Gaussian noise that no answer shares
 */
public record PartWorld(
        int count,
        PartGraph graph,
        Combination combination,
        DifficultyLaw chances,
        PartPolicy policy,
        Verifiers verifiers)
        implements World.Other {

    /**
     * Checks the range, that the chances of the graph are known, and that verifiers are of a kind known here.
     *
     * @throws IllegalArgumentException if not
     */
    public PartWorld {
        Problems.COUNT.check("count", count);
        if (!PartChances.known(graph)) {
            throw new IllegalArgumentException("several parts wait for one: of such graphs at most %d parts, not %d"
                    .formatted(PartChances.MOST_ENUMERATED, graph.count()));
        }
        if (combination == Combination.SUM
                && verifiers.outcome() != null
                && verifiers.outcome().scoring() instanceof Scoring.Verdict) {
            throw new IllegalArgumentException("a sum is not accepted or rejected: give d or auc, not tpr and fpr");
        }
        check(verifiers.outcome());
        check(verifiers.process());
        if (verifiers.panel().size() > 0) {
            throw new IllegalArgumentException("candidates made of parts have one outcome verifier, without a name");
        }
        if (verifiers.judge() != null) {
            throw new IllegalArgumentException("nobody judges candidates made of parts: give outcome or process");
        }
    }

    private static void check(@Nullable Verifier verifier) {
        if (verifier == null) {
            return;
        }
        if (!(verifier.noise() instanceof NoiseLaw.Gaussian)
                || verifier.hack().share() > 0
                || verifier.answersShare()
                || !verifier.sharesAlike()
                || verifier.persistence() > 0) {
            throw new IllegalArgumentException(
                    "a verifier of parts has gaussian noise of the problem, the candidate and the call, and loves no answer");
        }
        if (verifier.scoring() instanceof Scoring.Tabulated
                || (verifier.scoring() instanceof Scoring.Graded graded
                        && !graded.sensitivity().constant())) {
            throw new IllegalArgumentException("a verifier of parts has one d for all problems, or tpr and fpr");
        }
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> found = EnumSet.of(Capability.STEPS, Capability.ANSWERS, Capability.PARTS);
        if (verifiers.outcome() != null) {
            found.add(Capability.OUTCOME_VERIFIER);
            if (verifiers.outcome().scoring() instanceof Scoring.Verdict) {
                found.add(Capability.BOOLEAN_VERIFIER);
            }
        }
        if (verifiers.process() != null) {
            found.add(Capability.PROCESS_VERIFIER);
        }
        return found;
    }

    @Override
    public String lack(Capability capability) {
        return switch (capability) {
            case OUTCOME_VERIFIER -> "which world.verifier.outcome would give this one";
            case PROCESS_VERIFIER -> "which world.verifier.process would give this one";
            case BOOLEAN_VERIFIER -> "which world.verifier.outcome with tpr and fpr would give this one";
            default -> "which a world of parts lacks";
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
        return graph.count();
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

    /** The verifier of attempts, where there is one. */
    public Optional<Verifier> process() {
        return Optional.ofNullable(verifiers.process());
    }

    @Override
    public DrawnWorld draw(long seed) {
        return new PartDraw(this, seed);
    }
}
