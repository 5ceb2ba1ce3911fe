package overthink.core.exact.selection;

import java.util.OptionalDouble;
import overthink.core.exact.Approximation;
import overthink.core.exact.PooledAccuracy;

/**
 * The accuracy of the highest of candidates whose scores come in few values, of equals the first, where some of n<sub>1</sub>
 * candidates of one kind come first, then n<sub>2</sub> of another, and so on. With r<sub>m</sub>(s) the chance that one of kind m
 * is right and has score s, e<sub>m</sub>(s) the chance that it has score s and b<sub>m</sub>(s) that it has less,
 *
 * <p>Σ<sub>s</sub> Σ<sub>m</sub> Π<sub>l&lt;m</sub> b<sub>l</sub><sup>n<sub>l</sub></sup> · r<sub>m</sub>/e<sub>m</sub>·((b<sub>m</sub> +
 * e<sub>m</sub>)<sup>n<sub>m</sub></sup> − b<sub>m</sub><sup>n<sub>m</sub></sup>) · Π<sub>l&gt;m</sub> (b<sub>l</sub> +
 * e<sub>l</sub>)<sup>n<sub>l</sub></sup>:
 *
 * <p>those before the winner have less, those after it no more. Verdicts are two scores.
 */
final class FirstOfHighest implements PooledAccuracy {

    private static final double ROUNDING = 2e-14;

    /** By kind and score, the least first: chances of right candidates, and of all. */
    private final double[][] right;

    private final double[][] all;
    /** By kind and score: the chance of more. */
    private final double[][] above;

    /**
     * Candidates of some kinds.
     *
     * @param right by kind and score, the least first: the chance that a candidate is right and has it
     * @param wrong likewise that it is wrong and has it; for each kind the chances of both add to 1
     */
    FirstOfHighest(double[][] right, double[][] wrong) {
        int scores = right[0].length;
        this.right = right;
        all = new double[right.length][scores];
        above = new double[right.length][scores];
        for (int kind = 0; kind < right.length; kind++) {
            double more = 0;
            for (int score = scores - 1; score >= 0; score--) {
                all[kind][score] = right[kind][score] + wrong[kind][score];
                above[kind][score] = more;
                more += all[kind][score];
            }
        }
    }

    @Override
    public Approximation at(long[] counts) {
        double sum = 0;
        for (int score = 0; score < right[0].length; score++) {
            double before = 1;
            for (int kind = 0; kind < counts.length && before > 0; kind++) {
                double after = 1;
                for (int later = kind + 1; later < counts.length; later++) {
                    after *= noneAbove(later, score, counts[later]);
                }
                sum += before * first(kind, score, counts[kind]) * after;
                before *= noneFrom(kind, score, counts[kind]);
            }
        }
        return new Approximation(Math.min(1, sum), ROUNDING);
    }

    /** The chance that one of so many is right, has the score, is the first that has it, and none has more. */
    private double first(int kind, int score, long count) {
        if (right[kind][score] == 0 || count == 0) {
            return 0;
        }
        // given that none has more, the first that has the score comes in time
        double among = Math.min(1, all[kind][score] / (1 - above[kind][score]));
        double some = among == 1 ? 1 : -StrictMath.expm1(count * StrictMath.log1p(-among));
        return right[kind][score] / all[kind][score] * noneAbove(kind, score, count) * some;
    }

    private double noneAbove(int kind, int score, long count) {
        return power(1 - above[kind][score], above[kind][score], count);
    }

    private double noneFrom(int kind, int score, long count) {
        double from = above[kind][score] + all[kind][score];
        return score == 0 ? power(0, 1, count) : power(1 - from, from, count);
    }

    /** rest<sup>count</sup>, rest being 1 − taken. */
    private static double power(double rest, double taken, long count) {
        if (count == 0 || taken == 0) {
            return 1;
        }
        return rest <= 0 ? 0 : StrictMath.exp(count * StrictMath.log1p(-taken));
    }

    @Override
    public OptionalDouble limit() {
        for (int score = right[0].length - 1; score >= 0; score--) {
            for (int kind = 0; kind < right.length; kind++) {
                if (all[kind][score] > 0) {
                    return OptionalDouble.of(right[kind][score] / all[kind][score]);
                }
            }
        }
        throw new IllegalStateException("chances that add to 0");
    }
}
