package overthink.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.answer.Silence;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.idea.IdeaLaw;
import overthink.core.law.idea.Sharpening;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Variation;
import overthink.core.law.verifier.Verifier;
import overthink.core.world.NamedVerifier;
import overthink.core.world.Policy;
import overthink.core.world.Verifiers;

/** What of a problem is drawn beside its difficulty, so that p alone does not tell what a strategy makes of it. */
public final class DrawnTraits {

    private DrawnTraits() {}

    /**
     * What is drawn for each problem of a world and matters to a strategy, in words; none when problems of one p are alike to
     * it.
     *
     * @param needs what the strategy needs of a world
     */
    public static List<String> of(SyntheticWorld world, Set<Capability> needs) {
        List<String> traits = new ArrayList<>();
        Policy policy = world.policy();
        if (realised(world).isEmpty()) {
            traits.add(
                    policy.ideas() != null && policy.ideas().shared()
                            ? "its ideas"
                            : "what its temperature makes of p");
        }
        if (needs.contains(Capability.POLICIES) && world.ensemble().size() > 1) {
            traits.add("how hard it is for the other policies");
        }
        if (needs.contains(Capability.SIGNAL) && world.signal() != null) {
            traits.add("its signal");
        }
        if (!policy.steps().constant()) {
            traits.add("its number of steps");
        }
        if (!policy.promptTokens().constant()) {
            traits.add("the tokens of its prompt");
        }
        if (policy.silence() instanceof Silence.OverProblems) {
            traits.add("the share of its wrong candidates that give no answer");
        }
        Verifiers verifiers = world.verifiers();
        boolean outcome = needs.contains(Capability.OUTCOME_VERIFIER) || needs.contains(Capability.BOOLEAN_VERIFIER);
        boolean answers = needs.contains(Capability.ANSWERS) || needs.contains(Capability.GREEDY_STEPS);
        if (outcome && verifiers.panel().size() > 0) {
            for (NamedVerifier one : verifiers.panel().members()) {
                answers |= looksAtAnswers(one.verifier());
                add(one.verifier(), "verifier " + one.name(), traits);
            }
        } else if (outcome && verifiers.outcome() != null) {
            answers |= looksAtAnswers(verifiers.outcome());
            add(verifiers.outcome(), "outcome verifier", traits);
        }
        if (needs.contains(Capability.PROCESS_VERIFIER) && verifiers.process() != null) {
            answers |= looksAtAnswers(verifiers.process());
            add(verifiers.process(), "process verifier", traits);
        }
        if (needs.contains(Capability.JUDGE) && verifiers.judge() != null) {
            answers |= looksAtAnswers(verifiers.judge().latent());
            add(verifiers.judge().latent(), "judge", traits);
        }
        if (answers && policy.wrongAnswers() instanceof PitmanYor) {
            traits.add("the weights of its wrong answers");
        }
        return traits;
    }

    /**
     * The law of p as the policy's ideas and temperature make it; empty where it has no name, as when either meets a density of
     * p, the logit-normal one excepted: at a temperature that stays logit-normal; or where training has moved problems one by one.
     */
    static Optional<DifficultyLaw> realised(SyntheticWorld world) {
        if (world.problems().moves().size() > 0) {
            return Optional.empty();
        }
        Policy policy = world.policy();
        DifficultyLaw law = world.problems().law();
        IdeaLaw ideas = policy.ideas();
        boolean shared = ideas != null && ideas.shared();
        if (policy.temperature().none()) {
            return ideas != null && shared ? ideas.realised(law) : Optional.of(law);
        }
        if (shared || !(policy.silence() instanceof Silence.Share silence)) {
            return Optional.empty();
        }
        return new Sharpening(policy.temperature(), policy.wrongAnswers()).realised(law, silence.share());
    }

    private static boolean looksAtAnswers(Verifier verifier) {
        return verifier.answersShare() || verifier.hack().share() > 0;
    }

    private static void add(Verifier verifier, String name, List<String> traits) {
        if (verifier.shares().problem() > 0 || verifier.goodShares().problem() > 0) {
            traits.add("the %s's noise for it".formatted(name));
        }
        if (verifier.answersShare()) {
            traits.add("the %s's noise for its answers".formatted(name));
        }
        if (verifier.hack().share() > 0) {
            traits.add("the answers that the %s loves".formatted(name));
        }
        if (verifier.variations().stream().anyMatch(Variation.Level.class::isInstance)) {
            traits.add("the level that the %s goes by".formatted(name));
        }
        if (verifier.scoring() instanceof Scoring.VariedGrade grade
                && !grade.spread().none()) {
            traits.add("the %s's d for it".formatted(name));
        }
        if (verifier.scoring() instanceof Scoring.Graded graded
                && !graded.sensitivity().spread().none()) {
            traits.add("the %s's d for it".formatted(name));
        }
    }
}
