package overthink.core.shortcut;

import java.util.Optional;
import overthink.core.api.Parameters;
import overthink.core.engine.ProblemView;
import overthink.core.engine.ProblemView.Source;
import overthink.core.engine.Route;
import overthink.core.engine.Route.Ceiling;
import overthink.core.engine.Route.Standing;
import overthink.core.engine.Spending;
import overthink.core.exact.Approximation;
import overthink.core.exact.BestOfNAccuracy;
import overthink.core.exact.Coverage;
import overthink.core.exact.FirstAccepted;
import overthink.core.exact.FirstAccepted.Fallback;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.answer.Distinct;
import overthink.core.law.answer.PitmanYor;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.world.Problem;
import overthink.core.world.World;

/**
 * {@code best-of-n}: {@link BestOfNAccuracy} for graded scores that are independent given who is right, the closed form of
 * the first accepted for verdicts (of equals the first is taken); or the greatest score of each group of candidates.
 */
final class BestOfNShortcut implements Shortcut {

    @Override
    public String strategy() {
        return "best-of-n";
    }

    @Override
    public Offer exact(World world, Parameters parameters) {
        Ranking ranking = Ranking.of(world, parameters);
        Verifier verifier = ranking.verifier();
        if (verifier == null) {
            return new Offer.Refused(ranking.obstacle());
        }
        Optional<String> obstacle = Bill.obstacleTogether(world);
        if (obstacle.isPresent()) {
            return new Offer.Refused(obstacle.get());
        }
        if (verifier.scoring() instanceof Scoring.Verdict verdict) {
            Optional<String> tooMany = VerdictRates.obstacle(world, verifier);
            if (tooMany.isPresent()) {
                return new Offer.Refused(tooMany.get());
            }
            VerdictRates rates = new VerdictRates(ranking.source(), verifier, verdict);
            return new Offer.Made((Route.Exact) () -> new VerdictSolver(rates, new Bill(world)));
        }
        Scoring.Graded graded = (Scoring.Graded) verifier.scoring();
        if (!BestOfNAccuracy.applies(verifier, world.policy().wrongAnswers())) {
            return new Offer.Refused(dependence(verifier));
        }
        return new Offer.Made(new Exact(world, verifier, graded.sensitivity()));
    }

    /** Why the scores of candidates are not independent given who is right, or their noise not of one law. */
    private static String dependence(Verifier verifier) {
        if (verifier.shares().answer() > 0) {
            return "equal answers share noise";
        }
        if (verifier.noise() instanceof NoiseLaw.StudentT
                && verifier.shares().candidate() > 0
                && verifier.shares().call() > 0) {
            return "the noise of candidate and call is a sum of Student's t numbers, which has no name";
        }
        return "the verifier loves some answers that several candidates give";
    }

    @Override
    public Offer aggregated(World world, Parameters parameters) {
        Ranking ranking = Ranking.of(world, parameters);
        Verifier verifier = ranking.verifier();
        if (verifier == null) {
            return new Offer.Refused(ranking.obstacle());
        }
        Optional<String> obstacle = Bill.obstacleTogether(world);
        if (obstacle.isPresent()) {
            return new Offer.Refused(obstacle.get());
        }
        if (verifier.scoring() instanceof Scoring.Verdict verdict) {
            Optional<String> tooMany = VerdictRates.obstacle(world, verifier);
            if (tooMany.isPresent()) {
                return new Offer.Refused(tooMany.get());
            }
            VerdictRates rates = new VerdictRates(ranking.source(), verifier, verdict);
            return new Offer.Made(new Aggregated(world, () -> new BestVerdictSampler(rates)));
        }
        Sensitivity sensitivity = ((Scoring.Graded) verifier.scoring()).sensitivity();
        String reason = ties(verifier, sensitivity, world.policy().wrongAnswers());
        if (!reason.isEmpty()) {
            return new Offer.Refused(reason);
        }
        Lazy<GroupMaximum> maximum = new Lazy<>(() -> GroupMaximum.of(verifier.noise()));
        Source source = ranking.source();
        return new Offer.Made(
                new Aggregated(world, () -> new BestOfNSampler(source, verifier, sensitivity, maximum.get())));
    }

    /** Why scores may tie, or the noise within a group is not of one law; empty when neither. */
    private static String ties(Verifier verifier, Sensitivity sensitivity, AnswerLaw answers) {
        NoiseShares shares = verifier.shares();
        if (sensitivity.easy() == 0 && sensitivity.hard() == 0) {
            return "d is 0 and all scores are equal";
        }
        if (shares.problem() == 1) {
            return "all noise is the problem's and scores tie";
        }
        if (verifier.noise() instanceof NoiseLaw.StudentT) {
            boolean unique = answers instanceof Distinct || answers instanceof PitmanYor;
            int parts = (shares.candidate() > 0 ? 1 : 0)
                    + (shares.call() > 0 ? 1 : 0)
                    + (unique && shares.answer() > 0 ? 1 : 0);
            if (parts > 1) {
                return "the noise of a candidate is a sum of Student's t numbers, which has no name";
            }
        }
        return "";
    }

    private static final class Exact implements Route.Exact {

        private final World world;
        private final Verifier verifier;
        private final Sensitivity sensitivity;
        /** Of problems of one d, which are all of them unless d varies with difficulty. */
        private final Lazy<BestOfNAccuracy> common;

        Exact(World world, Verifier verifier, Sensitivity sensitivity) {
            this.world = world;
            this.verifier = verifier;
            this.sensitivity = sensitivity;
            common = new Lazy<>(() -> BestOfNAccuracy.of(verifier, sensitivity.hard()));
        }

        @Override
        public Route.Solver solver() {
            return new GradedSolver(this, new Bill(world));
        }

        BestOfNAccuracy law(double p) {
            return sensitivity.hard() == sensitivity.easy()
                    ? common.get()
                    : BestOfNAccuracy.of(verifier, sensitivity.at(p));
        }
    }

    private static final class GradedSolver extends AbstractSolver {

        private final Exact route;
        private final Bill bill;
        private BestOfNAccuracy.Curve curve;

        GradedSolver(Exact route, Bill bill) {
            this.route = route;
            this.bill = bill;
            curve = route.law(0).curve(0);
        }

        @Override
        void prepare(ProblemView view) {
            double p = view.problem().p();
            curve = route.law(p).curve(p);
        }

        @Override
        public Standing at(long candidates) {
            Approximation accuracy = curve.at(candidates);
            return new Standing(
                    accuracy.value(),
                    accuracy.error(),
                    Coverage.of(p(), candidates),
                    0,
                    bill.together(problem(), candidates, 1));
        }

        @Override
        public Ceiling ceiling() {
            return new Ceiling(curve.limit(), p() > 0 ? 1 : 0);
        }
    }

    private static final class VerdictSolver extends AbstractSolver {

        private final VerdictRates rates;
        private final Bill bill;
        private FirstAccepted law = new FirstAccepted(1, 0);

        VerdictSolver(VerdictRates rates, Bill bill) {
            this.rates = rates;
            this.bill = bill;
        }

        @Override
        void prepare(ProblemView view) {
            law = rates.of(view);
        }

        @Override
        public Standing at(long candidates) {
            return new Standing(
                    law.accuracy(p(), candidates, Fallback.ANSWER),
                    FirstAcceptedShortcut.ROUNDING,
                    Coverage.of(p(), candidates),
                    0,
                    bill.together(problem(), candidates, 1));
        }

        @Override
        public Ceiling ceiling() {
            return new Ceiling(law.accuracy(p(), FirstAccepted.UNBOUNDED, Fallback.ANSWER), p() > 0 ? 1 : 0);
        }
    }

    /** Makes a sampler for a thread. */
    private interface Samplers {
        Route.Sampler sampler();
    }

    private static final class Aggregated implements Route.Aggregated {

        private final Bill bill;
        private final Samplers samplers;

        Aggregated(World world, Samplers samplers) {
            bill = new Bill(world);
            this.samplers = samplers;
        }

        @Override
        public Route.Sampler sampler() {
            return samplers.sampler();
        }

        @Override
        public Spending spending(Problem problem, long candidates) {
            return bill.together(problem, candidates, 1);
        }
    }
}
