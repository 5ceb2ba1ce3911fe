package overthink.core.exact.selection;

import overthink.core.exact.Approximation;
import overthink.core.exact.Coverage;

/**
 * Best-of-n that stops after the first batch with a score that reaches a threshold, on one problem. For n = K·b + r candidates,
 * b a batch and r less: with A<sub>m</sub> and B<sub>m</sub> the probabilities that the best of m is right and reaches the
 * threshold or not, u the probability that a candidate does not reach it, and R<sub>u</sub> = (1 −
 * u<sup>Kb</sup>)/(1 − u<sup>b</sup>) the full batches begun,
 *
 * <p>accuracy A<sub>b</sub>·R<sub>u</sub> + u<sup>Kb</sup>·A<sub>r</sub> + B<sub>n</sub>, candidates b·R<sub>u</sub> +
 * u<sup>Kb</sup>·r,
 *
 * <p>and coverage (1 − q<sup>b</sup>)·R<sub>w</sub> + w<sup>Kb</sup>·(1 − q<sup>r</sup>), where a candidate is wrong with
 * probability q, and wrong without reaching the threshold with probability w: the batch with the first right candidate is
 * begun when all before were wrong and none of them reached it.
 */
public final class ThresholdStop {

    private final ScoreSplit split;
    private final long batch;
    private final long most;
    /** log u. */
    private final double logMissed;
    /** log w. */
    private final double logWrongMissed;

    /**
     * Makes it.
     *
     * @param batch b, at least 1
     * @param most the most candidates, at least 1; {@link Long#MAX_VALUE} when there is no such number
     */
    public ThresholdStop(ScoreSplit split, long batch, long most) {
        if (batch < 1 || most < 1) {
            throw new IllegalArgumentException(
                    "a batch and the most candidates must be at least 1, not %d and %d".formatted(batch, most));
        }
        this.split = split;
        this.batch = batch;
        this.most = most;
        double wrongReach = (1 - split.p()) * split.wrongReaches();
        logMissed = StrictMath.log1p(-Math.min(1, split.p() * split.rightReaches() + wrongReach));
        logWrongMissed = StrictMath.log1p(-Math.min(1, split.p() + wrongReach));
    }

    /**
     * The probability that the best in the end is right.
     *
     * @param n from 1 to {@link BestOfNAccuracy#LARGEST}
     */
    public Approximation accuracy(long n) {
        long drawn = Math.min(n, most);
        long rest = drawn % batch;
        Approximation never = split.missing(drawn);
        double value = never.value();
        double error = never.error();
        if (drawn >= batch) {
            Approximation each = split.reaching(batch);
            double begun = fullBatches(logMissed, drawn);
            value += each.value() * begun;
            error += each.error() * begun;
        }
        if (rest > 0) {
            Approximation last = split.reaching(rest);
            double begun = power(logMissed, drawn - rest);
            value += last.value() * begun;
            error += last.error() * begun;
        }
        return new Approximation(Math.min(1, value), error);
    }

    /** The probability that some candidate drawn is right. */
    public double coverage(long n) {
        long drawn = Math.min(n, most);
        long rest = drawn % batch;
        double inFull = Coverage.of(split.p(), batch) * fullBatches(logWrongMissed, drawn);
        double inRest = Coverage.of(split.p(), rest) * power(logWrongMissed, drawn - rest);
        return Math.min(1, inFull + inRest);
    }

    /** How many candidates are drawn on average. */
    public double candidates(long n) {
        return Math.min(n, waves(n, 1));
    }

    /** How many batches are begun on average. */
    public double rounds(long n) {
        return waves(n, Long.MAX_VALUE);
    }

    /**
     * How many waves there are on average, of candidates of one batch that run together.
     *
     * @param concurrency how many run together at most, at least 1
     */
    public double waves(long n, long concurrency) {
        long drawn = Math.min(n, most);
        long rest = drawn % batch;
        return fullBatches(logMissed, drawn) * wavesOf(batch, concurrency)
                + (rest == 0 ? 0 : power(logMissed, drawn - rest) * wavesOf(rest, concurrency));
    }

    private static double wavesOf(long candidates, long concurrency) {
        return (double) ((candidates - 1) / concurrency + 1);
    }

    /** The accuracy as n grows without end. */
    public double limit() {
        if (most < Long.MAX_VALUE) {
            return accuracy(most).value();
        }
        return logMissed == 0
                ? split.limit()
                : Math.min(1, split.reaching(batch).value() / -StrictMath.expm1(batch * logMissed));
    }

    /** The coverage as n grows without end. */
    public double limitOfCoverage() {
        if (most < Long.MAX_VALUE) {
            return coverage(most);
        }
        double p = split.p();
        return p == 0 ? 0 : Math.min(1, Coverage.of(p, batch) / -StrictMath.expm1(batch * logWrongMissed));
    }

    /** (1 − x<sup>Kb</sup>)/(1 − x<sup>b</sup>) with K full batches among those drawn. */
    private double fullBatches(double log, long drawn) {
        long batches = drawn / batch;
        if (batches == 0 || log == 0) {
            return batches;
        }
        return StrictMath.expm1(batches * batch * log) / StrictMath.expm1(batch * log);
    }

    /** x<sup>n</sup>, 1 for n = 0. */
    private static double power(double log, long n) {
        return n == 0 ? 1 : StrictMath.exp(n * log);
    }
}
