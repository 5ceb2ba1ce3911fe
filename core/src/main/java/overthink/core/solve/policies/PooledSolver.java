package overthink.core.solve.policies;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import overthink.core.exact.Approximation;
import overthink.core.exact.Coverage;
import overthink.core.exact.PooledAccuracy;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.LimitOutcome;
import overthink.core.route.RandomSpending;
import overthink.core.solve.declared.AbstractSolver;
import overthink.core.world.Problem;

/** One answer of the candidates of several policies that generate equally many, all in one round. */
final class PooledSolver extends AbstractSolver {

    private final List<Integer> policies;
    private final PolicyShares shares;
    private final int callsEach;
    private final PolicySpending spending;
    private final Function<ProblemTruth, PooledAccuracy> accuracies;
    private List<Problem> problems = List.of();
    private @Nullable PooledAccuracy accuracy;

    /**
     * A solver.
     *
     * @param policies by their numbers
     * @param callsEach verifier calls for each candidate
     * @param accuracies on a problem, of which candidates of a policy are a kind
     */
    PooledSolver(
            SyntheticWorld world,
            List<Integer> policies,
            PolicyShares shares,
            int callsEach,
            Function<ProblemTruth, PooledAccuracy> accuracies) {
        this.policies = policies;
        this.shares = shares;
        this.callsEach = callsEach;
        spending = new PolicySpending(world);
        this.accuracies = accuracies;
    }

    @Override
    protected void prepare(ProblemTruth view) {
        accuracy = accuracies.apply(view);
        problems = policies.stream().map(view::problem).toList();
    }

    @Override
    public ExpectedOutcome at(long candidates) {
        if (candidates == 0) {
            return ExpectedOutcome.NOTHING;
        }
        long[] counts = shares.of(candidates);
        ExpectedSpending spent = spending.together(problem(), policies, counts, callsEach);
        return outcome(accuracy().at(counts), counts, spent);
    }

    private ExpectedOutcome outcome(Approximation right, long[] counts, ExpectedSpending spent) {
        double missed = 1;
        for (int i = 0; i < counts.length; i++) {
            Problem found = problems.get(i);
            missed *= 1 - Coverage.measured(found.p(), found.counted(), counts[i]);
        }
        double covered = Math.max(right.value(), 1 - missed);
        return new ExpectedOutcome(right.value(), right.error(), covered, 0, spent);
    }

    /** How many candidates are right; which answers of several policies are the same is not looked at. */
    @Override
    public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
        long[] counts = shares.of(candidates);
        double correct = 0;
        for (int i = 0; i < counts.length; i++) {
            correct += counts[i] * problems.get(i).p();
        }
        return new ExpectedDetail(correct, Double.NaN, Double.NaN, RandomSpending.always(outcome.spending()));
    }

    @Override
    public long last() {
        return shares.last();
    }

    @Override
    public Optional<LimitOutcome> limit() {
        return last() < Long.MAX_VALUE ? super.limit() : endless();
    }

    private Optional<LimitOutcome> endless() {
        OptionalDouble right = accuracy().limit();
        return right.isPresent()
                ? Optional.of(new LimitOutcome(
                        right.getAsDouble(), problems.stream().anyMatch(found -> found.p() > 0) ? 1 : 0))
                : Optional.empty();
    }

    private PooledAccuracy accuracy() {
        PooledAccuracy known = accuracy;
        if (known == null) {
            throw new IllegalStateException("no problem was turned to");
        }
        return known;
    }
}
