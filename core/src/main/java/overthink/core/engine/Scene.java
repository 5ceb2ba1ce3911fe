package overthink.core.engine;

import overthink.core.law.step.StepChain;
import overthink.core.random.Address;
import overthink.core.random.Address.Purpose;
import overthink.core.world.Problem;

/** What all trials of one problem share, made ready for drawing: integer thresholds and keys. Immutable. */
final class Scene {

    private static final int SHARED = -1;

    final Problem problem;
    final double p;
    final int steps;
    final int promptTokens;
    /** A candidate generated whole is correct iff its word, halved, is below. */
    final long correct;
    /** A child at depth t is sound iff its key, halved, is below entry 2t + (1 if its parent is sound, else 0). */
    final long[] soundBelow;

    final long worldKey;
    final long verifierKey;
    final long costKey;
    final long strategyKey;
    /** Where the problem's own noise and its answers' live. */
    final long sharedVerifierKey;

    Scene(Problem problem, long seed) {
        this.problem = problem;
        p = problem.p();
        steps = problem.steps();
        promptTokens = problem.promptTokens();
        correct = Address.threshold(p);
        StepChain chain = problem.chain();
        soundBelow = new long[2 * steps + 2];
        for (int t = 1; t <= steps; t++) {
            soundBelow[2 * t] = Address.threshold(chain.recovers(t));
            soundBelow[2 * t + 1] = Address.threshold(chain.stays(t));
        }
        worldKey = Address.problem(seed, Purpose.WORLD, problem.index());
        verifierKey = Address.problem(seed, Purpose.VERIFIER, problem.index());
        costKey = Address.problem(seed, Purpose.COST, problem.index());
        strategyKey = Address.problem(seed, Purpose.STRATEGY, problem.index());
        sharedVerifierKey = Address.trial(verifierKey, SHARED);
    }
}
