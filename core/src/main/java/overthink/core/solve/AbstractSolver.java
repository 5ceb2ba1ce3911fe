package overthink.core.solve;

import org.jspecify.annotations.Nullable;
import overthink.core.exact.Coverage;
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

    /** The chance that some of so many candidates is right; of recorded ones as far as they go. */
    final double coverage(long candidates) {
        return Coverage.measured(p(), problem().counted(), candidates);
    }

    final double p() {
        return problem().p();
    }
}
