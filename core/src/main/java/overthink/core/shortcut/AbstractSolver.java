package overthink.core.shortcut;

import org.jspecify.annotations.Nullable;
import overthink.core.engine.ProblemView;
import overthink.core.engine.Route;
import overthink.core.world.Problem;

/** Keeps the problem in hand. */
abstract class AbstractSolver implements Route.Solver {

    private @Nullable Problem problem;

    @Override
    public final void turnTo(ProblemView view) {
        problem = view.problem();
        prepare(view);
    }

    /** Works out what all budgets of a problem share. */
    abstract void prepare(ProblemView view);

    final Problem problem() {
        Problem known = problem;
        if (known == null) {
            throw new IllegalStateException("no problem was turned to");
        }
        return known;
    }

    final double p() {
        return problem().p();
    }
}
