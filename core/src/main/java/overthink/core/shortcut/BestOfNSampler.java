package overthink.core.shortcut;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import overthink.core.engine.ProblemView;
import overthink.core.engine.ProblemView.Source;
import overthink.core.engine.Route;
import overthink.core.exact.BestOfNAccuracy;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.random.Address;
import overthink.core.random.CounterStream;

/**
 * Best-of-n under a graded verifier by groups: candidates of a kind have the same centre, and the greatest of them is that
 * centre plus the greatest of as many noises. The problem's noise is the same for all and left out. Right candidates are one
 * kind; wrong ones one for each answer that shares noise, or one for the loved and one for the others where none does, and two
 * for answers that nobody else gives, whose own noise adds to the candidate's.
 */
final class BestOfNSampler implements Route.Sampler {

    private static final double[] ONE_KIND = {1};
    private static final double[] ONE_CENTRE = {0};

    private final Source source;
    private final Sensitivity sensitivity;
    private final Hack hack;
    private final boolean answersShare;
    private final double selection;
    private final double ofUnique;
    private final GroupMaximum maximum;
    private final Counts counts = new Counts();
    private final CounterStream stream = new CounterStream(0);

    private double rightCentre;
    private double[] centres = ONE_CENTRE;
    private double[] kinds = ONE_KIND;
    /** The first kind of answers that nobody else gives. */
    private int firstUnique;

    private @Nullable ProblemView problem;

    BestOfNSampler(Source source, Verifier verifier, Sensitivity sensitivity, GroupMaximum maximum) {
        this.source = source;
        this.sensitivity = sensitivity;
        this.maximum = maximum;
        hack = verifier.hack();
        NoiseShares shares = verifier.shares();
        answersShare = shares.answer() > 0;
        selection = BestOfNAccuracy.selectionNoise(shares);
        ofUnique = StrictMath.sqrt(shares.answer() + shares.candidate() + shares.call());
    }

    @Override
    public void turnTo(ProblemView view, long[] candidates) {
        problem = view;
        rightCentre = sensitivity.at(view.problem().p()) + (answersShare ? view.answerNoise(source, 0) : 0);
        if (answersShare) {
            groupByAnswer(view);
        } else if (hack.share() > 0) {
            groupByLove(view);
        }
        counts.turnTo(view, candidates, kinds);
    }

    /** Kinds: answers 1, 2, …, then unique ones, then unique loved ones. */
    private void groupByAnswer(ProblemView view) {
        double[] weights = view.answerWeights();
        int answers = view.answers();
        centres = new double[answers + 2];
        kinds = Arrays.copyOfRange(weights, 1, answers + 3);
        for (int k = 1; k <= answers; k++) {
            centres[k - 1] = view.answerNoise(source, k);
        }
        firstUnique = answers;
        kinds[answers] = weights[0] * (1 - hack.share());
        kinds[answers + 1] = weights[0] * hack.share();
        centres[answers + 1] = hack.shift();
    }

    /** Kinds: not loved, loved. */
    private void groupByLove(ProblemView view) {
        double[] weights = view.answerWeights();
        double loved = weights[0] * hack.share();
        double other = weights[0] * (1 - hack.share());
        for (int k = 1; k < weights.length; k++) {
            if (view.answerNoise(source, k) != 0) {
                loved += weights[k];
            } else {
                other += weights[k];
            }
        }
        centres = new double[] {0, hack.shift()};
        kinds = new double[] {other, loved};
        firstUnique = kinds.length;
    }

    @Override
    public void play(long trial, Route.Standings into) {
        ProblemView view = problem;
        if (view == null) {
            throw new IllegalStateException("no problem was turned to");
        }
        counts.begin(view, trial);
        long key = view.noiseKey(trial);
        double bestRight = Double.NEGATIVE_INFINITY;
        double bestWrong = Double.NEGATIVE_INFINITY;
        boolean covered = false;
        while (counts.next()) {
            if (counts.added() > 0) {
                stream.moveTo(Address.part(key, counts.budget()));
                if (counts.rights() > 0) {
                    covered = true;
                    bestRight = Math.max(bestRight, rightCentre + selection * maximum.of(counts.rights(), stream));
                }
                bestWrong = Math.max(bestWrong, bestWrong());
            }
            into.close(counts.some(), bestRight > bestWrong, covered);
        }
    }

    private double bestWrong() {
        double best = Double.NEGATIVE_INFINITY;
        if (kinds.length == 1) {
            long wrongs = counts.added() - counts.rights();
            return wrongs == 0 ? best : selection * maximum.of(wrongs, stream);
        }
        Multinomial wrongs = counts.wrongs();
        for (int i = 0; i < wrongs.hits(); i++) {
            int kind = wrongs.kind(i);
            double noise = kind >= firstUnique ? ofUnique : selection;
            best = Math.max(best, centres[kind] + noise * maximum.of(wrongs.count(i), stream));
        }
        return best;
    }
}
