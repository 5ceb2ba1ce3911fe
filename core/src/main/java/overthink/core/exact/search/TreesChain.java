package overthink.core.exact.search;

import overthink.core.exact.Approximation;
import overthink.core.exact.Coverage;
import overthink.core.law.step.StepChain;

/**
 * Independent {@linkplain GreedyChain greedy searches} side by side, the best of all whose last children is the answer.
 *
 * @param greedy one tree
 * @param forest the last step of all
 */
public record TreesChain(GreedyChain greedy, Forest forest) {

    /**
     * What the search comes to on a problem.
     *
     * @param steps how soundness goes on
     * @param trees how many, at least 1
     * @param width children in each tree at each step, at least 1
     */
    public SearchEnd end(StepChain steps, long trees, long width) {
        Approximation parent = greedy.parent(steps, width);
        double p = parent.value();
        double stays = steps.stays(steps.steps());
        double recovers = steps.recovers(steps.steps());
        Approximation accuracy = forest.at(p, stays, recovers, trees, width);
        double covered = p * Coverage.of(stays, width) + (1 - p) * Coverage.of(recovers, width);
        return new SearchEnd(
                accuracy.value(),
                accuracy.error() + felt(parent, trees),
                Coverage.of(Math.min(1, covered), trees),
                (double) trees * width * (p * stays + (1 - p) * recovers));
    }

    /** What an error of a tree's chance does to that of so many: the number of sound trees is binomial (its score's deviation). */
    private static double felt(Approximation parent, long trees) {
        double p = parent.value();
        return parent.error() * Math.min(trees, StrictMath.sqrt(trees / (p * (1 - p))));
    }

    /** What it comes to as the trees grow in number without end. */
    public SearchEnd limit(StepChain steps, long width) {
        double p = greedy.parent(steps, width).value();
        double stays = steps.stays(steps.steps());
        double recovers = steps.recovers(steps.steps());
        boolean some = p * stays + (1 - p) * recovers > 0;
        return new SearchEnd(
                forest.limit(p, stays, recovers, width), 0, some ? 1 : 0, some ? Double.POSITIVE_INFINITY : 0);
    }
}
