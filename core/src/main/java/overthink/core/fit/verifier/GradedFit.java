package overthink.core.fit.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import overthink.core.exact.replay.RecordRates;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Sensitivity;
import overthink.core.random.NormalQuantile;
import overthink.core.world.Recording;

/**
 * The verifier of a fitted world, of graded scores: its latent is x = d<sub>i</sub>·[right] + √problem·e<sub>problem</sub> +
 * √answer·e<sub>answer</sub> + √candidate·e<sub>candidate</sub> + √call·e<sub>call</sub>, with d<sub>i</sub> normal over problems.
 *
 * <p>The shares within problems come from the variances of normal scores of ranks within problems: between answers, between
 * candidates of one answer, between calls of one candidate. Where equal answers have equal scores all of it is the answer's.
 * d and its spread over problems are those whose best-of-k comes nearest to what is replayed, for k from 1 to n (a mean of
 * normal scores is too small: it takes for noise what d varies). That curve is made of the recorded candidates: which of them
 * are right and which agree stays, their scores are drawn anew. d rises with the logit of p, by a weighted regression of
 * √2·Φ⁻¹(AUC) of the problems, where the slope is more than two of its errors; else it is constant. The problem's share
 * is what wrong candidates of one problem have in common against those of others; it touches no selection within a problem.
 *
 * <p>{@link #d} and {@link #spread} are in standard deviations of the noise within a problem, that is without the problem's
 * part; {@link #sensitivity} is in those of all noise, as a world states it. Immutable.
 */
public final class GradedFit implements VerifierFit {

    private static final int FEW = 20;
    private static final double START_SPREAD = 0.6;
    private static final double MOST_OF_PROBLEM = 0.95;

    private final ScoreProfile profile;
    private final NoiseComponents components;
    private final double answerShare;
    private final double candidateShare;
    private final double callShare;
    private final double problemShare;
    private final Fitted d;
    private final Fitted spread;
    private final Fitted slope;
    private final boolean sloped;
    private final double meanLogit;
    private final double[] replayed;
    private final double[] fitted;
    private final double[] error;
    private final List<String> statements = new ArrayList<>();
    private final long seed;

    GradedFit(Recording recording, long seed) {
        this.seed = seed;
        profile = ScoreProfile.of(recording, 0);
        components = NoiseComponents.of(recording);
        NoiseComponents.Shares shares = components.wrong().isKnown() ? components.wrong() : components.right();
        boolean known = shares.isKnown()
                && shares.candidate().isKnown()
                && shares.call().isKnown();
        answerShare = known ? shares.answer().value() : 0;
        callShare = known ? shares.call().value() : 0;
        Fitted ofProblem = components.problem();
        problemShare = ofProblem.isKnown() ? Math.min(MOST_OF_PROBLEM, ofProblem.value()) : 0;
        candidateShare = known ? Math.max(0, 1 - answerShare - callShare) : 1;
        if (!recording.hasAnswers()) {
            statements.add("Answers were not recorded: all noise is taken for the candidate's own.");
        } else if (!known) {
            statements.add("No answer was given twice beside another one: all noise is taken for the candidate's own.");
        }
        double[] regression = regression(recording);
        meanLogit = regression[0];
        slope = new Fitted(regression[1], regression[2]);
        sloped = Math.abs(slope.value()) > 2 * slope.error();
        FittedScores scores = new FittedScores(recording, answerShare, meanLogit, seed);
        double[][] replays = replays(recording, scores);
        replayed = FittedScores.mean(replays);
        if (Double.isNaN(profile.within())) {
            statements.add("No problem has a right and a wrong candidate: the scores tell nothing of d.");
            d = Fitted.UNKNOWN;
            spread = Fitted.UNKNOWN;
            fitted = replayed.clone();
            error = new double[replayed.length];
            return;
        }
        double start = StrictMath.sqrt(2) * NormalQuantile.of(Math.max(1e-3, Math.min(1 - 1e-3, profile.within())));
        CurveMatch match = new CurveMatch(scores, replays, sloped ? slope.value() : 0, start, START_SPREAD);
        d = match.d;
        spread = match.spread;
        fitted = FittedScores.mean(match.fitted);
        error = errors(replays, match.fitted);
        if (compared() == 1) {
            statements.add(
                    "Too few problems have two candidates: d is that of the area within problems, and its spread is a guess.");
        }
    }

    /** The mean logit, the slope of d on it, and the slope's error (of White 1980, robust to unequal variances). */
    private double[] regression(Recording recording) {
        double weights = 0;
        double xs = 0;
        double ys = 0;
        double squares = 0;
        double products = 0;
        int told = 0;
        double[] x = new double[recording.size()];
        double[] y = new double[x.length];
        double[] w = new double[x.length];
        for (int problem = 0; problem < x.length; problem++) {
            double right = profile.right(problem);
            double wrong = profile.wrong(problem);
            if (right > 0 && wrong > 0) {
                double pairs = right * wrong;
                double area = (profile.within(problem) * pairs + 0.5) / (pairs + 1);
                x[problem] = FittedScores.logit(recording, problem);
                y[problem] = StrictMath.sqrt(2) * NormalQuantile.of(area);
                w[problem] = 1 / (START_SPREAD * START_SPREAD + 1 / right + 1 / wrong);
                weights += w[problem];
                xs += w[problem] * x[problem];
                ys += w[problem] * y[problem];
                told++;
            }
        }
        if (told == 0) {
            return new double[] {0, Double.NaN, Double.NaN};
        }
        double meanX = xs / weights;
        double meanY = ys / weights;
        for (int i = 0; i < x.length; i++) {
            squares += w[i] * (x[i] - meanX) * (x[i] - meanX);
            products += w[i] * (x[i] - meanX) * (y[i] - meanY);
        }
        if (told < FEW || !(squares > 0)) {
            return new double[] {meanX, Double.NaN, Double.NaN};
        }
        double found = products / squares;
        double variance = 0;
        for (int i = 0; i < x.length; i++) {
            double rest = w[i] * (x[i] - meanX) * (y[i] - meanY - found * (x[i] - meanX));
            variance += rest * rest;
        }
        variance *= (double) told / (told - 2) / (squares * squares);
        return new double[] {meanX, found, StrictMath.sqrt(variance)};
    }

    private static double[][] replays(Recording recording, FittedScores scores) {
        int most = scores.most();
        double[][] replays = new double[scores.problems().length][most + 1];
        double[] rates = new double[most + 1];
        for (int u = 0; u < replays.length; u++) {
            int problem = scores.problems()[u];
            int n = Math.min(FittedScores.MOST, recording.candidates(problem));
            double[] good = new double[n];
            double[] bad = new double[n];
            int goods = 0;
            for (int i = 0; i < n; i++) {
                int candidate = FittedScores.thinned(i, n, recording.candidates(problem));
                double score = recording.score(0, problem, candidate);
                if (recording.correct(problem, candidate)) {
                    good[goods++] = score;
                } else {
                    bad[i - goods] = score;
                }
            }
            new RecordRates(Arrays.copyOf(good, goods), Arrays.copyOf(bad, n - goods))
                    .rates(most, replays[u], rates, rates);
        }
        return replays;
    }

    /** By k: the error over problems of what is replayed less what is fitted. */
    private static double[] errors(double[][] replays, double[][] curves) {
        int problems = replays.length;
        double[] errors = new double[replays[0].length];
        for (int k = 1; k < errors.length; k++) {
            double sum = 0;
            double squares = 0;
            for (int u = 0; u < problems; u++) {
                double rest = replays[u][k] - curves[u][k];
                sum += rest;
                squares += rest * rest;
            }
            double variance = problems == 1 ? 0 : (squares - sum * sum / problems) / (problems - 1) / problems;
            errors[k] = StrictMath.sqrt(Math.max(0, variance));
        }
        return errors;
    }

    @Override
    public ScoreProfile profile() {
        return profile;
    }

    /** d in standard deviations of the noise within a problem, on a problem of mean difficulty. */
    public Fitted d() {
        return d;
    }

    /** The standard deviation of d over problems, in the same unit. */
    public Fitted spread() {
        return spread;
    }

    /** By how much d rises for each unit of logit p; unknown with fewer than {@value #FEW} problems to compare. */
    public Fitted slope() {
        return slope;
    }

    /** Whether d is taken to depend on difficulty: the slope is more than two of its errors. */
    public boolean dependsOnDifficulty() {
        return sloped;
    }

    /** The mean logit p of the problems that tell d: where d is {@link #d}. */
    public double meanLogit() {
        return meanLogit;
    }

    /** Whether equal answers have equal scores. */
    public boolean isOfAnswer() {
        return components.ofAnswer();
    }

    /** The share of the problem in all noise; unknown where no two problems have wrong candidates, two of one of them. */
    public Fitted problemShare() {
        return components.problem();
    }

    /** The share of the answer in the noise of right candidates within a problem; unknown where each problem has one right answer. */
    public Fitted answerShareOfRight() {
        return components.right().answer();
    }

    /** The share of the answer in the noise of wrong candidates within a problem. */
    public Fitted answerShareOfWrong() {
        return components.wrong().answer();
    }

    /** The share of the single call in the noise of wrong candidates within a problem; exactly 0 where one call was recorded. */
    public Fitted callShare() {
        return components.wrong().call();
    }

    /** The shares of all noise, as a world states them. */
    public NoiseShares shares() {
        double within = 1 - problemShare;
        double answer = within * answerShare;
        double call = within * callShare;
        double candidate = within * candidateShare;
        return new NoiseShares(Math.max(0, 1 - answer - call - candidate), answer, candidate, call);
    }

    /**
     * d in standard deviations of all noise, as a world states it: following the log-odds of difficulty or not, and spread over
     * problems.
     *
     * @throws IllegalStateException when the recording does not tell d
     */
    public Sensitivity sensitivity() {
        if (!d.isKnown()) {
            throw new IllegalStateException(
                    "no problem has a right and a wrong candidate: the scores tell nothing of d");
        }
        double unit = StrictMath.sqrt(1 - problemShare);
        double center = d.value() * unit;
        Sensitivity.Trend trend = sloped
                ? new Sensitivity.Trend.Logit(center - unit * slope.value() * meanLogit, unit * slope.value())
                : new Sensitivity.Trend.Linear(center, center);
        return new Sensitivity(trend, new Sensitivity.Spread.Normal(unit * spread.value()));
    }

    /** Up to which k the fitted verifier was compared with the replay. */
    public int compared() {
        return replayed.length - 1;
    }

    /** Best-of-k replayed, on the problems that were compared. */
    public double replayed(int k) {
        return replayed[k];
    }

    /** Best-of-k by the scores of the fitted verifier, on the same candidates. */
    public double fitted(int k) {
        return fitted[k];
    }

    /** The standard error over problems of the difference of the two. */
    public double error(int k) {
        return error[k];
    }

    /**
     * Best-of-k by scores of the fitted verifier on candidates recorded elsewhere, which are right and agree as recorded there.
     *
     * @return by k from 1 to the number of candidates that nine in ten problems have, at most 256; index 0 is unused
     */
    public double[] simulated(Recording candidates) {
        FittedScores scores = new FittedScores(candidates, answerShare, meanLogit, seed);
        return FittedScores.mean(scores.curves(d.value(), sloped ? slope.value() : 0, spread.value()));
    }

    @Override
    public List<String> statements() {
        return List.copyOf(statements);
    }
}
