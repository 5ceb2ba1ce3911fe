package overthink.core.solve.policies;

import java.util.List;
import java.util.Optional;
import overthink.core.api.Law;
import overthink.core.exact.selection.FirstAcceptedLaw;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.ProblemTruth;
import overthink.core.model.ProblemTruth.Source;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.ExpectedSpending;
import overthink.core.solve.declared.AbstractSolver;
import overthink.core.solve.declared.DeclaredExact;
import overthink.core.solve.declared.Shortcut;
import overthink.core.solve.declared.VerdictRates;
import overthink.core.solve.selection.FirstAcceptedShortcut;

/**
 * {@link Law.Cascaded} by a Boolean verifier of rates t and f on a problem: policy m accepts a<sub>m</sub> = p<sub>m</sub>t + (1 −
 * p<sub>m</sub>)f of its candidates, p<sub>m</sub>t of all right, and (1 − a<sub>m</sub>) go on to the next; with two policies
 * p₁t + (1 − a₁)p₂ at cost c₁ + (1 − a₁)c₂.
 */
final class CascadeShortcut implements Shortcut {

    private final Law.Cascaded law;

    CascadeShortcut(Law.Cascaded law) {
        this.law = law;
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        Verifier verifier = world.verifiers().outcome();
        if (verifier == null || !(verifier.scoring() instanceof Scoring.Verdict verdict)) {
            return new Availability.Refused("the world lacks a Boolean outcome verifier");
        }
        if (verifier.answersShare()) {
            return new Availability.Refused("answers share noise, and policies give each answer as often as they do");
        }
        List<Integer> policies = PolicySpending.numbers(world, law.policies());
        Optional<String> obstacle = PolicySpending.obstacle(world, policies);
        return obstacle.isPresent()
                ? new Availability.Refused(obstacle.get())
                : new Availability.Made((DeclaredExact)
                        () -> new CascadeSolver(new VerdictRates(Source.OUTCOME, verifier, verdict), policies, world));
    }

    private static final class CascadeSolver extends AbstractSolver {

        private final VerdictRates rates;
        private final List<Integer> policies;
        private final PolicySpending spending;
        private FirstAcceptedLaw verdicts = new FirstAcceptedLaw(1, 0);
        private final double[] p;

        CascadeSolver(VerdictRates rates, List<Integer> policies, SyntheticWorld world) {
            this.rates = rates;
            this.policies = policies;
            spending = new PolicySpending(world);
            p = new double[policies.size()];
        }

        @Override
        protected void prepare(ProblemTruth view) {
            verdicts = rates.of(view);
            for (int i = 0; i < p.length; i++) {
                p[i] = view.problem(policies.get(i)).p();
            }
        }

        @Override
        public ExpectedOutcome at(long candidates) {
            int asked = (int) Math.min(candidates, p.length);
            double accuracy = 0;
            double missed = 0;
            double reached = 1;
            double allWrong = 1;
            ExpectedSpending spent = ExpectedSpending.NOTHING;
            for (int i = 0; i < asked; i++) {
                boolean last = i == p.length - 1;
                spent = spent.plus(spending.candidate(problem(), policies.get(i), reached, last ? 0 : reached));
                double accepted = last ? 1 : verdicts.tpr() * p[i] + verdicts.fpr() * (1 - p[i]);
                double right = last ? p[i] : verdicts.tpr() * p[i];
                accuracy += reached * right;
                // what the budget does not take further stays, rejected as it is
                accuracy += i == asked - 1 && !last ? reached * (p[i] - right) : 0;
                missed += allWrong * (i == asked - 1 ? 1 - p[i] : (last ? 1 : verdicts.fpr()) * (1 - p[i]));
                reached *= 1 - accepted;
                allWrong *= (1 - verdicts.fpr()) * (1 - p[i]);
            }
            return new ExpectedOutcome(
                    accuracy, FirstAcceptedShortcut.ROUNDING, Math.max(accuracy, 1 - missed), 0, spent);
        }

        @Override
        public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
            return ExpectedDetail.UNKNOWN;
        }

        @Override
        public long last() {
            return p.length;
        }
    }
}
