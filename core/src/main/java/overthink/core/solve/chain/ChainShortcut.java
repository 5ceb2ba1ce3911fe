package overthink.core.solve.chain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Law;
import overthink.core.exact.chain.RevisionChain;
import overthink.core.exact.chain.RevisionChain.End;
import overthink.core.law.chain.ChainLaw;
import overthink.core.law.chain.Revision;
import overthink.core.model.ProblemTruth;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.LimitOutcome;
import overthink.core.solve.declared.AbstractSolver;
import overthink.core.solve.declared.DeclaredExact;
import overthink.core.solve.declared.Shortcut;
import overthink.core.solve.declared.SpendingLaw;

/** {@link Law.Revised} and {@link Law.UntilFinished}: {@link RevisionChain}. */
final class ChainShortcut implements Shortcut {

    /** Sums of chances in double arithmetic. */
    static final double ROUNDING = 1e-12;

    /** Below it a drift takes so many revisions that their number is no small one. */
    private static final double LEAST_DRIFT = 0.01;

    private final boolean told;
    private final boolean untilFinished;
    private final long most;

    ChainShortcut(boolean told, boolean untilFinished, long most) {
        this.told = told;
        this.untilFinished = untilFinished;
        this.most = most;
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        ChainLaw law = world.policy().chain();
        if (law == null) {
            return new Availability.Refused("the policy of this world does not revise");
        }
        Optional<String> obstacle = SpendingLaw.obstacleOneByOne(world).or(() -> obstacle(law));
        return obstacle.isPresent()
                ? new Availability.Refused(obstacle.get())
                : new Availability.Made((DeclaredExact) () -> new ChainSolver(law, world));
    }

    private static Optional<String> obstacle(ChainLaw law) {
        if (law.avoidance().at(0) > 0 || law.avoidance().at(1) > 0) {
            return Optional.of("what a revision avoids depends on the whole chain (avoidance)");
        }
        if (law.tokens() != null) {
            return Optional.of("a revision's tokens are not those of a solution");
        }
        double drift = Math.abs(law.drift().at(0));
        if (!law.drift().constant() || (drift > 0 && drift < LEAST_DRIFT)) {
            return Optional.of("the drift is so small, on some problem perhaps, that it takes very many revisions");
        }
        return Optional.empty();
    }

    private final class ChainSolver extends AbstractSolver {

        private final ChainLaw law;
        private final Revision revision;
        private final SpendingLaw spending;
        private final double meanTokens;
        private @Nullable RevisionChain chain;

        ChainSolver(ChainLaw law, SyntheticWorld world) {
            this.law = law;
            revision = told ? law.told() : law.revision();
            spending = new SpendingLaw(world);
            meanTokens = world.policy().tokensPerStep().mean();
        }

        @Override
        protected void prepare(ProblemTruth view) {
            chain = new RevisionChain(
                    p(),
                    revision.anchoring(p()),
                    revision.freshLogOdds(p()),
                    law.drift().at(p()));
        }

        private RevisionChain chain() {
            RevisionChain known = chain;
            if (known == null) {
                throw new IllegalStateException("no problem was turned to");
            }
            return known;
        }

        private End end(long candidates) {
            RevisionChain known = chain();
            if (untilFinished) {
                double right = law.stop().right().at(p());
                double wrong = law.stop().wrong().at(p());
                return known.untilFinished(right, wrong, candidates, law.context());
            }
            return new End(
                    known.accuracy(candidates - 1),
                    candidates,
                    Double.NaN, // detail sums them: most budgets are looked at for the accuracy alone
                    known.coverage(candidates - 1),
                    read(candidates),
                    readFirst(candidates));
        }

        /** How many candidates the revisions of a chain read: each those before it, as far as the context goes. */
        private double read(double candidates) {
            double revisions = candidates - 1;
            double growing = Math.min(revisions, law.context());
            return growing * (growing + 1) / 2 + (revisions - growing) * law.context();
        }

        /** Those of them that the revision before does not read in the same place. */
        private double readFirst(double candidates) {
            double revisions = candidates - 1;
            double growing = Math.min(revisions, law.context());
            return growing + (revisions - growing) * law.context();
        }

        @Override
        public ExpectedOutcome at(long candidates) {
            End end = end(Math.min(most, candidates));
            double tokens = meanTokens * problem().steps();
            double input = (end.length() - 1) * problem().promptTokens() + end.read() * tokens;
            return new ExpectedOutcome(
                    end.accuracy(),
                    ROUNDING,
                    Math.max(end.accuracy(), end.coverage()),
                    0,
                    spending.oneByOne(problem(), end.length(), 0)
                            .plus(spending.readBy(
                                    problem(), end.length() - 1, input, (end.read() - end.readFirst()) * tokens)));
        }

        @Override
        public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
            long made = Math.min(most, candidates);
            End end = end(made);
            double correct = untilFinished
                    ? end.correct()
                    : chain().untilFinished(0, 0, made, law.context()).correct();
            return new ExpectedDetail(correct, Double.NaN, outcome.spending().tokens() / end.length(), null);
        }

        @Override
        public long last() {
            return most;
        }

        @Override
        public Optional<LimitOutcome> limit() {
            End end = end(most);
            return Optional.of(new LimitOutcome(end.accuracy(), Math.max(end.accuracy(), end.coverage())));
        }
    }
}
