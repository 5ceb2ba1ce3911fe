package overthink.core.model;

import overthink.core.law.answer.Silence;
import overthink.core.law.idea.Sharpening;
import overthink.core.law.step.StepChain;
import overthink.core.random.Address;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.world.Policy;
import overthink.core.world.Problem;

/** What all trials of one problem share, made ready for drawing: integer thresholds, and where its randomness comes from. Immutable. */
final class ProblemTables {

    final Problem problem;
    final double p;
    final int steps;
    final int promptTokens;
    /** A candidate generated whole is correct iff its word, halved, is below. */
    final long correct;
    /** A child at depth t is sound iff its word, halved, is below entry 2t + (1 if its parent is sound, else 0). */
    final long[] soundBelow;
    /** μ as its law gives it. */
    final double declaredSilence;
    /** μ: the share of wrong candidates that give no answer. */
    final double silence;
    /** A flaw leads to no answer iff its word, halved, is below. */
    final long silentBelow;

    final Origin origin;
    final int index;

    ProblemTables(Problem problem, Silence law, Sharpening sharpening, Origin origin) {
        this(problem, declaredSilence(law, origin, problem.index()), sharpening, origin);
    }

    private ProblemTables(Problem problem, double declaredSilence, Sharpening sharpening, Origin origin) {
        this(problem, declaredSilence, sharpening.silence(declaredSilence), origin);
    }

    private ProblemTables(Problem problem, double declaredSilence, double silence, Origin origin) {
        this.problem = problem;
        this.origin = origin;
        this.declaredSilence = declaredSilence;
        this.silence = silence;
        index = problem.index();
        p = problem.p();
        steps = problem.steps();
        promptTokens = problem.promptTokens();
        correct = Address.threshold(p);
        silentBelow = Address.threshold(silence);
        StepChain chain = problem.chain();
        soundBelow = new long[2 * steps + 2];
        for (int t = 1; t <= steps; t++) {
            soundBelow[2 * t] = Address.threshold(chain.recovers(t));
            soundBelow[2 * t + 1] = Address.threshold(chain.stays(t));
        }
    }

    /** This problem with another chance of a right candidate, the steps of which follow from it. */
    ProblemTables withChance(double other, Policy policy) {
        StepChain chain =
                StepChain.solve(other, policy.recovery(), policy.profile().weights(steps));
        Problem changed =
                new Problem(index, other, problem.declared(), problem.level(), problem.promptTokens(), chain, 0);
        return new ProblemTables(changed, declaredSilence, silence, origin);
    }

    /** μ of a problem at temperature 1. */
    static double declaredSilence(Silence law, Origin origin, int problem) {
        return law.none() ? 0 : law.quantile(Address.uniform(origin.word(Purpose.NO_ANSWER_SHARE, problem)));
    }
}
