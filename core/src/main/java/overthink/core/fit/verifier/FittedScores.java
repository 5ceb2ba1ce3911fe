package overthink.core.fit.verifier;

import java.util.Arrays;
import java.util.stream.IntStream;
import overthink.core.exact.replay.RecordRates;
import overthink.core.random.Gaussian;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.world.Recording;

/**
 * A recording's candidates with the scores of a fitted verifier in place of those recorded: x = (d + d₁·(logit p − mean) +
 * spread·z)·[right] + √b·e<sub>answer</sub> + √(1 − b)·e<sub>candidate</sub>, z of the problem, all of them standard normal and the
 * same for whatever d and spread are asked (common random numbers). All right candidates of a problem share one answer, as in a
 * world; who gave no answer shares it with nobody. What selecting by these scores gives is exact for each repetition.
 *
 * <p>Long recordings are thinned out, evenly over problems and to {@value #MOST} candidates of each, so that a curve stays cheap.
 * Where problems have different numbers of candidates, the curve goes as far as nine in ten of them, and the others are left
 * out.
 */
final class FittedScores {

    /** Candidates of a problem that are used. */
    static final int MOST = 256;

    /** One in so many problems may have too few candidates. */
    private static final int FEWER = 10;

    /** Operations that a curve may cost. */
    private static final double WORK = 1e7;

    private static final int REPETITIONS = 32;

    /** The most problems times repetitions. */
    private static final double ROWS = 4096;

    private final int most;
    private final int repetitions;
    private final int[] problems;
    /** By problem: logit of its share of right candidates, less the mean. */
    private final double[] difficulty;

    private final double[] luck;
    private final double[][] good;
    private final double[][] bad;

    /**
     * The candidates of a recording.
     *
     * @param answerShare b in [0, 1]
     * @param meanLogit the mean that is taken off the logits of p
     */
    FittedScores(Recording recording, double answerShare, double meanLogit, long seed) {
        int[] counts = IntStream.range(0, recording.size())
                .map(recording::candidates)
                .sorted()
                .toArray();
        most = Math.min(MOST, counts[counts.length / FEWER]);
        int[] reaching = IntStream.range(0, recording.size())
                .filter(problem -> recording.candidates(problem) >= most)
                .toArray();
        double each = 1 + 0.5 * most * most;
        int rows = (int) Math.max(32, Math.min(Math.min(REPETITIONS * (double) reaching.length, ROWS), WORK / each));
        int used = Math.min(reaching.length, rows);
        repetitions = Math.max(1, rows / used);
        problems = new int[used];
        difficulty = new double[used];
        luck = new double[used * repetitions];
        good = new double[used * repetitions][];
        bad = new double[used * repetitions][];
        Origin origin = Origin.of(seed);
        Site ofProblem = new Site(Purpose.FITTED_PROBLEM);
        Site ofAnswer = new Site(Purpose.FITTED_ANSWER);
        Site ofCandidate = new Site(Purpose.FITTED_CANDIDATE);
        double shared = StrictMath.sqrt(answerShare);
        double own = StrictMath.sqrt(1 - answerShare);
        for (int u = 0; u < used; u++) {
            int problem = reaching[thinned(u, used, reaching.length)];
            problems[u] = problem;
            difficulty[u] = logit(recording, problem) - meanLogit;
            ofProblem.turnTo(origin, problem);
            ofAnswer.turnTo(origin, problem);
            ofCandidate.turnTo(origin, problem);
            int n = Math.min(MOST, recording.candidates(problem));
            int classes = recording.hasAnswers() ? recording.classes(problem) : 0;
            for (int r = 0; r < repetitions; r++) {
                double[] right = new double[n];
                double[] wrong = new double[n];
                int rights = 0;
                for (int i = 0; i < n; i++) {
                    int candidate = thinned(i, n, recording.candidates(problem));
                    boolean isRight = recording.correct(problem, candidate);
                    int answer = recording.hasAnswers() ? recording.answer(problem, candidate) : Recording.NO_ANSWER;
                    // slot 0 is the right answer's; those who gave none come after the classes
                    long code = isRight ? 0 : answer == Recording.NO_ANSWER ? 1L + classes + candidate : 1L + answer;
                    double noise = shared == 0 ? 0 : shared * Gaussian.of(ofAnswer.word(r, code));
                    noise += own == 0 ? 0 : own * Gaussian.of(ofCandidate.word(r, candidate));
                    if (isRight) {
                        right[rights++] = noise;
                    } else {
                        wrong[i - rights] = noise;
                    }
                }
                int row = u * repetitions + r;
                luck[row] = Gaussian.of(ofProblem.word(r));
                good[row] = Arrays.copyOf(right, rights);
                bad[row] = Arrays.copyOf(wrong, n - rights);
                Arrays.sort(good[row]);
                Arrays.sort(bad[row]);
            }
        }
    }

    /** Which of {@code all} candidates is the {@code i}-th of {@code n} that are used. */
    static int thinned(int i, int n, int all) {
        return (int) ((long) i * all / n);
    }

    /** logit((c + ½)/(n + 1)) of a problem. */
    static double logit(Recording recording, int problem) {
        double right = recording.correct(problem) + 0.5;
        double wrong = recording.candidates(problem) - recording.correct(problem) + 0.5;
        return StrictMath.log(right) - StrictMath.log(wrong);
    }

    /** Up to which k there is a curve. */
    int most() {
        return most;
    }

    /** The numbers, in the recording, of the problems that are used. */
    int[] problems() {
        return problems;
    }

    /**
     * Best-of-k of each problem used.
     *
     * @return by problem used, and k from 1 on
     */
    double[][] curves(double d, double slope, double spread) {
        double[][] curves = new double[problems.length][most + 1];
        double[] accuracy = new double[most + 1];
        double[] rates = new double[most + 1];
        for (int row = 0; row < good.length; row++) {
            int u = row / repetitions;
            double lift = d + slope * difficulty[u] + spread * luck[row];
            double[] lifted = good[row].clone();
            for (int i = 0; i < lifted.length; i++) {
                lifted[i] += lift;
            }
            new RecordRates(lifted, bad[row]).rates(most, accuracy, rates, rates);
            for (int k = 1; k <= most; k++) {
                curves[u][k] += accuracy[k] / repetitions;
            }
        }
        return curves;
    }

    /** The mean of curves over problems. */
    static double[] mean(double[][] curves) {
        double[] mean = new double[curves[0].length];
        for (double[] curve : curves) {
            for (int k = 1; k < mean.length; k++) {
                mean[k] += curve[k] / curves.length;
            }
        }
        return mean;
    }
}
