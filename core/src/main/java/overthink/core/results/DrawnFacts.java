package overthink.core.results;

import overthink.core.estimate.ProblemFacts;
import overthink.core.model.DrawnWorld;

/**
 * What a world says of its problems.
 *
 * @param drawn the world
 */
record DrawnFacts(DrawnWorld drawn) implements ProblemFacts {

    @Override
    public double p(int problem) {
        return drawn.p(problem);
    }

    @Override
    public String level(int problem) {
        int level = drawn.level(problem);
        return level < 0 || level >= drawn.levels().size() ? "" : drawn.levels().get(level);
    }

    @Override
    public int steps(int problem) {
        return drawn.steps(problem);
    }
}
