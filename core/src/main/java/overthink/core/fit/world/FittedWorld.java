package overthink.core.fit.world;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.fit.difficulty.FittedDifficulty;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Silence;
import overthink.core.law.cost.CountLaw;
import overthink.core.law.cost.Tariff;
import overthink.core.law.difficulty.DifficultyLaw;
import overthink.core.law.difficulty.Empirical;
import overthink.core.law.step.StepProfile;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.SyntheticWorld;
import overthink.core.world.Policy;
import overthink.core.world.Problems;
import overthink.core.world.Verifiers;

/**
 * The laws that were fitted to a recording. Candidates come whole, in one step, unless steps were recorded.
 *
 * @param difficulty of the problems
 * @param answers which answer a wrong candidate gives
 * @param silence how many wrong candidates give none
 * @param verifier of candidates; null where no scores were recorded, or they tell nothing
 * @param process verifier of nodes; empty where scores of steps were not recorded
 * @param steps of a solution
 * @param tokens of a step
 */
public record FittedWorld(
        FittedDifficulty difficulty,
        AnswerLaw answers,
        Silence silence,
        @Nullable Verifier verifier,
        Optional<Verifier> process,
        CountLaw steps,
        CountLaw tokens) {

    /** The world with so many problems drawn from the fitted law. */
    public SyntheticWorld problems(int count) {
        return world(new Problems(difficulty.law(), count));
    }

    /** The world with other problems. */
    SyntheticWorld world(Problems problems) {
        Policy policy = new Policy(
                steps, 0, StepProfile.UNIFORM, answers, silence, new CountLaw.Constant(0), tokens, Tariff.FREE);
        Verifiers verifiers = new Verifiers(verifier, process.orElse(null), null, 0, Tariff.FREE);
        return new SyntheticWorld(problems, policy, verifiers);
    }

    /** The problems of p as listed, each once, in that order. */
    SyntheticWorld ofDifficulties(double[] p) {
        DifficultyLaw listed = new Empirical(p);
        return world(new Problems(listed, p.length));
    }

    /** The same world with another verifier. */
    FittedWorld with(@Nullable Verifier other) {
        return new FittedWorld(difficulty, answers, silence, other, process, steps, tokens);
    }
}
