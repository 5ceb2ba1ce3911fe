package overthink.core.solve;

import org.jspecify.annotations.Nullable;
import overthink.core.model.ProblemTruth;
import overthink.core.world.Problem;

/** Keeps the problem in hand. */
abstract class AbstractSolver implements DeclaredExact.TruthSolver {

    private @Nullable Problem problem;

    @Override
    public final void turnTo(ProblemTruth view) {
        problem = view.problem();
        prepare(view);
    }

    /** Works out what all budgets of a problem share. */
    abstract void prepare(ProblemTruth view);

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
