package overthink.core.fit.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import overthink.core.fit.verifier.Fitted;
import overthink.core.fit.verifier.GradedFit;
import overthink.core.fit.verifier.VerdictFit;
import overthink.core.fit.verifier.VerifierFit;
import overthink.core.law.verifier.Hack;
import overthink.core.law.verifier.NoiseLaw;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Prior;
import overthink.core.law.verifier.ScoreTable;
import overthink.core.law.verifier.Scoring;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.law.verifier.Verifier;
import overthink.core.world.Recording;

/**
 * Verifiers that worlds can state, made of what was fitted to recorded scores.
 *
 * @param verifier as a world states it
 * @param parameters its numbers
 */
record FittedVerifier(Verifier verifier, List<FittedParameter> parameters) {

    /** Of a table: more scores tell no more. */
    private static final int TABLE = 200;

    private static final double QUARTILES = 1.3489795003921634;

    /** A verifier of the family that the scores have; empty where they tell nothing. */
    static Optional<FittedVerifier> of(Recording recording, VerifierFit fit) {
        return fit instanceof GradedFit graded ? graded(recording, graded) : verdict((VerdictFit) fit);
    }

    // ---- graded scores ----

    private static Optional<FittedVerifier> graded(Recording recording, GradedFit fit) {
        if (!fit.d().isKnown() || !fit.spread().isKnown()) {
            return Optional.empty();
        }
        List<FittedParameter> parameters = new ArrayList<>();
        NoiseShares shares = rounded(fit.shares());
        double unit = StrictMath.sqrt(1 - fit.shares().problem());
        Sensitivity seen = fit.sensitivity();
        double spread = Rounded.within(seen.spread().deviation(), 0, Sensitivity.Spread.DEVIATION.most());
        Sensitivity.Trend trend;
        if (seen.trend() instanceof Sensitivity.Trend.Logit logit) {
            trend = new Sensitivity.Trend.Logit(d(logit.even()), Rounded.of(logit.perLogit()));
            parameters.add(new FittedParameter("d.even", trend.at(0.5), fit.d().error() * unit, CURVE));
            parameters.add(new FittedParameter(
                    "d.per-logit",
                    Rounded.of(logit.perLogit()),
                    fit.slope().error() * unit,
                    "areas under the ROC curve by difficulty"));
        } else {
            double d = d(seen.hard());
            trend = new Sensitivity.Trend.Linear(d, d);
            parameters.add(new FittedParameter("d", d, fit.d().error() * unit, CURVE));
        }
        parameters.add(new FittedParameter("spread", spread, fit.spread().error() * unit, CURVE));
        parameters.add(new FittedParameter(
                "shared.problem",
                shares.problem(),
                Double.NaN,
                "the area of pooled scores beside that within problems"));
        parameters.add(new FittedParameter(
                "shared.answer", shares.answer(), fit.answerShareOfWrong().error(), VARIANCES));
        Sensitivity sensitivity = new Sensitivity(trend, new Sensitivity.Spread.Normal(spread));
        Scoring.Graded scale = scale(recording, sensitivity, fit.d().value() * unit);
        parameters.add(new FittedParameter("sharpness", scale.sharpness(), Double.NaN, QUARTILE));
        parameters.add(new FittedParameter("bias", scale.bias(), Double.NaN, QUARTILE));
        return Optional.of(new FittedVerifier(
                new Verifier(scale, shares, new NoiseLaw.Gaussian(), 0, Hack.NONE), List.copyOf(parameters)));
    }

    private static final String CURVE = "replayed best-of-k, k from 1 to n";
    private static final String VARIANCES = "variances of normal scores";
    private static final String QUARTILE = "quartiles of wrong candidates' scores";

    private static double d(double value) {
        return Rounded.within(value, Sensitivity.D.least(), Sensitivity.D.most());
    }

    /** Shares of five digits that sum to 1. */
    private static NoiseShares rounded(NoiseShares shares) {
        double problem = share(shares.problem());
        double answer = share(shares.answer());
        double call = share(shares.call());
        double rest = share(1 - problem - answer - call);
        return new NoiseShares(problem, answer, rest, Math.max(0, share(1 - problem - answer - rest)));
    }

    static double share(double value) {
        return Math.max(0, StrictMath.rint(value * 1e5) / 1e5);
    }

    /** Sharpness and bias by which wrong candidates' scores have the recorded median and quartiles. */
    private static Scoring.Graded scale(Recording recording, Sensitivity sensitivity, double d) {
        double[] wrong = sorted(recording, false);
        Scoring.Graded plain = new Scoring.Graded(sensitivity, Prior.HALF, 1, 0);
        if (wrong.length == 0 || d == 0) {
            return plain;
        }
        double range = quantile(wrong, 0.75) - quantile(wrong, 0.25);
        double sharpness = range / QUARTILES / Math.abs(d);
        if (!(sharpness > 0)) {
            return plain;
        }
        double kept = Rounded.within(sharpness, Scoring.Graded.SHARPNESS.least(), Scoring.Graded.SHARPNESS.most());
        double bias = Rounded.within(
                quantile(wrong, 0.5) + kept * d * d / 2, Scoring.Graded.BIAS.least(), Scoring.Graded.BIAS.most());
        return new Scoring.Graded(sensitivity, Prior.HALF, kept, bias);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, (long) (share * sorted.length))];
    }

    /** The scores of right or wrong candidates, those without one left out. */
    private static double[] sorted(Recording recording, boolean right) {
        double[] scores = new double[1024];
        int size = 0;
        for (int problem = 0; problem < recording.size(); problem++) {
            for (int i = 0; i < recording.candidates(problem); i++) {
                double score = recording.score(0, problem, i);
                if (recording.correct(problem, i) == right && score != Recording.NO_SCORE) {
                    if (size == scores.length) {
                        scores = Arrays.copyOf(scores, 2 * size);
                    }
                    scores[size++] = score;
                }
            }
        }
        double[] sorted = Arrays.copyOf(scores, size);
        Arrays.sort(sorted);
        return sorted;
    }

    // ---- tables ----

    /**
     * Tables of the scores as they were seen, their noise shared by answer as graded scores' is and by problem so that the
     * replayed best-of-k is met, by right and by wrong candidates otherwise where that comes nearer.
     */
    static Optional<FittedVerifier> tabulated(Recording recording, GradedFit fit, long seed) {
        double[] right = sorted(recording, true);
        double[] wrong = sorted(recording, false);
        if (right.length == 0 || wrong.length == 0 || !fit.d().isKnown()) {
            return Optional.empty();
        }
        Scoring.Tabulated tables = new Scoring.Tabulated(table(right, TABLE), table(wrong, TABLE));
        NoiseShares seen = fit.shares();
        double ofAnswer = seen.problem() == 1 ? 0 : seen.answer() / (1 - seen.problem());
        TableShares match = new TableShares(recording, tables, ofAnswer, seed);
        double[] nearest = match.nearest();
        NoiseShares ofWrong = match.shares(nearest[0]);
        NoiseShares ofRight = match.shares(nearest[1]);
        // an answer's share is a part of what the problem's share leaves, whose error is not known
        double error = Double.NaN;
        return Optional.of(new FittedVerifier(
                new Verifier(tables, ofWrong, ofRight, new NoiseLaw.Gaussian(), 0, Hack.NONE),
                List.of(
                        new FittedParameter("shared.problem", ofWrong.problem(), Double.NaN, CURVE),
                        new FittedParameter("shared.answer", ofWrong.answer(), error, VARIANCES),
                        new FittedParameter("shared.right.problem", ofRight.problem(), Double.NaN, CURVE),
                        new FittedParameter("shared.right.answer", ofRight.answer(), error, VARIANCES))));
    }

    private static ScoreTable table(double[] sorted, int most) {
        int size = Math.min(most, sorted.length);
        double[] scores = new double[size];
        for (int i = 0; i < size; i++) {
            scores[i] = Rounded.of(sorted[(int) ((2L * i + 1) * sorted.length / (2L * size))]);
        }
        return new ScoreTable(scores);
    }

    // ---- verdicts ----

    private static Optional<FittedVerifier> verdict(VerdictFit fit) {
        Fitted tpr = fit.right().mean();
        Fitted fpr = fit.wrong().mean();
        if (!tpr.isKnown() || !fpr.isKnown()) {
            return Optional.empty();
        }
        double right = Rounded.within(tpr.value(), 0, 1);
        double wrong = Rounded.within(fpr.value(), 0, 1);
        NoiseShares ofRight = rounded(fit.rightShares().shares());
        NoiseShares ofWrong = rounded(fit.wrongShares().shares());
        List<FittedParameter> parameters = List.of(
                new FittedParameter("tpr", right, tpr.error(), "verdicts on right candidates (Beta-binomial)"),
                new FittedParameter("fpr", wrong, fpr.error(), "verdicts on wrong candidates (Beta-binomial)"),
                new FittedParameter(
                        "shared.problem",
                        ofWrong.problem(),
                        fit.wrongShares().problem().error(),
                        PAIRS),
                new FittedParameter(
                        "shared.answer",
                        ofWrong.answer(),
                        fit.wrongShares().answer().error(),
                        PAIRS),
                new FittedParameter(
                        "shared.right.problem",
                        ofRight.problem(),
                        fit.rightShares().problem().error(),
                        PAIRS),
                new FittedParameter(
                        "shared.right.answer",
                        ofRight.answer(),
                        fit.rightShares().answer().error(),
                        PAIRS));
        return Optional.of(new FittedVerifier(
                new Verifier(
                        new Scoring.Verdict(right, wrong), ofWrong, ofRight, new NoiseLaw.Gaussian(), 0, Hack.NONE),
                parameters));
    }

    private static final String PAIRS = "pairs of verdicts of one problem, of one answer";
}
