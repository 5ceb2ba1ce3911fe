package overthink.core.solve.selection;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import overthink.core.api.Law;
import overthink.core.estimate.Method;
import overthink.core.exact.selection.BestOfNAccuracy;
import overthink.core.exact.selection.FirstAcceptedLaw;
import overthink.core.exact.selection.FirstAcceptedLaw.Otherwise;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.ProblemTruth;
import overthink.core.model.ProblemTruth.Source;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.route.ExpectedOutcome;
import overthink.core.route.LimitOutcome;
import overthink.core.solve.declared.AbstractSolver;
import overthink.core.solve.declared.DeclaredAggregated;
import overthink.core.solve.declared.DeclaredExact;
import overthink.core.solve.declared.KnownAnswers;
import overthink.core.solve.declared.LatentKinds;
import overthink.core.solve.declared.Memo;
import overthink.core.solve.declared.RankingScore;
import overthink.core.solve.declared.Shortcut;
import overthink.core.solve.declared.SideBySideRoute;
import overthink.core.solve.declared.SpendingLaw;
import overthink.core.solve.declared.VerdictRates;
import overthink.core.solve.draw.GroupMaximum;

/**
 * {@link Law.BestOf}: {@link BestOfNAccuracy} for graded scores, the closed form of the first accepted for verdicts (of equals
 * the first is taken); or the greatest score of each group of candidates.
 */
public final class BestOfNShortcut implements Shortcut {

    /** With more answers that share noise a problem takes milliseconds, and trials by groups are done sooner. */
    private static final int MANY_ANSWERS = 128;

    /** Why scores that follow tables have no shortcut. */
    public static final String TABULATED =
            "scores follow tables, come in few values, or go by level or depth, and no closed law of the greatest is"
                    + " known";

    /** With more of them a problem takes a good part of a second. */
    private static final int MOST_ANSWERS = 16_384;

    /** Makes an offer where verdicts rank. */
    public interface OfVerdicts {
        Availability offer(VerdictRates rates, Scoring.Verdict verdict);
    }

    /** Makes an offer where graded scores rank. */
    public interface OfGrades {
        Availability offer(Source source, Verifier verifier, Scoring.Graded graded);
    }

    private final Law.BestOf law;

    BestOfNShortcut(Law.BestOf law) {
        this.law = law;
    }

    @Override
    public Set<Method> methods() {
        return RankingScore.isKnown(law.score()) ? Set.of(Method.EXACT, Method.AGGREGATED) : Set.of();
    }

    @Override
    public Availability exact(SyntheticWorld world) {
        RankingScore ranking = RankingScore.of(world, law.score());
        Verifier varied = ranking.verifier();
        if (varied != null && VariedBestOf.isVaried(varied)) {
            return VariedBestOf.offer(world, ranking.source(), varied);
        }
        return offer(
                world,
                law.score(),
                (rates, verdict) ->
                        new Availability.Made((DeclaredExact) () -> new VerdictSolver(rates, new SpendingLaw(world))),
                (source, verifier, graded) -> exact(world, source, verifier, graded));
    }

    @Override
    public Availability aggregated(SyntheticWorld world) {
        return offer(
                world,
                law.score(),
                (rates, verdict) ->
                        new Availability.Made(new SideBySideRoute(world, () -> new BestVerdictSampler(rates))),
                (source, verifier, graded) -> aggregated(world, source, verifier, graded));
    }

    @Override
    public boolean exactIsSlow(SyntheticWorld world, long candidates) {
        return exactIsSlow(world);
    }

    /** Whether so many answers share noise that trials by groups are to be preferred. */
    public static boolean exactIsSlow(SyntheticWorld world) {
        Verifier verifier = world.verifiers().outcome();
        return verifier != null
                && verifier.scoring() instanceof Scoring.Graded
                && verifier.answersShare()
                && KnownAnswers.most(world.policy().wrongAnswers()) > MANY_ANSWERS;
    }

    /** What a verifier that scores whole candidates allows, or what stands in the way of every shortcut with one. */
    public static Availability offer(SyntheticWorld world, Law.Score score, OfVerdicts ofVerdicts, OfGrades ofGrades) {
        RankingScore ranking = RankingScore.of(world, score);
        Verifier verifier = ranking.verifier();
        if (verifier == null) {
            return new Availability.Refused(ranking.obstacle());
        }
        Optional<String> obstacle = SpendingLaw.obstacleTogether(world);
        if (obstacle.isPresent()) {
            return new Availability.Refused(obstacle.get());
        }
        if (verifier.scoring() instanceof Scoring.Verdict verdict) {
            Optional<String> tooMany = VerdictRates.obstacle(world, verifier);
            return tooMany.isPresent()
                    ? new Availability.Refused(tooMany.get())
                    : ofVerdicts.offer(new VerdictRates(ranking.source(), verifier, verdict), verdict);
        }
        return verifier.scoring() instanceof Scoring.Graded graded
                ? ofGrades.offer(ranking.source(), verifier, graded)
                : new Availability.Refused(TABULATED);
    }

    /** The exact way for a strategy that answers as the candidate of the greatest graded score does. */
    public static Availability exact(SyntheticWorld world, Source source, Verifier verifier, Scoring.Graded graded) {
        AnswerLaw answers = world.policy().wrongAnswers();
        Sensitivity sensitivity = graded.sensitivity();
        if (BestOfNAccuracy.applies(verifier, answers)) {
            return new Availability.Made(BestOfNRoute.independent(world, source, verifier, sensitivity));
        }
        Optional<String> obstacle = obstacle(verifier, answers);
        if (obstacle.isPresent()) {
            return new Availability.Refused(obstacle.get());
        }
        return new Availability.Made(
                BestOfNRoute.givenAnswers(world, verifier.noise(), () -> new LatentKinds(source, verifier)));
    }

    /** Why the law of graded scores, given the noise that belongs to the problem and its answers, is not known. */
    public static Optional<String> obstacle(Verifier verifier, AnswerLaw answers) {
        return namelessNoise(verifier, answers)
                .or(() -> verifier.sharesAlike()
                        ? Optional.empty()
                        : Optional.of(
                                "right candidates share noise otherwise than wrong ones, and no integral is known"))
                .or(() -> verifier.answersShare() && KnownAnswers.most(answers) > MOST_ANSWERS
                        ? Optional.of("answers share noise, and there are more than %d of them".formatted(MOST_ANSWERS))
                        : Optional.empty());
    }

    /** The aggregated way for a strategy that answers as the candidate of the greatest graded score does. */
    public static Availability aggregated(
            SyntheticWorld world, Source source, Verifier verifier, Scoring.Graded graded) {
        Optional<String> obstacle =
                ties(verifier).or(() -> namelessNoise(verifier, world.policy().wrongAnswers()));
        if (obstacle.isPresent()) {
            return new Availability.Refused(obstacle.get());
        }
        Memo<GroupMaximum> maximum = new Memo<>(() -> GroupMaximum.of(verifier.noise()));
        Supplier<DeclaredAggregated.TruthSampler> samplers =
                () -> new BestOfNSampler(new LatentKinds(source, verifier), maximum.get());
        return new Availability.Made(new SideBySideRoute(world, samplers));
    }

    /** Why scores may tie. */
    public static Optional<String> ties(Verifier verifier) {
        return verifier.shares().problem() == 1 || verifier.goodShares().problem() == 1
                ? Optional.of("all noise is the problem's and scores tie")
                : Optional.empty();
    }

    /** Why the noise of a candidate, given that of the answers that several candidates give, is not of one law. */
    private static Optional<String> namelessNoise(Verifier verifier, AnswerLaw answers) {
        if (verifier.noise() instanceof NoiseLaw.Gaussian) {
            return Optional.empty();
        }
        boolean unique = answers instanceof Distinct || answers instanceof PitmanYor;
        return parts(verifier.shares(), unique) > 1 || parts(verifier.goodShares(), false) > 1
                ? Optional.of("the noise of a candidate is a sum of Student's t numbers, which has no name")
                : Optional.empty();
    }

    /** How many parts the noise of a candidate has, given that of the answers that several candidates give. */
    private static int parts(NoiseShares shares, boolean unique) {
        return (shares.candidate() > 0 ? 1 : 0) + (shares.call() > 0 ? 1 : 0) + (unique && shares.answer() > 0 ? 1 : 0);
    }

    /** The closed form of verdicts. */
    static final class VerdictSolver extends AbstractSolver {

        private final VerdictRates rates;
        private final SpendingLaw spending;
        private FirstAcceptedLaw law = new FirstAcceptedLaw(1, 0);

        VerdictSolver(VerdictRates rates, SpendingLaw spending) {
            this.rates = rates;
            this.spending = spending;
        }

        @Override
        protected void prepare(ProblemTruth view) {
            law = rates.of(view);
        }

        @Override
        public ExpectedOutcome at(long candidates) {
            return new ExpectedOutcome(
                    law.accuracy(p(), candidates, Otherwise.ANSWER),
                    FirstAcceptedShortcut.ROUNDING,
                    coverage(candidates),
                    0,
                    spending.together(problem(), candidates, 1));
        }

        @Override
        public Optional<LimitOutcome> limit() {
            return Optional.of(
                    new LimitOutcome(law.accuracy(p(), FirstAcceptedLaw.UNBOUNDED, Otherwise.ANSWER), p() > 0 ? 1 : 0));
        }

        @Override
        public boolean independent() {
            return true;
        }
    }
}
