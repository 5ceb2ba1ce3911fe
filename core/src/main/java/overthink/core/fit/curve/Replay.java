package overthink.core.fit.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import overthink.core.fit.HalfSamples;
import overthink.core.world.Recording;

/**
 * Replays the candidates of a recording: what a rule gives with k of them, averaged over all ways to draw k of a problem's n
 * without replacement. Closed forms where there are some (pass@k: Chen et al. 2021, "Evaluating Large Language Models Trained on
 * Code"), else {@link #ORDERS} orders of each problem's candidates, the same for every rule.
 *
 * <p>Of the two errors of a value, the one over these problems is by {@linkplain HalfSamples half samples}: with v(k) the
 * variance of the value at k with n/2 candidates, it is the square root of v(k)/2 for k ≤ n/2, and of v(n/2)·k/n beyond, where a
 * half does not reach (Hoeffding 1948: n times the variance of an average over draws of k does not rise with n).
 *
 * <p>Immutable, and what it computes is a function of the recording, the numbers of candidates and the seed.
 */
public final class Replay {

    /** How many orders of a problem's candidates are drawn where there is no closed form: fewer beyond 10,000 problems. */
    public static final int ORDERS = 200;

    private static final int MOST_ORDERS_IN_ALL = 2_000_000;
    private static final int LEAST_ORDERS = 20;
    /** Of the orders of all candidates to those of a half: there are 16 halves. */
    private static final int ORDERS_PER_HALF = 8;

    /** The most work that a closed form of majority votes is worth, in candidates² · problems · numbers of candidates. */
    private static final double MOST_MAJORITY_WORK = 1e8;

    private final Recording recording;
    private final Reach reach;
    private final int[] ks;
    private final long seed;
    private final int orders;

    /**
     * A replay at these numbers of candidates.
     *
     * @param candidates each at least 1, in any order; those that are beyond the recording are passed over
     * @param seed of the orders drawn
     * @throws IllegalArgumentException when a number is below 1
     */
    public Replay(Recording recording, Reach reach, int[] candidates, long seed) {
        for (int k : candidates) {
            if (k < 1) {
                throw new IllegalArgumentException("a number of candidates must be at least 1, not " + k);
            }
        }
        this.recording = recording;
        this.reach = reach;
        this.seed = seed;
        int most = most(recording, reach);
        ks = Arrays.stream(candidates)
                .filter(k -> k <= most)
                .sorted()
                .distinct()
                .toArray();
        orders = Math.max(LEAST_ORDERS, Math.min(ORDERS, MOST_ORDERS_IN_ALL / recording.size()));
    }

    /** The most candidates that can be replayed. */
    public static int most(Recording recording, Reach reach) {
        return reach == Reach.ALL_PROBLEMS ? recording.fewest() : recording.most();
    }

    /**
     * A rule's curve.
     *
     * @throws IllegalArgumentException when the recording lacks what the rule needs
     */
    public ReplayedCurve curve(Rule rule) {
        requireReplayable(rule);
        int problems = recording.size();
        Ballots ballots = byOrders(rule) ? new Ballots(recording, rule == Rule.WEIGHTED_VOTE, orders, seed) : null;
        Statistic statistic = ballots != null ? ballots : statistic(rule);
        double[][] values = new double[ks.length][problems];
        double[] orderVariance = new double[ks.length];
        double[] at = new double[ks.length];
        for (int problem = 0; problem < problems; problem++) {
            int n = recording.candidates(problem);
            int[] all = new int[n];
            Arrays.setAll(all, i -> i);
            statistic.of(problem, all, ks, at);
            for (int i = 0; i < ks.length; i++) {
                values[i][problem] = ks[i] <= n ? at[i] : Double.NaN;
                if (ballots != null && ks[i] < n) {
                    orderVariance[i] += ballots.orderVariance(i, at[i]);
                }
            }
        }
        Ballots halves = rule.votes() ? halfBallots(rule) : null;
        double[] ownVariance = ownVariance(new Halves(halves != null ? halves : statistic(rule), halves));
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < ks.length; i++) {
            points.add(point(ks[i], values[i], ownVariance[i], orderVariance[i]));
        }
        return new ReplayedCurve(rule, points, values, ballots == null ? 0 : orders);
    }

    private boolean byOrders(Rule rule) {
        double n = recording.most();
        return rule == Rule.WEIGHTED_VOTE
                || (rule == Rule.MAJORITY_VOTE && n * n * recording.size() * ks.length > MOST_MAJORITY_WORK);
    }

    /** The rule's value in closed form. */
    private Statistic statistic(Rule rule) {
        return switch (rule) {
            case COVERAGE, ALL_RIGHT, FIRST_ACCEPTED -> new Counted(recording, rule);
            case BEST_OF_N -> new BestOf(recording);
            case MAJORITY_VOTE -> new Majority(recording);
            case WEIGHTED_VOTE -> throw new IllegalStateException("weighted votes have no closed form");
        };
    }

    private CurvePoint point(int k, double[] values, double ownVariance, double orderVariance) {
        double sum = 0;
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                squares += (value - mean) * (value - mean);
            }
        }
        double population = count < 2 ? Double.NaN : StrictMath.sqrt(squares / (count - 1) / count);
        return new CurvePoint(
                k, mean, population, StrictMath.sqrt(ownVariance), StrictMath.sqrt(orderVariance) / count, count);
    }

    /**
     * The standard error over these problems of the difference of two rules with {@code k} of the same candidates, as
     * {@link CurvePoint#ownError}; where orders are drawn for one of them it includes that of the orders.
     *
     * @param k one of the numbers of candidates asked for
     * @throws IllegalArgumentException when {@code k} is not one of those, or a rule cannot be replayed
     */
    public double differenceError(Rule one, Rule other, int k) {
        int place = Arrays.binarySearch(ks, k);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "%d is not among the numbers of candidates %s".formatted(k, Arrays.toString(ks)));
        }
        requireReplayable(one);
        requireReplayable(other);
        Replay alone = new Replay(recording, reach, new int[] {k}, seed);
        Statistic first = alone.halfStatistic(one);
        Statistic second = alone.halfStatistic(other);
        double[] subtrahend = new double[1];
        Statistic difference = (problem, candidates, at, into) -> {
            first.of(problem, candidates, at, into);
            second.of(problem, candidates, at, subtrahend);
            into[0] -= subtrahend[0];
        };
        return StrictMath.sqrt(alone.ownVariance(alone.new Halves(difference, null))[0]);
    }

    private void requireReplayable(Rule rule) {
        Optional<String> lack = rule.lack(recording);
        if (lack.isPresent()) {
            throw new IllegalArgumentException(rule.label() + " needs " + lack.get());
        }
    }

    /** A rule's value in half of the candidates. */
    private Statistic halfStatistic(Rule rule) {
        return rule.votes() ? halfBallots(rule) : statistic(rule);
    }

    private Ballots halfBallots(Rule rule) {
        return new Ballots(recording, rule == Rule.WEIGHTED_VOTE, Math.max(2, orders / ORDERS_PER_HALF), seed);
    }

    /** The variance of each value that is due to the candidates. */
    private double[] ownVariance(Halves halves) {
        double[] variances = HalfSamples.variances(recording.size(), recording::candidates, ks.length, halves, seed);
        int telling = problems(n -> n > 1);
        for (int i = 0; i < ks.length; i++) {
            // a variance of the sum over the problems that reach k, divided by theirs
            int k = ks[i];
            int reaching = problems(n -> n >= k);
            int both = problems(n -> n >= k && n > 1);
            double drawn = halves.orderVariance[i] / HalfSamples.SPLITS / telling / recording.size();
            variances[i] = both == 0
                    ? Double.NaN
                    : Math.max(0, variances[i] - drawn) * telling / both * recording.size() / reaching;
        }
        return variances;
    }

    /** A rule's values in half of the candidates, each at k or at the most of the half, and scaled to the variance with all. */
    private final class Halves implements HalfSamples.Statistics {

        private final Statistic statistic;
        private final @Nullable Ballots ballots;
        /** By k: what the orders drawn add to ½·(A − B)², in all. */
        private final double[] orderVariance = new double[ks.length];

        private final int[] reached = new int[ks.length];

        /**
         * Halves of a statistic.
         *
         * @param ballots the statistic, where it draws orders; their variance is then taken off
         */
        Halves(Statistic statistic, @Nullable Ballots ballots) {
            this.statistic = statistic;
            this.ballots = ballots;
        }

        @Override
        public void of(int problem, int[] candidates, double[] into) {
            int n = recording.candidates(problem);
            for (int i = 0; i < ks.length; i++) {
                reached[i] = Math.min(ks[i], candidates.length);
            }
            statistic.of(problem, candidates, reached, into);
            for (int i = 0; i < ks.length; i++) {
                double share = ks[i] > n ? 0 : (double) Math.max(ks[i], candidates.length) / n;
                if (ballots != null && reached[i] < candidates.length) {
                    orderVariance[i] += ballots.orderVariance(i, into[i]) / 2 * share;
                }
                into[i] *= StrictMath.sqrt(share);
            }
        }
    }

    private int problems(IntPredicate candidates) {
        int count = 0;
        for (int problem = 0; problem < recording.size(); problem++) {
            count += candidates.test(recording.candidates(problem)) ? 1 : 0;
        }
        return count;
    }
}
