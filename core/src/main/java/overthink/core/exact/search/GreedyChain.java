package overthink.core.exact.search;

import overthink.core.exact.Approximation;
import overthink.core.exact.Coverage;
import overthink.core.law.step.StepChain;

/**
 * A search that keeps one node: n children of it at each step, the best of which is kept, and is the answer in the end. Whether
 * the node kept is sound is a Markov chain of two states.
 *
 * @param best the chance that the best of n children of one parent is sound
 */
public record GreedyChain(BestOne best) {

    /**
     * What the search comes to on a problem.
     *
     * @param steps how soundness goes on
     * @param n children at each step, at least 1
     */
    public SearchEnd end(StepChain steps, long n) {
        int last = steps.steps();
        Approximation parent = parent(steps, n);
        Approximation accuracy = next(parent, steps, last, n);
        double ofSound = steps.stays(last);
        double ofFlawed = steps.recovers(last);
        double p = parent.value();
        double covered = p * Coverage.of(ofSound, n) + (1 - p) * Coverage.of(ofFlawed, n);
        return new SearchEnd(accuracy.value(), accuracy.error(), covered, n * (p * ofSound + (1 - p) * ofFlawed));
    }

    /** What it comes to as n grows without end; the right candidates are without end, or none. */
    public SearchEnd limit(StepChain steps) {
        double sound = 1;
        double covered = 0;
        for (int t = 1; t <= steps.steps(); t++) {
            covered = (steps.stays(t) > 0 ? sound : 0) + (steps.recovers(t) > 0 ? 1 - sound : 0);
            sound = sound * best.limit(steps.stays(t)) + (1 - sound) * best.limit(steps.recovers(t));
        }
        return new SearchEnd(sound, 0, covered, covered > 0 ? Double.POSITIVE_INFINITY : 0);
    }

    /** The chance that the node kept before the last step is sound. */
    Approximation parent(StepChain steps, long n) {
        Approximation sound = new Approximation(1, 0);
        for (int t = 1; t < steps.steps(); t++) {
            sound = next(sound, steps, t, n);
        }
        return sound;
    }

    private Approximation next(Approximation parent, StepChain steps, int t, long n) {
        Approximation ofSound = best.at(steps.stays(t), n);
        if (parent.value() == 1) {
            return ofSound;
        }
        Approximation ofFlawed = best.at(steps.recovers(t), n);
        double p = parent.value();
        return new Approximation(
                p * ofSound.value() + (1 - p) * ofFlawed.value(),
                parent.error() + Math.max(ofSound.error(), ofFlawed.error()));
    }
}
