package overthink.core.solve.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Law;
import overthink.core.exact.chain.Merging;
import overthink.core.exact.chain.MergingRounds;
import overthink.core.law.chain.MergeLaw;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.ExpectedSpending;
import overthink.core.route.Route;
import overthink.core.solve.declared.AbstractSolver;
import overthink.core.solve.declared.DeclaredExact;
import overthink.core.solve.declared.Shortcut;
import overthink.core.solve.declared.SpendingLaw;

/** {@link Law.MergedInRounds}: {@link MergingRounds}. */
final class MergedInRoundsShortcut implements Shortcut {

    /** Sums of chances in double arithmetic, round by round. */
    static final double ROUNDING = 1e-11;

    /** The largest population whose chances are worked out: a round takes its square. */
    private static final int LARGEST = 128;

    /** A change of chances below which rounds change nothing more. */
    private static final double SETTLED = 1e-17;

    private final Law.MergedInRounds law;

    MergedInRoundsShortcut(Law.MergedInRounds law) {
        this.law = law;
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        MergeLaw merge = world.policy().merge();
        if (merge == null) {
            return new Availability.Refused("the policy of this world does not merge");
        }
        if (law.population() > LARGEST) {
            return new Availability.Refused("the population is larger than " + LARGEST);
        }
        Optional<String> obstacle = SpendingLaw.obstacleTogether(world);
        return obstacle.isPresent()
                ? new Availability.Refused(obstacle.get())
                : new Availability.Made(new RoundsRoute(merge, world));
    }

    /** Budgets end: what rounds without end come to is not worked out. */
    private final class RoundsRoute implements DeclaredExact {

        private final MergeLaw merge;
        private final SyntheticWorld world;

        RoundsRoute(MergeLaw merge, SyntheticWorld world) {
            this.merge = merge;
            this.world = world;
        }

        @Override
        public boolean endless() {
            return false;
        }

        @Override
        public TruthSolver solver() {
            return new RoundsSolver(merge, world);
        }
    }

    private final class RoundsSolver extends AbstractSolver {

        private final MergeLaw merge;
        private final SpendingLaw spending;
        private final double meanTokens;
        private final int size = law.population();
        /** Of the problem in hand: accuracies after 0, 1, … rounds, as far as they are known. */
        private final List<Double> accuracies = new ArrayList<>();

        private @Nullable MergingRounds rounds;
        private boolean settled;

        RoundsSolver(MergeLaw merge, SyntheticWorld world) {
            this.merge = merge;
            spending = new SpendingLaw(world);
            meanTokens = world.policy().tokensPerStep().mean();
        }

        @Override
        protected void prepare(ProblemTruth view) {
            rounds = null;
            accuracies.clear();
            settled = false;
        }

        private double accuracy(long wanted) {
            MergingRounds known = rounds;
            if (known == null) {
                known = new MergingRounds(MergedShortcut.merging(merge, p()), size, law.group());
                rounds = known;
                accuracies.add(known.accuracy());
            }
            while (accuracies.size() <= wanted && !settled) {
                settled = known.round() < SETTLED;
                accuracies.add(known.accuracy());
            }
            return accuracies.get((int) Math.min(wanted, accuracies.size() - 1L));
        }

        @Override
        public ExpectedOutcome at(long candidates) {
            long sampled = Math.min(size, candidates);
            if (candidates <= size) {
                double coverage = 1 - StrictMath.pow(1 - p(), sampled);
                return new ExpectedOutcome(p(), 0, coverage, 0, spending.together(problem(), sampled, 0));
            }
            long merges = Math.min(candidates - size, most(law.rounds()));
            Merging merging = MergedShortcut.merging(merge, p());
            double accuracy = accuracy(merges / size);
            double never = StrictMath.pow(1 - p(), size) * StrictMath.pow(1 - merging.accuracy(law.group(), 0), merges);
            return new ExpectedOutcome(accuracy, ROUNDING, Math.max(accuracy, 1 - never), 0, spent(merges));
        }

        /** Members of a round are right with one chance, whatever they have in common. */
        @Override
        public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
            long sampled = Math.min(size, candidates);
            long merges = Math.min(candidates - sampled, most(law.rounds()));
            double correct = sampled * p();
            long left = merges;
            for (long round = 1; left > 0; round++) {
                double accuracy = accuracy(round);
                long made = settled && round >= accuracies.size() ? left : Math.min(size, left);
                correct += made * accuracy;
                left -= made;
            }
            double length = outcome.spending().tokens() / (sampled + (double) merges);
            return new ExpectedDetail(correct, Double.NaN, length, null);
        }

        private long most(long rounds) {
            return rounds > Route.Exact.MOST_CANDIDATES / size ? Route.Exact.MOST_CANDIDATES : rounds * size;
        }

        private ExpectedSpending spent(long merges) {
            double concurrency = spending.concurrency();
            long whole = merges / size;
            long rest = merges % size;
            double waves = (whole + 1) * Math.ceil(size / concurrency) + Math.ceil(rest / concurrency);
            double rounds = 1.0 + whole + (rest > 0 ? 1 : 0);
            double read = merges
                    * (problem().promptTokens()
                            + law.group() * meanTokens * problem().steps());
            return spending.inRounds(problem(), size + (double) merges, rounds, waves)
                    .plus(spending.readBy(problem(), merges, read, 0));
        }

        @Override
        public long last() {
            long most = most(law.rounds());
            return most == Route.Exact.MOST_CANDIDATES ? Long.MAX_VALUE : size + most;
        }
    }
}
