package overthink.core.solve.search;

import java.util.function.Supplier;
import overthink.core.model.DrawnWorld;
import overthink.core.model.SyntheticDraw;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.RandomSpending;
import overthink.core.route.Route;
import overthink.core.solve.declared.DeclaredAggregated;
import overthink.core.solve.declared.SpendingLaw;
import overthink.core.world.Problem;

/** Trials of a sampler for a strategy whose solutions grow side by side, each step with one call of the verifier. */
final class StepByStepRoute implements DeclaredAggregated {

    private final SpendingLaw spending;
    private final Supplier<DeclaredAggregated.TruthSampler> samplers;

    StepByStepRoute(SpendingLaw spending, Supplier<DeclaredAggregated.TruthSampler> samplers) {
        this.spending = spending;
        this.samplers = samplers;
    }

    @Override
    public DeclaredAggregated.TruthSampler sampler() {
        return samplers.get();
    }

    @Override
    public ExpectedSpending spending(Problem problem, long candidates) {
        return candidates == 0 ? ExpectedSpending.NOTHING : spending.stepByStep(problem, candidates);
    }

    /** Which of the candidates are right is not known: they are relatives. */
    @Override
    public Route.Details details(DrawnWorld drawn) {
        return (problem, candidates) -> {
            ExpectedSpending spent = spending(SyntheticDraw.of(drawn).problem(problem), candidates);
            return new ExpectedDetail(
                    Double.NaN, Double.NaN, spent.tokens() / candidates, RandomSpending.always(spent));
        };
    }
}
