package overthink.core.solve.declared;

import overthink.core.model.DrawnWorld;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticDraw;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.OutcomeListener;
import overthink.core.route.Route;
import overthink.core.world.Problem;

/** A sampler's route in a world of declared laws: samplers are told the truth of one problem after the other. */
public interface DeclaredAggregated extends Route.Aggregated {

    /** A sampler for one thread. */
    TruthSampler sampler();

    /** What a trial spends on a problem under a budget that pays for so many candidates. */
    ExpectedSpending spending(Problem problem, long candidates);

    @Override
    default ExpectedSpending spending(DrawnWorld drawn, int problem, long candidates) {
        return spending(SyntheticDraw.of(drawn).problem(problem), candidates);
    }

    @Override
    default Route.Details details(DrawnWorld drawn) {
        ProblemTruth truth = SyntheticDraw.of(drawn).truth();
        CandidateLaw law = new CandidateLaw(truth);
        return (problem, candidates) -> {
            truth.turnTo(problem);
            return law.together(spending(truth.problem(), candidates), candidates);
        };
    }

    @Override
    default Route.Sampler sampler(DrawnWorld drawn) {
        ProblemTruth truth = SyntheticDraw.of(drawn).truth();
        TruthSampler sampler = sampler();
        return new Route.Sampler() {
            @Override
            public void turnTo(int problem, long[] candidates) {
                truth.turnTo(problem);
                sampler.turnTo(truth, candidates);
            }

            @Override
            public void play(long trial, OutcomeListener into) {
                sampler.play(trial, into);
            }
        };
    }

    /** {@link Route.Sampler} of problems whose truth is told. */
    interface TruthSampler {

        /** Turns to another problem; numbers of candidates as for {@link Route.Sampler#turnTo}. */
        void turnTo(ProblemTruth problem, long[] candidates);

        /** As {@link Route.Sampler#play}. */
        void play(long trial, OutcomeListener into);
    }
}
