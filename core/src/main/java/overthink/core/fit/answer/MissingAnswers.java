package overthink.core.fit.answer;

import java.util.List;
import java.util.Optional;
import overthink.core.fit.difficulty.FamilyPosterior.Parameter;
import overthink.core.random.Address;
import overthink.core.random.CounterStream;
import overthink.core.random.GammaDraw;

/**
 * How often a candidate that is not right gives no answer: a problem's share μ is Beta(A, B), and of its n − c candidates that
 * are not right the number m without an answer is binomial. The posterior of (A, B) on a grid of 25 × 30 points at equal
 * distances of their logarithms, A from 0.05 to 20 and B from 0.05 to 200, with log A ~ N(−1, 1.5²) and log B ~ N(1, 2²) before
 * the recording is seen; where many problems make the posterior narrower than this grid is fine, it is refined. Immutable.
 */
public final class MissingAnswers {

    private static final double[] A = GridPosterior.logarithmic(0.05, 20, 25);
    private static final double[] B = GridPosterior.logarithmic(0.05, 200, 30);
    private static final double[] LOG_A_PRIOR = {-1, 1.5};
    private static final double[] LOG_B_PRIOR = {1, 2};
    /** More than this share in the two outermost values of a parameter is said. */
    static final double EDGE = 0.01;

    private final GridPosterior grid;
    private final boolean someMissing;

    private MissingAnswers(GridPosterior grid, boolean someMissing) {
        this.grid = grid;
        this.someMissing = someMissing;
    }

    /** The posterior given a recording's counts. */
    public static MissingAnswers of(AnswerCounts counts) {
        int[] notRight = new int[counts.size()];
        int[] missing = new int[counts.size()];
        for (int problem = 0; problem < counts.size(); problem++) {
            notRight[problem] = counts.candidates(problem) - counts.correct(problem);
            missing[problem] = counts.missing(problem);
        }
        return of(notRight, missing);
    }

    /**
     * The posterior given counts.
     *
     * @param notRight by problem: candidates that are not right
     * @param missing by problem: how many of them gave no answer
     * @throws IllegalArgumentException when a count is outside its range
     */
    public static MissingAnswers of(int[] notRight, int[] missing) {
        Frequencies all = new Frequencies();
        Frequencies without = new Frequencies();
        Frequencies with = new Frequencies();
        boolean some = false;
        for (int problem = 0; problem < notRight.length; problem++) {
            if (missing[problem] < 0 || missing[problem] > notRight[problem]) {
                throw new IllegalArgumentException(
                        "problem %d: of %d candidates that are not right between 0 and all have no answer, not %d"
                                .formatted(problem, notRight[problem], missing[problem]));
            }
            all.add(notRight[problem]);
            without.add(missing[problem]);
            with.add(notRight[problem] - missing[problem]);
            some |= missing[problem] > 0;
        }
        GridPosterior grid = GridPosterior.of(A, B, true, (a, b) -> logDensities(without, with, all, a, b));
        return new MissingAnswers(grid, some);
    }

    private static double[][] logDensities(
            Frequencies without, Frequencies with, Frequencies all, double[] a, double[] b) {
        double[] ofA = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            ofA[i] = without.logRising(a[i], 1) + logNormal(a[i], LOG_A_PRIOR);
        }
        double[] ofB = new double[b.length];
        for (int j = 0; j < b.length; j++) {
            ofB[j] = with.logRising(b[j], 1) + logNormal(b[j], LOG_B_PRIOR);
        }
        double[][] logs = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                logs[i][j] = ofA[i] + ofB[j] - all.logRising(a[i] + b[j], 1);
            }
        }
        return logs;
    }

    private static double logNormal(double x, double[] prior) {
        double z = (StrictMath.log(x) - prior[0]) / prior[1];
        return -z * z / 2;
    }

    /** A. */
    public Parameter a() {
        return grid.ofFirst();
    }

    /** B. */
    public Parameter b() {
        return grid.ofSecond();
    }

    /** Whether the recording has a candidate without an answer; when not, the posterior says little but that they are rare. */
    public boolean someMissing() {
        return someMissing;
    }

    /** Says so when the recording is outside what the grid covers: more than 1 % lies in its two outermost values. */
    public List<String> statements() {
        if (!someMissing) {
            return List.of();
        }
        boolean atA = grid.firstUpTo(A[1]) > EDGE || grid.firstFrom(A[A.length - 2]) > EDGE;
        boolean atB = grid.secondUpTo(B[1]) > EDGE || grid.secondFrom(B[B.length - 2]) > EDGE;
        Optional<String> which = atA && atB
                ? Optional.of("A and B")
                : atA ? Optional.of("A") : atB ? Optional.of("B") : Optional.empty();
        return which
                .map(name -> "candidates without an answer: the posterior of %s reaches the edge of its grid"
                        .formatted(name))
                .stream()
                .toList();
    }

    /** A point of the grid, drawn. */
    Law draw(CounterStream stream) {
        int point = grid.pick(Address.uniform(stream.nextLong()));
        return new Law(grid.first(point), grid.second(point));
    }

    /** μ ~ Beta(a, b). */
    record Law(double a, double b) {

        /** A problem's share, drawn given that {@code missing} of {@code notRight} gave no answer. */
        double share(int notRight, int missing, CounterStream stream) {
            double none = GammaDraw.of(a + missing, stream);
            double some = GammaDraw.of(b + notRight - missing, stream);
            return none + some > 0 ? none / (none + some) : 0;
        }
    }
}
