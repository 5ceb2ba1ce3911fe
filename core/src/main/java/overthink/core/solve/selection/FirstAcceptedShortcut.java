package overthink.core.solve.selection;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import overthink.core.api.Law;
import overthink.core.exact.selection.FirstAcceptedLaw;
import overthink.core.exact.selection.FirstAcceptedLaw.Otherwise;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.LimitOutcome;
import overthink.core.route.RandomSpending;
import overthink.core.solve.declared.AbstractSolver;
import overthink.core.solve.declared.Shortcut;
import overthink.core.solve.declared.SpendingLaw;
import overthink.core.solve.declared.VerdictRates;

/**
 * {@link Law.UntilAccepted}: with a the chance of acceptance, p·t·G right and G = (1 − (1 − a)<sup>K</sup>)/a candidates drawn
 * on average, one after the other; K is the budget, or the law's most candidates where they are
 * fewer.
 */
public final class FirstAcceptedShortcut implements Shortcut {

    /** Closed forms in double arithmetic. */
    public static final double ROUNDING = 1e-14;

    private final Law.UntilAccepted law;

    FirstAcceptedShortcut(Law.UntilAccepted law) {
        this.law = law;
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        Otherwise fallback = law.abstains() ? Otherwise.ABSTAIN : Otherwise.ANSWER;
        return VerdictRates.oneByOne(
                world, rates -> () -> new FirstAcceptedSolver(rates, law.most(), fallback, new SpendingLaw(world)));
    }

    private static final class FirstAcceptedSolver extends AbstractSolver {

        private final VerdictRates rates;
        private final long cap;
        private final Otherwise fallback;
        private final SpendingLaw spending;
        private FirstAcceptedLaw law = new FirstAcceptedLaw(1, 0);
        private IntToDoubleFunction rate = answer -> 0;

        FirstAcceptedSolver(VerdictRates rates, long cap, Otherwise fallback, SpendingLaw spending) {
            this.rates = rates;
            this.cap = cap;
            this.fallback = fallback;
            this.spending = spending;
        }

        @Override
        protected void prepare(ProblemTruth view) {
            law = rates.of(view);
            rate = answer -> answer == 0 ? rates.ofRight(view) : rates.ofWrong(view, answer);
        }

        @Override
        public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
            long draws = Math.min(cap, candidates);
            double accepted = law.acceptance(p());
            ExpectedSpending spent = outcome.spending();
            return candidateLaw()
                    .stopping(
                            spent,
                            candidateLaw().distinct(rate, accepted, draws, spent.generations()),
                            new RandomSpending(accepted, draws, spending.oneByOne(problem(), 1, 1)));
        }

        @Override
        public ExpectedOutcome at(long candidates) {
            long draws = Math.min(cap, candidates);
            return new ExpectedOutcome(
                    law.accuracy(p(), draws, fallback),
                    ROUNDING,
                    covered(draws),
                    abstained(draws),
                    spending.oneByOne(problem(), law.draws(p(), draws), 1));
        }

        @Override
        public long last() {
            return cap;
        }

        @Override
        public Optional<LimitOutcome> limit() {
            return Optional.of(new LimitOutcome(law.accuracy(p(), cap, fallback), covered(cap), abstained(cap)));
        }

        private double abstained(long draws) {
            return fallback == Otherwise.ABSTAIN ? law.noneAccepted(p(), draws) : 0;
        }

        /**
         * P(a right candidate among those drawn): it is the first that is not a rejected wrong one, so the sum of p·r<sup>k</sup>
         * over k below the number of draws, r = (1 − p)·(1 − f).
         */
        private double covered(long draws) {
            double p = p();
            double stops = p + law.fpr() - p * law.fpr();
            if (p == 0) {
                return 0;
            }
            double ends = draws == FirstAcceptedLaw.UNBOUNDED ? 1 : -StrictMath.expm1(draws * StrictMath.log1p(-stops));
            return Math.min(1, p / stops * ends);
        }
    }
}
