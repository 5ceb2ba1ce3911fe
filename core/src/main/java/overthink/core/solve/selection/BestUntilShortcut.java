package overthink.core.solve.selection;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Law;
import overthink.core.estimate.Method;
import overthink.core.exact.Approximation;
import overthink.core.exact.selection.BestOfNAccuracy;
import overthink.core.exact.selection.LatentSplit;
import overthink.core.exact.selection.ScoreSplit;
import overthink.core.exact.selection.ThresholdStop;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.ProblemTruth;
import overthink.core.model.ProblemTruth.Source;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.route.ExpectedDetail;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.LimitOutcome;
import overthink.core.route.RandomSpending;
import overthink.core.solve.declared.AbstractSolver;
import overthink.core.solve.declared.DeclaredExact;
import overthink.core.solve.declared.KnownAnswers;
import overthink.core.solve.declared.LatentKinds;
import overthink.core.solve.declared.RankingScore;
import overthink.core.solve.declared.Shortcut;
import overthink.core.solve.declared.SpendingLaw;
import overthink.core.solve.declared.VerdictRates;

/** {@link Law.BestUntil}: {@link ThresholdStop}, the law of scores given the noise that is the problem's and its answers'. */
final class BestUntilShortcut implements Shortcut {

    /** With more answers that share noise a problem takes milliseconds, as do the trials usually asked for. */
    private static final int MANY_ANSWERS = 128;

    /** Where the scores on the problem at hand lie. */
    private interface Splits {
        ScoreSplit of(ProblemTruth view);
    }

    private final Law.BestUntil law;

    BestUntilShortcut(Law.BestUntil law) {
        this.law = law;
    }

    @Override
    public Set<Method> methods() {
        return RankingScore.isKnown(law.score()) ? Set.of(Method.EXACT) : Set.of();
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        RankingScore ranking = RankingScore.of(world, law.score());
        Verifier verifier = ranking.verifier();
        if (verifier == null) {
            return new Availability.Refused(ranking.obstacle());
        }
        boolean oneByOne = law.batch() == 1 || law.most() == 1;
        Optional<String> obstacle = (oneByOne
                        ? SpendingLaw.obstacleOneByOne(world)
                        : SpendingLaw.obstacleTogether(world))
                .or(() -> verifier.scoring() instanceof Scoring.Verdict
                        ? VerdictRates.obstacle(world, verifier)
                        : verifier.scoring() instanceof Scoring.Graded
                                ? BestOfNShortcut.obstacle(
                                        verifier, world.policy().wrongAnswers())
                                : Optional.of(BestOfNShortcut.TABULATED));
        if (obstacle.isPresent()) {
            return new Availability.Refused(obstacle.get());
        }
        return new Availability.Made((DeclaredExact) () -> new ThresholdSolver(
                splits(world, ranking.source(), verifier, law.enough()),
                law.batch(),
                law.most(),
                new SpendingLaw(world)));
    }

    @Override
    public boolean exactIsOnRequest(SyntheticWorld world) {
        Verifier verifier = RankingScore.of(world, law.score()).verifier();
        return verifier != null
                && verifier.scoring() instanceof Scoring.Graded
                && verifier.answersShare()
                && KnownAnswers.most(world.policy().wrongAnswers()) > MANY_ANSWERS;
    }

    /** @param enough the threshold in log-odds */
    private static Splits splits(SyntheticWorld world, Source source, Verifier verifier, double enough) {
        if (verifier.scoring() instanceof Scoring.Verdict verdict) {
            VerdictRates rates = new VerdictRates(source, verifier, verdict);
            return view -> ScoreSplit.ofVerdicts(
                    view.problem().p(), rates.of(view), verdict.accepted() >= enough, verdict.rejected() >= enough);
        }
        boolean alike = BestOfNAccuracy.applies(verifier, world.policy().wrongAnswers());
        return new GradedSplits(source, verifier, (Scoring.Graded) verifier.scoring(), enough, alike);
    }

    /** The law of graded scores. */
    private static final class GradedSplits implements Splits {

        private final Source source;
        private final Verifier verifier;
        private final Scoring.Graded graded;
        private final double enough;
        /** Whether nothing but d and the threshold of the latent tells problems apart. */
        private final boolean alike;

        private final LatentKinds kinds;
        private @Nullable LatentSplit last;
        private double lastCentre;
        private double lastThreshold;

        GradedSplits(Source source, Verifier verifier, Scoring.Graded graded, double enough, boolean alike) {
            this.source = source;
            this.verifier = verifier;
            this.graded = graded;
            this.enough = enough;
            this.alike = alike;
            kinds = new LatentKinds(source, verifier);
        }

        @Override
        public ScoreSplit of(ProblemTruth view) {
            double p = view.problem().p();
            kinds.turnTo(view);
            return split(graded.latent(p, view.distance(source), enough) - view.problemNoise(source, false))
                    .at(p);
        }

        private LatentSplit split(double threshold) {
            double centre = kinds.rightCentre();
            LatentSplit known = last;
            if (known != null && alike && centre == lastCentre && threshold == lastThreshold) {
                return known;
            }
            LatentSplit made = LatentSplit.of(verifier.noise(), centre, kinds.selection(), kinds.wrong(), threshold);
            last = made;
            lastCentre = centre;
            lastThreshold = threshold;
            return made;
        }
    }

    private static final class ThresholdSolver extends AbstractSolver {

        private final Splits splits;
        private final int batch;
        private final long most;
        private final SpendingLaw spending;
        private ThresholdStop stop;
        private double reaches;

        ThresholdSolver(Splits splits, int batch, long most, SpendingLaw spending) {
            this.splits = splits;
            this.batch = batch;
            this.most = most;
            this.spending = spending;
            stop = new ThresholdStop(ScoreSplit.ofEqualScores(0, true), batch, most);
        }

        @Override
        protected void prepare(ProblemTruth view) {
            ScoreSplit split = splits.of(view);
            stop = new ThresholdStop(split, batch, most);
            reaches = p() * split.rightReaches() + (1 - p()) * split.wrongReaches();
        }

        @Override
        public ExpectedDetail detail(long candidates, ExpectedOutcome outcome) {
            boolean oneByOne = batch == 1 || most == 1;
            RandomSpending spread = oneByOne
                    ? new RandomSpending(
                            reaches, Math.min(most, candidates), spending.inVerifiedRounds(problem(), 1, 1, 1, 1))
                    : null;
            return candidateLaw().stopping(outcome.spending(), Double.NaN, spread);
        }

        @Override
        public ExpectedOutcome at(long candidates) {
            Approximation accuracy = stop.accuracy(candidates);
            return new ExpectedOutcome(
                    accuracy.value(),
                    accuracy.error(),
                    stop.coverage(candidates),
                    0,
                    spending.inVerifiedRounds(
                            problem(),
                            stop.candidates(candidates),
                            stop.rounds(candidates),
                            stop.waves(candidates, spending.concurrency()),
                            stop.waves(candidates, spending.verifierConcurrency())));
        }

        @Override
        public long last() {
            return most;
        }

        @Override
        public Optional<LimitOutcome> limit() {
            return Optional.of(new LimitOutcome(stop.limit(), stop.limitOfCoverage()));
        }
    }
}
