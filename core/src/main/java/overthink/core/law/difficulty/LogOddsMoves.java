package overthink.core.law.difficulty;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * By how much a policy's training has moved the log-odds of each problem: p becomes p·e<sup>m</sup>/(1 − p + p·e<sup>m</sup>).
 * What is never or always solved stays so, however far it is moved. Immutable.
 */
public final class LogOddsMoves {

    /** Nothing was learnt. */
    public static final LogOddsMoves NONE = new LogOddsMoves(new double[0]);

    private final double[] moves;

    private LogOddsMoves(double[] moves) {
        this.moves = moves;
    }

    /** Moves by problem, all finite. */
    public static LogOddsMoves of(double... moves) {
        for (double move : moves) {
            if (!Double.isFinite(move)) {
                throw new IllegalArgumentException("log-odds move by finite numbers, not by " + move);
            }
        }
        return new LogOddsMoves(moves.clone());
    }

    /** How many problems have moved; 0 where nothing was learnt. */
    public int size() {
        return moves.length;
    }

    /** The move of a problem. */
    public double of(int problem) {
        return moves.length == 0 ? 0 : moves[problem];
    }

    /**
     * These moves and those of one more round: rate·(right − wrong) for each problem.
     *
     * @param rate how far a round moves a problem of which all that is kept is right, at least 0
     * @param right by problem, the share of trials of which a right answer is kept
     * @param wrong by problem, the share of trials of which a wrong one is
     */
    public LogOddsMoves after(double rate, double[] right, double[] wrong) {
        double[] sum = new double[right.length];
        for (int problem = 0; problem < sum.length; problem++) {
            sum[problem] = of(problem) + rate * (right[problem] - wrong[problem]);
        }
        return of(sum);
    }

    /** The chance p of a problem, moved. */
    public double moved(int problem, double p) {
        double move = of(problem);
        if (move == 0 || p <= 0 || p >= 1) {
            return p;
        }
        // the exponential of what is negative does not overflow
        double odds = StrictMath.exp(-Math.abs(move));
        return move > 0 ? p / (p + (1 - p) * odds) : p * odds / (p * odds + (1 - p));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LogOddsMoves others && Arrays.equals(moves, others.moves);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(moves);
    }

    @Override
    public String toString() {
        return "LogOddsMoves" + Arrays.toString(moves);
    }
}
