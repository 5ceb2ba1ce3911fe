package overthink.core.solve.declared;

import java.util.Optional;
import overthink.core.model.DrawnWorld;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticDraw;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.LimitOutcome;
import overthink.core.route.Route;

/** An exact route in a world of declared laws: solvers are told the truth of one problem after the other. */
public interface DeclaredExact extends Route.Exact {

    /** A solver for one thread. */
    TruthSolver solver();

    @Override
    default Route.Solver solver(DrawnWorld drawn) {
        ProblemTruth truth = SyntheticDraw.of(drawn).truth();
        TruthSolver solver = solver();
        return new Route.Solver() {
            @Override
            public void turnTo(int problem) {
                truth.turnTo(problem);
                solver.turnTo(truth);
            }

            @Override
            public ExpectedOutcome at(long candidates) {
                return solver.at(candidates);
            }

            @Override
            public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
                return solver.detail(candidates, outcome);
            }

            @Override
            public long last() {
                return solver.last();
            }

            @Override
            public boolean independent() {
                return solver.independent();
            }

            @Override
            public Optional<LimitOutcome> limit() {
                return solver.limit();
            }
        };
    }

    /** {@link Route.Solver} of problems whose truth is told. */
    interface TruthSolver {

        /** Turns to another problem. */
        void turnTo(ProblemTruth problem);

        /** As {@link Route.Solver#at}. */
        ExpectedOutcome at(long candidates);

        /** As {@link Route.Solver#detail}. */
        ExpectedDetail detail(long candidates, ExpectedOutcome outcome);

        /** As {@link Route.Solver#last}. */
        default long last() {
            return Long.MAX_VALUE;
        }

        /** As {@link Route.Solver#independent}. */
        default boolean independent() {
            return false;
        }

        /** As {@link Route.Solver#limit}; where nothing changes beyond {@link #last()}, what that comes to. */
        default Optional<LimitOutcome> limit() {
            return last() == Long.MAX_VALUE ? Optional.empty() : Optional.of(LimitOutcome.of(at(last())));
        }
    }
}
