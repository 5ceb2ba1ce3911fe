package overthink.core.solve.chain;

import java.util.Optional;
import overthink.core.api.Law;
import overthink.core.exact.chain.Merging;
import overthink.core.law.chain.MergeLaw;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.LimitOutcome;
import overthink.core.solve.declared.AbstractSolver;
import overthink.core.solve.declared.DeclaredExact;
import overthink.core.solve.declared.Shortcut;
import overthink.core.solve.declared.SpendingLaw;

/** {@link Law.Merged}: {@link Merging} of a binomial number of right candidates. */
final class MergedShortcut implements Shortcut {

    /** Sums of chances in double arithmetic. */
    static final double ROUNDING = 1e-12;

    private final Law.Merged law;

    MergedShortcut(Law.Merged law) {
        this.law = law;
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        MergeLaw merge = world.policy().merge();
        if (merge == null) {
            return new Availability.Refused("the policy of this world does not merge");
        }
        Optional<String> obstacle = SpendingLaw.obstacleTogether(world);
        return obstacle.isPresent()
                ? new Availability.Refused(obstacle.get())
                : new Availability.Made((DeclaredExact) () -> new MergedSolver(merge, world));
    }

    /** How candidates of a problem are merged. */
    static Merging merging(MergeLaw merge, double p) {
        return new Merging(p, merge.fresh().at(p), merge.discernment().at(p));
    }

    private final class MergedSolver extends AbstractSolver {

        private final MergeLaw merge;
        private final SpendingLaw spending;
        private final double meanTokens;

        MergedSolver(MergeLaw merge, SyntheticWorld world) {
            this.merge = merge;
            spending = new SpendingLaw(world);
            meanTokens = world.policy().tokensPerStep().mean();
        }

        @Override
        protected void prepare(ProblemTruth view) {}

        private int members(long candidates) {
            return (int) Math.min(Math.min(law.most(), candidates - 1), Integer.MAX_VALUE);
        }

        @Override
        public ExpectedOutcome at(long candidates) {
            int members = members(candidates);
            if (members == 0) {
                return new ExpectedOutcome(p(), 0, p(), 0, spending.together(problem(), 1, 0));
            }
            Merging merging = merging(merge, p());
            double read = members * meanTokens * problem().steps();
            ExpectedSpending made = spending.together(problem(), members, 0)
                    .plus(spending.oneByOne(problem(), 1, 0))
                    .plus(spending.readApart(problem(), 1, read));
            double accuracy = merging.accuracyOfIndependent(members, p());
            double coverage = 1 - StrictMath.pow(1 - p(), members) * (1 - merging.accuracy(members, 0));
            return new ExpectedOutcome(accuracy, ROUNDING, Math.max(accuracy, coverage), 0, made);
        }

        @Override
        public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
            int members = members(candidates);
            // one that budgets pay for alone is the answer itself
            double correct = members == 0 ? p() : members * p() + outcome.accuracy();
            return new ExpectedDetail(correct, Double.NaN, outcome.spending().tokens() / (members + 1.0), null);
        }

        @Override
        public long last() {
            return law.most() == Law.UNBOUNDED ? Long.MAX_VALUE : law.most() + 1;
        }

        @Override
        public Optional<LimitOutcome> limit() {
            if (law.most() < Integer.MAX_VALUE) {
                return super.limit();
            }
            Merging merging = merging(merge, p());
            double right = merging.discernment() * p();
            double adopted = p() == 1 ? 1 : right / (right + 1 - p());
            double fresh = merging.fresh();
            double accuracy = fresh * p() + (1 - fresh) * adopted;
            return Optional.of(new LimitOutcome(accuracy, p() == 0 ? 0 : 1));
        }
    }
}
