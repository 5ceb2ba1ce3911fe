package overthink.core.solve.declared;

import java.util.Optional;
import java.util.function.Function;
import overthink.core.exact.selection.FirstAcceptedLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.ProblemTruth;
import overthink.core.model.ProblemTruth.Source;
import overthink.core.model.SyntheticWorld;
import overthink.core.route.Availability;

/**
 * How often a Boolean verifier accepts on one problem, given the noise that belongs to the problem and to its answers. Those
 * are the same in all trials, so that given them candidates and their verdicts are independent, whatever is shared.
 */
public final class VerdictRates {

    /** Beyond so many answers their rates, one by one, take too long. */
    private static final int MOST_ANSWERS = 1024;

    private final Source source;
    private final Function<ProblemTruth, Scoring.Verdict> verdicts;
    private final boolean answersShare;
    private final boolean alike;
    /** The answer's part of right ones' noise counted as known. */
    private final NoiseShares rightKnown;
    /** The answer's part of wrong ones' noise counted as known, and as still to be drawn. */
    private final NoiseShares wrongKnown;

    private final NoiseShares wrongOpen;

    /** Of a verifier whose rates are the same on all problems. */
    public VerdictRates(Source source, Verifier verifier, Scoring.Verdict verdict) {
        this(source, verifier, view -> verdict);
    }

    /** Of a verifier whose rates are others on other problems. */
    public VerdictRates(Source source, Verifier verifier, Function<ProblemTruth, Scoring.Verdict> verdicts) {
        this.source = source;
        this.verdicts = verdicts;
        NoiseShares wrong = verifier.shares();
        answersShare = verifier.answersShare();
        alike = wrong.answer() == 0;
        rightKnown = known(verifier.goodShares());
        wrongKnown = known(wrong);
        wrongOpen = new NoiseShares(wrong.problem(), 0, Math.min(1, wrong.candidate() + wrong.answer()), wrong.call());
    }

    private static NoiseShares known(NoiseShares shares) {
        return new NoiseShares(Math.min(1, shares.problem() + shares.answer()), 0, shares.candidate(), shares.call());
    }

    /** The exact way for strategies that show one candidate after the other to a Boolean outcome verifier. */
    public static Availability oneByOne(SyntheticWorld world, Function<VerdictRates, DeclaredExact> maker) {
        Verifier verifier = world.verifiers().outcome();
        if (verifier == null || !(verifier.scoring() instanceof Scoring.Verdict verdict)) {
            return new Availability.Refused("the world lacks a Boolean outcome verifier");
        }
        Optional<String> obstacle = SpendingLaw.obstacleOneByOne(world).or(() -> obstacle(world, verifier));
        if (obstacle.isPresent()) {
            return new Availability.Refused(obstacle.get());
        }
        return new Availability.Made(maker.apply(new VerdictRates(Source.OUTCOME, verifier, verdict)));
    }

    /** Why the rate of wrong candidates as a whole would take too long. */
    public static Optional<String> obstacle(SyntheticWorld world, Verifier verifier) {
        int answers = KnownAnswers.most(world.policy().wrongAnswers());
        return verifier.answersShare() && answers > MOST_ANSWERS
                ? Optional.of("answers share noise, and there are more than %d of them".formatted(MOST_ANSWERS))
                : Optional.empty();
    }

    /** Whether all wrong answers are accepted at the same rate. */
    public boolean alike() {
        return alike;
    }

    /** The rates on a problem, its wrong answers taken together. */
    public FirstAcceptedLaw of(ProblemTruth view) {
        double right = ofRight(view);
        if (alike) {
            return new FirstAcceptedLaw(right, ofUnique(view));
        }
        double[] weights = view.scoredWeights();
        double sum = 0;
        double total = 0;
        for (int k = 0; k < weights.length; k++) {
            total += weights[k];
            if (weights[k] > 0) {
                sum += weights[k] * (k == 0 ? ofUnique(view) : ofWrong(view, k));
            }
        }
        return new FirstAcceptedLaw(right, Math.min(1, sum / total));
    }

    /** The rate of right candidates. */
    public double ofRight(ProblemTruth view) {
        return FirstAcceptedLaw.given(
                        verdicts.apply(view), rightKnown, noise(view, true, rightKnown, answerNoise(view, 0)))
                .tpr();
    }

    /** The rate of candidates that give wrong answer {@code k} ≥ 1. */
    public double ofWrong(ProblemTruth view, int k) {
        return FirstAcceptedLaw.given(
                        verdicts.apply(view), wrongKnown, noise(view, false, wrongKnown, answerNoise(view, k)))
                .fpr();
    }

    /** The rate of candidates whose wrong answer nobody else gives. */
    public double ofUnique(ProblemTruth view) {
        return FirstAcceptedLaw.given(verdicts.apply(view), wrongOpen, noise(view, false, wrongOpen, 0))
                .fpr();
    }

    private double answerNoise(ProblemTruth view, int answer) {
        return answersShare ? view.answerNoise(source, answer) : 0;
    }

    private double noise(ProblemTruth view, boolean right, NoiseShares known, double answerNoise) {
        return known.problem() == 0 ? 0 : (view.problemNoise(source, right) + answerNoise) / Math.sqrt(known.problem());
    }
}
