package overthink.core.solve.declared;

import org.jspecify.annotations.Nullable;
import overthink.core.exact.Coverage;
import overthink.core.model.ProblemTruth;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.world.Problem;

/** Keeps the problem in hand. */
public abstract class AbstractSolver implements DeclaredExact.TruthSolver {

    private @Nullable Problem problem;
    private @Nullable CandidateLaw candidateLaw;

    @Override
    public final void turnTo(ProblemTruth view) {
        problem = view.problem();
        candidateLaw = new CandidateLaw(view);
        prepare(view);
    }

    /** Works out what all budgets of a problem share. */
    protected abstract void prepare(ProblemTruth view);

    /** The problem in hand. */
    protected final Problem problem() {
        Problem known = problem;
        if (known == null) {
            throw new IllegalStateException("no problem was turned to");
        }
        return known;
    }

    @Override
    public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
        return independent()
                ? candidateLaw().together(outcome.spending(), candidates)
                : candidateLaw().stopping(outcome.spending(), Double.NaN, null);
    }

    /** What candidates of the problem in hand are. */
    protected final CandidateLaw candidateLaw() {
        CandidateLaw known = candidateLaw;
        if (known == null) {
            throw new IllegalStateException("no problem was turned to");
        }
        return known;
    }

    /** The chance that some of so many candidates is right; of recorded ones as far as they go. */
    protected final double coverage(long candidates) {
        return Coverage.measured(p(), problem().counted(), candidates);
    }

    /** The chance that a candidate of the problem in hand is right. */
    protected final double p() {
        return problem().p();
    }
}
