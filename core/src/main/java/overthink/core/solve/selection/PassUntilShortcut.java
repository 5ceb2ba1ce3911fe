package overthink.core.solve.selection;

import java.util.Optional;
import overthink.core.api.Law;
import overthink.core.estimate.PassRates;
import overthink.core.exact.selection.FirstAcceptedLaw;
import overthink.core.exact.selection.FirstAcceptedLaw.Otherwise;
import overthink.core.exact.selection.PassUntilLaw;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.LimitOutcome;
import overthink.core.solve.declared.AbstractSolver;
import overthink.core.solve.declared.Shortcut;
import overthink.core.solve.declared.SpendingLaw;
import overthink.core.solve.declared.VerdictRates;

/** {@link Law.UntilPassed}: its answer is that of {@link Law.UntilAccepted}, its spending that of {@link PassUntilLaw}. */
final class PassUntilShortcut implements Shortcut {

    /** Closed forms in double arithmetic, an incomplete beta function among them. */
    private static final double ROUNDING = 1e-12;

    private final Law.UntilPassed law;

    PassUntilShortcut(Law.UntilPassed law) {
        this.law = law;
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        return VerdictRates.oneByOne(world, rates -> () -> new PassUntilSolver(rates, new SpendingLaw(world)));
    }

    private final class PassUntilSolver extends AbstractSolver {

        private final VerdictRates rates;
        private final SpendingLaw spending;
        private final Otherwise fallback = law.abstains() ? Otherwise.ABSTAIN : Otherwise.ANSWER;
        private FirstAcceptedLaw first = new FirstAcceptedLaw(1, 0);
        private PassUntilLaw until = new PassUntilLaw(1, 1);

        PassUntilSolver(VerdictRates rates, SpendingLaw spending) {
            this.rates = rates;
            this.spending = spending;
        }

        @Override
        protected void prepare(ProblemTruth view) {
            first = rates.of(view);
            until = new PassUntilLaw(Math.min(1, first.acceptance(p())), law.accepted());
        }

        @Override
        public ExpectedOutcome at(long candidates) {
            long most = Math.min(law.most(), candidates);
            double accuracy = first.accuracy(p(), most, fallback);
            return new ExpectedOutcome(
                    accuracy,
                    ROUNDING,
                    Math.max(accuracy, until.coverage(p(), first.fpr(), most)),
                    abstained(most),
                    spending.oneByOne(problem(), until.draws(most), 1));
        }

        @Override
        public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
            long most = Math.min(law.most(), candidates);
            return candidateLaw()
                    .stopping(outcome.spending(), Double.NaN, null)
                    .with(new PassRates(until.biased(most), until.unbiased(most)));
        }

        @Override
        public long last() {
            return law.most();
        }

        @Override
        public Optional<LimitOutcome> limit() {
            if (law.most() < Law.UNBOUNDED) {
                return super.limit();
            }
            double wrong = (1 - p()) * first.fpr();
            double ends = p() + wrong;
            double never = ends == 0 ? 1 : StrictMath.pow(wrong / ends, law.accepted());
            double accuracy = first.accuracy(p(), law.most(), fallback);
            return Optional.of(new LimitOutcome(accuracy, Math.max(accuracy, 1 - never), abstained(law.most())));
        }

        private double abstained(long most) {
            return fallback == Otherwise.ABSTAIN ? first.noneAccepted(p(), most) : 0;
        }
    }
}
