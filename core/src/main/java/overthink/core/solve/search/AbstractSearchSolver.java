package overthink.core.solve.search;

import java.util.Optional;
import overthink.core.exact.search.SearchEnd;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.LimitOutcome;
import overthink.core.route.RandomSpending;
import overthink.core.solve.declared.AbstractSolver;
import overthink.core.solve.declared.SpendingLaw;

/** Knows the end of a search over steps, problem by problem. */
abstract class AbstractSearchSolver extends AbstractSolver {

    private final SpendingLaw spending;

    AbstractSearchSolver(SyntheticWorld world) {
        spending = new SpendingLaw(world);
    }

    /** How many nodes each step has under a budget that pays for so many candidates. */
    abstract long nodes(long candidates);

    /** What the search comes to with so many nodes a step. */
    abstract SearchEnd end(long nodes);

    /** What it comes to as budgets grow without end; empty where that is not known. */
    abstract Optional<SearchEnd> endless();

    @Override
    public ExpectedOutcome at(long candidates) {
        long nodes = nodes(candidates);
        SearchEnd end = end(nodes);
        double coverage = Math.max(end.accuracy(), end.coverage());
        return new ExpectedOutcome(end.accuracy(), end.error(), coverage, 0, spending.stepByStep(problem(), nodes));
    }

    @Override
    public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
        return new ExpectedDetail(
                end(nodes(candidates)).right(),
                Double.NaN,
                outcome.spending().tokens() / nodes(candidates),
                RandomSpending.always(outcome.spending()));
    }

    @Override
    public Optional<LimitOutcome> limit() {
        return endless().map(end -> new LimitOutcome(end.accuracy(), Math.max(end.accuracy(), end.coverage())));
    }
}
