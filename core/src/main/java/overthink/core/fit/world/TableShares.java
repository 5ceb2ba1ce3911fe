package overthink.core.fit.world;

import java.util.Arrays;
import overthink.core.exact.replay.RecordRates;
import overthink.core.law.verifier.NoiseShares;
import overthink.core.law.verifier.Scoring;
import overthink.core.random.Gaussian;
import overthink.core.random.Origin;
import overthink.core.random.Purpose;
import overthink.core.random.Site;
import overthink.core.world.Recording;

/**
 * Whose the noise of tabulated scores is: the problem's shares, of wrong and of right candidates, whose best-of-k comes nearest
 * to what is replayed, by least squares over k from 1 to n. The curve is made of the recorded candidates: which of them are
 * right and which agree stays, their scores are drawn anew from the tables (common random numbers). What the problem leaves is
 * the answer's and the candidate's, in proportions that are given. A coarse grid of both shares, then one of half its step
 * around the best.
 */
final class TableShares {

    private static final int MOST_PROBLEMS = 150;
    private static final int MOST_CANDIDATES = 100;
    private static final int REPETITIONS = 4;
    private static final double[] GRID = {0, 0.2, 0.4, 0.6, 0.8};
    private static final double HALF_STEP = 0.1;

    private final Scoring.Tabulated tables;
    private final double ofAnswer;
    private final int most;
    private final double[] replayed;
    private final int rows;
    /** By row: e of the problem; by row and candidate, right ones first: e of its answer and of its own. */
    private final double[] problems;

    private final int[] rights;
    private final double[][] answers;
    private final double[][] own;

    TableShares(Recording recording, Scoring.Tabulated tables, double ofAnswer, long seed) {
        this.tables = tables;
        this.ofAnswer = ofAnswer;
        most = Math.min(MOST_CANDIDATES, recording.fewest());
        int used = Math.min(MOST_PROBLEMS, recording.size());
        rows = used * REPETITIONS;
        replayed = new double[most + 1];
        problems = new double[rows];
        rights = new int[rows];
        answers = new double[rows][];
        own = new double[rows][];
        Origin origin = Origin.of(seed);
        Site ofProblem = new Site(Purpose.FITTED_PROBLEM);
        Site ofAnswers = new Site(Purpose.FITTED_ANSWER);
        Site ofCandidate = new Site(Purpose.FITTED_CANDIDATE);
        for (int u = 0; u < used; u++) {
            int problem = (int) ((long) u * recording.size() / used);
            ofProblem.turnTo(origin, problem);
            ofAnswers.turnTo(origin, problem);
            ofCandidate.turnTo(origin, problem);
            int n = Math.min(MOST_CANDIDATES, recording.candidates(problem));
            int[] order = rightsFirst(recording, problem, n);
            int right = 0;
            double[] scores = new double[n];
            for (int i = 0; i < n; i++) {
                right += recording.correct(problem, order[i]) ? 1 : 0;
                scores[i] = recording.score(0, problem, order[i]);
            }
            add(scores, right, replayed, 1.0 / used);
            int classes = recording.hasAnswers() ? recording.classes(problem) : 0;
            for (int r = 0; r < REPETITIONS; r++) {
                int row = u * REPETITIONS + r;
                problems[row] = Gaussian.of(ofProblem.word(r));
                rights[row] = right;
                answers[row] = new double[n];
                own[row] = new double[n];
                for (int i = 0; i < n; i++) {
                    int answer = recording.hasAnswers() ? recording.answer(problem, order[i]) : Recording.NO_ANSWER;
                    // slot 0 is the right answer's; those who gave none come after the classes
                    long slot = i < right ? 0 : answer == Recording.NO_ANSWER ? 1L + classes + order[i] : 1L + answer;
                    answers[row][i] = Gaussian.of(ofAnswers.word(r, slot));
                    own[row][i] = Gaussian.of(ofCandidate.word(r, order[i]));
                }
            }
        }
    }

    private static int[] rightsFirst(Recording recording, int problem, int n) {
        int[] order = new int[n];
        int next = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < n; i++) {
                if (recording.correct(problem, i) == (pass == 0)) {
                    order[next++] = i;
                }
            }
        }
        return order;
    }

    /** Adds best-of-k of scores, those of right candidates first. */
    private void add(double[] scores, int right, double[] sums, double weight) {
        double[] accuracy = new double[most + 1];
        double[] rates = new double[most + 1];
        new RecordRates(Arrays.copyOf(scores, right), Arrays.copyOfRange(scores, right, scores.length))
                .rates(most, accuracy, rates, rates);
        for (int k = 1; k <= most; k++) {
            sums[k] += weight * accuracy[k];
        }
    }

    /** The problem's shares that come nearest: of wrong candidates, of right ones. */
    double[] nearest() {
        double[] best = {0, 0};
        double least = Double.POSITIVE_INFINITY;
        for (double wrong : GRID) {
            for (double right : GRID) {
                double distance = distance(wrong, right);
                if (distance < least) {
                    least = distance;
                    best = new double[] {wrong, right};
                }
            }
        }
        double[] centre = best;
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                double wrong = centre[0] + i * HALF_STEP;
                double right = centre[1] + j * HALF_STEP;
                if ((i != 0 || j != 0) && Math.min(wrong, right) >= 0) {
                    double distance = distance(wrong, right);
                    if (distance < least) {
                        least = distance;
                        best = new double[] {wrong, right};
                    }
                }
            }
        }
        return best;
    }

    private double distance(double wrong, double right) {
        NoiseShares ofWrong = shares(wrong);
        NoiseShares ofRight = shares(right);
        double[] curve = new double[most + 1];
        for (int row = 0; row < rows; row++) {
            double[] scores = new double[own[row].length];
            for (int i = 0; i < scores.length; i++) {
                NoiseShares shares = i < rights[row] ? ofRight : ofWrong;
                double epsilon = Math.sqrt(shares.problem()) * problems[row]
                        + Math.sqrt(shares.answer()) * answers[row][i]
                        + Math.sqrt(shares.candidate()) * own[row][i];
                scores[i] = (i < rights[row] ? tables.good() : tables.bad()).at(epsilon);
            }
            add(scores, rights[row], curve, 1.0 / rows);
        }
        double sum = 0;
        for (int k = 1; k <= most; k++) {
            double off = curve[k] - replayed[k];
            // as many points in each doubling of k
            sum += off * off / k;
        }
        return sum;
    }

    /** All shares, given the problem's. */
    NoiseShares shares(double problem) {
        double kept = FittedVerifier.share(problem);
        double answer = FittedVerifier.share((1 - kept) * Math.min(1, ofAnswer));
        return new NoiseShares(kept, answer, FittedVerifier.share(1 - kept - answer), 0);
    }
}
