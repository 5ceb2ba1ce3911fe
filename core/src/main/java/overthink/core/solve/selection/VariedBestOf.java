package overthink.core.solve.selection;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import overthink.core.exact.selection.BestOfNAccuracy;
import overthink.core.exact.selection.RoundedBestOfN;
import overthink.core.law.answer.AnswerLaw;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.ProblemTruth;
import overthink.core.model.ProblemTruth.Source;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;
import overthink.core.solve.declared.DeclaredExact;
import overthink.core.solve.declared.LatentKinds;
import overthink.core.solve.declared.SpendingLaw;
import overthink.core.solve.declared.VerdictRates;
import overthink.core.world.Problem;

/**
 * Best-of-n by a verifier that is not the same on all problems, or whose scores come in few values: on each problem it is the law of
 * one that is, of that problem's d or rates. A whole candidate is scored after the last step.
 */
final class VariedBestOf {

    /** So many laws of scores are kept for other problems of their d, as problems of one level are. */
    private static final int KEPT = 32;

    private VariedBestOf() {}

    /** Whether a verifier is one of these. */
    static boolean isVaried(Verifier verifier) {
        return verifier.scoring() instanceof Scoring.VariedGrade || verifier.scoring() instanceof Scoring.VariedVerdict;
    }

    /** The exact way by such a verifier. */
    static Availability offer(SyntheticWorld world, Source source, Verifier verifier) {
        Optional<String> obstacle = SpendingLaw.obstacleTogether(world);
        if (obstacle.isPresent()) {
            return new Availability.Refused(obstacle.get());
        }
        if (verifier.scoring() instanceof Scoring.VariedVerdict varied) {
            return VerdictRates.obstacle(world, verifier)
                    .<Availability>map(Availability.Refused::new)
                    .orElseGet(() -> {
                        VerdictRates rates = new VerdictRates(source, verifier, view -> at(varied, view.problem()));
                        return new Availability.Made(
                                (DeclaredExact) () -> new BestOfNShortcut.VerdictSolver(rates, new SpendingLaw(world)));
                    });
        }
        Scoring.VariedGrade grade = (Scoring.VariedGrade) verifier.scoring();
        return grade.values() == 0
                ? graded(world, source, verifier.withScoring(grade.plain()))
                : rounded(world, source, verifier.withScoring(grade.plain()), grade);
    }

    private static Scoring.Verdict at(Scoring.VariedVerdict varied, Problem problem) {
        return varied.at(problem.p(), problem.level(), 1);
    }

    private static Availability graded(SyntheticWorld world, Source source, Verifier plain) {
        AnswerLaw answers = world.policy().wrongAnswers();
        if (!BestOfNAccuracy.applies(plain, answers)) {
            return BestOfNShortcut.obstacle(plain, answers)
                    .<Availability>map(Availability.Refused::new)
                    .orElseGet(() -> new Availability.Made(
                            BestOfNRoute.givenAnswers(world, plain.noise(), () -> new LatentKinds(source, plain))));
        }
        return new Availability.Made(BestOfNRoute.of(world, () -> {
            Map<Double, BestOfNAccuracy> kept = new HashMap<>();
            return view -> {
                double d = view.distance(source);
                BestOfNAccuracy accuracy = kept.get(d);
                if (accuracy == null) {
                    accuracy = BestOfNAccuracy.of(plain, d);
                    if (kept.size() < KEPT) {
                        kept.put(d, accuracy);
                    }
                }
                return accuracy.curve(view.problem().p());
            };
        }));
    }

    private static Availability rounded(
            SyntheticWorld world, Source source, Verifier plain, Scoring.VariedGrade grade) {
        if (!BestOfNAccuracy.applies(plain, world.policy().wrongAnswers())) {
            return new Availability.Refused(
                    "scores come in few values, and are not independent given who is right: some answers share noise"
                            + " or are loved");
        }
        return new Availability.Made(BestOfNRoute.of(world, () -> view -> rounded(view, source, plain, grade)));
    }

    /** Values of scores part where the latent does, which the problem's noise moves for all candidates alike. */
    private static BestOfNAccuracy.Curve rounded(
            ProblemTruth view, Source source, Verifier plain, Scoring.VariedGrade grade) {
        Problem problem = view.problem();
        double d = view.distance(source);
        double[] cuts = new double[grade.values() - 1];
        for (int i = 0; i < cuts.length; i++) {
            double share = (i + 1.0) / grade.values();
            double score = StrictMath.log(share) - StrictMath.log1p(-share);
            cuts[i] = grade.plain().latent(problem.p(), d, score) - view.problemNoise(source, true);
        }
        return RoundedBestOfN.curve(plain, problem.p(), d, cuts);
    }
}
