package overthink.core.solve.declared;

import java.util.Arrays;
import overthink.core.exact.selection.BestOfNAccuracy;
import overthink.core.exact.selection.LatentMixture;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Verifier;
import overthink.core.model.ProblemTruth;
import overthink.core.model.ProblemTruth.Source;

/**
 * The candidates of one problem by the law of their latents under a graded verifier, given the noise that belongs to the
 * problem and its answers: those of a kind have the same centre. The problem's noise is the same for all and left out. Right
 * candidates are one kind; wrong ones one for each answer that shares noise, or one for the loved and one for the others where
 * none does, and two for answers that nobody else gives, whose own noise adds to the candidate's.
 */
public final class LatentKinds {

    private static final double[] ONE_KIND = {1};
    private static final double[] ONE_CENTRE = {0};

    private final Source source;
    private final Hack hack;
    private final boolean answersShare;
    private final double ofRight;
    private final double ofWrong;
    private final double ofUnique;

    private double rightCentre;
    private double[] centres = ONE_CENTRE;
    private double[] weights = ONE_KIND;
    /** The first kind of answers that nobody else gives. */
    private int firstUnique = 1;

    /** The kinds of what a verifier scores. */
    public LatentKinds(Source source, Verifier verifier) {
        this.source = source;
        hack = verifier.hack();
        NoiseShares shares = verifier.shares();
        answersShare = verifier.answersShare();
        ofRight = BestOfNAccuracy.selectionNoise(verifier.goodShares());
        ofWrong = BestOfNAccuracy.selectionNoise(shares);
        ofUnique = StrictMath.sqrt(shares.answer() + shares.candidate() + shares.call());
    }

    /** Turns to another problem. */
    public void turnTo(ProblemTruth view) {
        rightCentre = view.distance(source) + (answersShare ? view.answerNoise(source, 0) : 0);
        // what the problem adds to right and wrong ones alike is left out
        rightCentre += view.problemNoise(source, true) - view.problemNoise(source, false);
        if (answersShare) {
            groupByAnswer(view);
        } else if (hack.share() > 0) {
            groupByLove(view);
        }
    }

    /** Kinds: answers 1, 2, …, then unique ones, then unique loved ones. */
    private void groupByAnswer(ProblemTruth view) {
        double[] ofAnswers = view.scoredWeights();
        int answers = view.answers();
        centres = new double[answers + 2];
        weights = Arrays.copyOfRange(ofAnswers, 1, answers + 3);
        for (int k = 1; k <= answers; k++) {
            centres[k - 1] = view.answerNoise(source, k);
        }
        firstUnique = answers;
        weights[answers] = ofAnswers[0] * (1 - hack.share());
        weights[answers + 1] = ofAnswers[0] * hack.share();
        centres[answers + 1] = hack.shift();
    }

    /** Kinds: not loved, loved. */
    private void groupByLove(ProblemTruth view) {
        double[] ofAnswers = view.scoredWeights();
        double loved = ofAnswers[0] * hack.share();
        double other = ofAnswers[0] * (1 - hack.share());
        for (int k = 1; k < ofAnswers.length; k++) {
            if (view.answerNoise(source, k) != 0) {
                loved += ofAnswers[k];
            } else {
                other += ofAnswers[k];
            }
        }
        centres = new double[] {0, hack.shift()};
        weights = new double[] {other, loved};
        firstUnique = weights.length;
    }

    /** The centre of right candidates. */
    public double rightCentre() {
        return rightCentre;
    }

    /** The standard deviation of right candidates' noise. */
    public double selection() {
        return ofRight;
    }

    /** How many kinds of wrong candidates there are. */
    public int size() {
        return weights.length;
    }

    /** The weights of the kinds of wrong candidates, in any unit; some may be 0. To be read only. */
    public double[] weights() {
        return weights;
    }

    /** The centre of a kind of wrong candidates. */
    public double centre(int kind) {
        return centres[kind];
    }

    /** The standard deviation of a kind of wrong candidates' noise. */
    public double deviation(int kind) {
        return kind >= firstUnique ? ofUnique : ofWrong;
    }

    /** The law of wrong candidates' latents. */
    public LatentMixture wrong() {
        double[] deviations = new double[size()];
        for (int kind = 0; kind < deviations.length; kind++) {
            deviations[kind] = deviation(kind);
        }
        return LatentMixture.of(weights, centres, deviations);
    }
}
