package overthink.core.solve.policies;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import overthink.core.api.Law;
import overthink.core.api.Resource;
import overthink.core.exact.PooledAccuracy;
import overthink.core.exact.voting.PooledVote;
import overthink.core.law.cost.CountLaw;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.solve.declared.DeclaredExact;
import overthink.core.solve.declared.KnownAnswers;
import overthink.core.solve.declared.Shortcut;

/**
 * {@link Law.VoteOfPolicies}: {@link PooledVote} of candidates that are of one kind for each policy, over all answers of a problem,
 * those that are common to policies and those that are a policy's own.
 */
final class VoteOfPoliciesShortcut implements Shortcut {

    /** Multiplications that one vote may take; a problem then takes some ten milliseconds. */
    private static final double MOST_WORK = 1e7;

    private final Law.VoteOfPolicies law;

    VoteOfPoliciesShortcut(Law.VoteOfPolicies law) {
        this.law = law;
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        List<Integer> policies = PolicySpending.numbers(world, law.policies());
        Optional<String> obstacle = PolicySpending.obstacleTogether(world, policies);
        return obstacle.isPresent()
                ? new Availability.Refused(obstacle.get())
                : new Availability.Made(new VoteRoute(world, policies, shares(policies)));
    }

    private PolicyShares shares(List<Integer> policies) {
        return new PolicyShares(policies.size(), law.most());
    }

    @Override
    public Optional<String> exactEnds(SyntheticWorld world, Resource resource, long amount) {
        List<Integer> policies = PolicySpending.numbers(world, law.policies());
        CountLaw steps = world.policy().steps();
        long candidates = resource == Resource.STEPS ? amount / steps.min() : amount;
        int most = policies.stream()
                .mapToInt(number -> KnownAnswers.most(world.policy(number).wrongAnswers()))
                .max()
                .orElse(0);
        int answers = most * (world.ensemble().overlap() == 1 ? 1 : policies.size());
        return PooledVote.work(shares(policies).of(candidates), answers) > MOST_WORK
                ? Optional.of("%d candidates of %d policies with up to %d wrong answers vote, which takes too long"
                        .formatted(Math.min(candidates, shares(policies).last()), policies.size(), answers))
                : Optional.empty();
    }

    /** Limits are not looked for. */
    private record VoteRoute(SyntheticWorld world, List<Integer> policies, PolicyShares shares)
            implements DeclaredExact {

        @Override
        public boolean endless() {
            return false;
        }

        @Override
        public TruthSolver solver() {
            return new PooledSolver(world, policies, shares, 0, this::vote);
        }

        private PooledAccuracy vote(ProblemTruth view) {
            int size = policies.size();
            double[] p = new double[size];
            double[] unique = new double[size];
            double[] silent = new double[size];
            Map<Integer, double[]> wrong = new TreeMap<>();
            for (int kind = 0; kind < size; kind++) {
                int number = policies.get(kind);
                p[kind] = view.problem(number).p();
                silent[kind] = (1 - p[kind]) * view.silence(number);
                double[] weights = view.answerWeights(number);
                double total = 0;
                for (double weight : weights) {
                    total += weight;
                }
                double unit = (1 - p[kind]) * (1 - view.silence(number)) / total;
                unique[kind] = unit * weights[0];
                for (int own = 1; own < weights.length; own++) {
                    wrong.computeIfAbsent(view.answer(number, own), answer -> new double[size])[kind] =
                            unit * weights[own];
                }
            }
            return new PooledVote(p, wrong.values().toArray(double[][]::new), unique, silent);
        }
    }
}
