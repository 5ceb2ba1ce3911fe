package overthink.core.solve.policies;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import overthink.core.api.Law;
import overthink.core.exact.PooledAccuracy;
import overthink.core.exact.selection.BestOfNAccuracy;
import overthink.core.exact.selection.PooledBestOfN;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.ProblemTruth;
import overthink.core.model.ProblemTruth.Source;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.solve.declared.DeclaredExact;
import overthink.core.solve.declared.Memo;
import overthink.core.solve.declared.Shortcut;
import overthink.core.solve.declared.VerdictRates;
import overthink.core.solve.selection.BestOfNShortcut;

/**
 * {@link Law.BestOfPolicies}: {@link PooledBestOfN} of candidates that are of one kind for each policy, right with its chance on the
 * problem and about its d.
 */
final class BestOfPoliciesShortcut implements Shortcut {

    private final Law.BestOfPolicies law;

    BestOfPoliciesShortcut(Law.BestOfPolicies law) {
        this.law = law;
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        Verifier verifier = world.verifiers().outcome();
        if (verifier == null) {
            return new Availability.Refused("the world lacks an outcome verifier");
        }
        List<Integer> policies = PolicySpending.numbers(world, law.policies());
        Optional<String> obstacle =
                PolicySpending.obstacleTogether(world, policies).or(() -> obstacle(world, policies, verifier));
        if (obstacle.isPresent()) {
            return new Availability.Refused(obstacle.get());
        }
        if (verifier.scoring() instanceof Scoring.Verdict verdict) {
            VerdictRates rates = new VerdictRates(Source.OUTCOME, verifier, verdict);
            return made(world, policies, view -> PooledBestOfN.accepted(rates.of(view), chances(view, policies)));
        }
        List<Sensitivity> sensitivities = policies.stream()
                .map(number -> sensitivity(world, (Scoring.Graded) verifier.scoring(), number))
                .toList();
        Memo<PooledBestOfN> common = new Memo<>(() -> PooledBestOfN.of(
                verifier, sensitivities.stream().mapToDouble(Sensitivity::hard).toArray()));
        boolean constant = sensitivities.stream().allMatch(Sensitivity::constant);
        return made(
                world,
                policies,
                view -> (constant ? common.get() : PooledBestOfN.of(verifier, distances(view, policies)))
                        .on(chances(view, policies)));
    }

    /** Why the law of scores, given who is right and who made what, is not known. */
    private static Optional<String> obstacle(SyntheticWorld world, List<Integer> policies, Verifier verifier) {
        if (verifier.answersShare()) {
            return Optional.of("answers share noise, and policies give each answer as often as they do");
        }
        if (verifier.scoring() instanceof Scoring.Verdict) {
            return Optional.empty();
        }
        if (!(verifier.scoring() instanceof Scoring.Graded)) {
            return Optional.of(BestOfNShortcut.TABULATED);
        }
        return policies.stream()
                .map(number -> world.policy(number).wrongAnswers())
                .filter(answers -> !BestOfNAccuracy.applies(verifier, answers))
                .findFirst()
                .map(answers -> BestOfNShortcut.obstacle(verifier, answers)
                        .orElse("some answers are loved, and policies give each answer as often as they do"));
    }

    private Availability made(
            SyntheticWorld world, List<Integer> policies, Function<ProblemTruth, PooledAccuracy> accuracies) {
        PolicyShares shares = new PolicyShares(policies.size(), law.most());
        return new Availability.Made((DeclaredExact) () -> new PooledSolver(world, policies, shares, 1, accuracies));
    }

    private static double[] chances(ProblemTruth view, List<Integer> policies) {
        return policies.stream().mapToDouble(number -> view.problem(number).p()).toArray();
    }

    private static double[] distances(ProblemTruth view, List<Integer> policies) {
        return policies.stream().mapToDouble(view::distance).toArray();
    }

    /** d of a policy: its own, or the verifier's. */
    private static Sensitivity sensitivity(SyntheticWorld world, Scoring.Graded graded, int number) {
        Sensitivity own =
                number == 0 ? null : world.ensemble().others().get(number - 1).distance();
        return own == null ? graded.sensitivity() : own;
    }
}
