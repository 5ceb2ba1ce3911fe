package overthink.core.run;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.ShardHost;
import overthink.core.experiment.TrialPlan;
import overthink.core.fault.Fault;
import overthink.core.route.Route;
import overthink.core.trial.Tally;

/**
 * One strategy's run: its tally, how many trials each budget has and is to have, and the first fault found. Where one pass
 * serves all budgets, all have the same. A run may begin with a pilot, whose trials have numbers of their own and are forgotten
 * when the run proper {@linkplain #begin() begins}.
 */
final class StrategyRun {

    private final ConfiguredStrategy strategy;
    private final Route route;
    private final Tally tally;
    private final boolean anytime;
    private final long[] trials;
    private final long[] target;
    private long from;
    private long planned;
    private final double[] foreseen;
    private final Pace pace = new Pace();
    /** Takes the trials one by one; null when their sums are all that is asked for. */
    private final @Nullable TrialSheet sheet;
    /** The number of the first trial. */
    private long first;

    private volatile long faultyShard = Long.MAX_VALUE;
    private @Nullable Fault fault;
    private double seconds;

    /**
     * A run.
     *
     * @param pilot whether it begins with one
     */
    StrategyRun(ConfiguredStrategy strategy, Route route, Tally tally, int budgets, boolean pilot) {
        this(strategy, route, tally, budgets, pilot, null);
    }

    /** A run of the strategy's trials whose trials are kept one by one. Its tally stays empty. */
    StrategyRun(ConfiguredStrategy strategy, int budgets, TrialSheet sheet) {
        this(strategy, Route.PLAIN, new Tally(0, budgets, sheet.groups()), budgets, false, sheet);
    }

    private StrategyRun(
            ConfiguredStrategy strategy,
            Route route,
            Tally tally,
            int budgets,
            boolean pilot,
            @Nullable TrialSheet sheet) {
        this.sheet = sheet;
        this.strategy = strategy;
        this.route = route;
        this.tally = tally;
        anytime = route instanceof Route.Aggregated || strategy.anytime();
        trials = new long[budgets];
        target = new long[budgets];
        foreseen = new double[budgets];
        first = pilot ? TrialPlan.LIMIT : 0;
    }

    /** Whether what is played is not to be counted. */
    boolean pilot() {
        return first > 0;
    }

    /** Forgets the pilot. */
    void begin() {
        tally.clear();
        Arrays.fill(trials, 0);
        Arrays.fill(target, 0);
        first = 0;
    }

    /** Adds what the trials of a shard came to. */
    void add(Shard shard, Tally sums) {
        if (sheet == null) {
            tally.add(shard.problem(), sums, shard.from());
        } else {
            sheet.enter(shard, sums);
        }
    }

    ConfiguredStrategy strategy() {
        return strategy;
    }

    Route route() {
        return route;
    }

    Tally tally() {
        return tally;
    }

    /** Whether one pass serves all budgets. */
    boolean anytime() {
        return anytime;
    }

    /** Trials per problem that are done at a budget. */
    long trials(int budget) {
        return trials[budget];
    }

    /** The trials per problem that there are and that are to be, and which shards of them are to be played elsewhere. */
    ShardHost.Order order(int strategy, List<Long> shards) {
        return new ShardHost.Order(strategy, pilot(), list(trials), list(target), seconds(), shards);
    }

    private static List<Long> list(long[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }

    /** Begins the round of an order. A fault of the last one is forgotten, but for one outside trials. */
    void follow(ShardHost.Order order) {
        Arrays.setAll(trials, budget -> order.trials().get(budget));
        Arrays.setAll(target, budget -> order.targets().get(budget));
        first = order.pilot() ? TrialPlan.LIMIT : 0;
        synchronized (this) {
            seconds = order.seconds();
            if (faultyShard >= 0) {
                faultyShard = Long.MAX_VALUE;
                fault = null;
            }
        }
        from = 0;
        planned = 0;
        beginRound();
    }

    /** Whether its fault is one outside trials. */
    boolean disqualified() {
        return faultyShard < 0;
    }

    /** Fixes what the round adds, whatever fails in it. */
    void beginRound() {
        from = Long.MAX_VALUE;
        long to = 0;
        for (int budget = 0; budget < trials.length; budget++) {
            if (trials[budget] < target[budget]) {
                from = Math.min(from, first + trials[budget]);
                to = Math.max(to, first + target[budget]);
            }
        }
        planned = failed() ? 0 : Math.max(0, to - from);
    }

    /** The number of the first trial that the round in hand adds. */
    long from() {
        return from;
    }

    /** Whether some budget is to have more trials than it has. */
    boolean wantsMore() {
        return IntStream.range(0, trials.length).anyMatch(budget -> trials[budget] < target[budget]);
    }

    /** How many trials per problem, from {@link #from()} on, the round in hand adds at some budget. */
    long planned() {
        return planned;
    }

    /** Whether a problem has all trials that it is to have after the round in hand; no pilot's count. */
    boolean complete(int problem) {
        return !pilot()
                && IntStream.range(0, target.length)
                        .allMatch(budget ->
                                target[budget] > 0 && tally.sum(problem, budget, Tally.TRIALS) == target[budget]);
    }

    /** Trials per problem at a budget after the round in hand. */
    long target(int budget) {
        return target[budget];
    }

    /** Whether the round in hand adds a trial at a budget. */
    boolean wants(int budget, long trial) {
        return first + trials[budget] <= trial && trial < first + target[budget];
    }

    /**
     * Plans the trials of a budget.
     *
     * @param newTarget trials per problem after the round
     * @param expected trials per problem after all rounds, as far as can be told; NaN when it cannot
     */
    void plan(int budget, long newTarget, double expected) {
        target[budget] = newTarget;
        foreseen[budget] = expected;
    }

    /** Counts what a shard took. */
    synchronized void took(double more) {
        seconds += more;
    }

    /** What the shards that are done took, in seconds of a thread. */
    synchronized double seconds() {
        return seconds;
    }

    /** How fast this strategy's trials are. */
    Pace pace() {
        return pace;
    }

    /**
     * What trials cost, as a multiple of something: one each where a pass serves all budgets, else the sum of the budgets
     * that each is played for.
     */
    double work(Budgets budgets, long begin, long end) {
        if (anytime) {
            return end - begin;
        }
        double work = 0;
        for (int budget = 0; budget < target.length; budget++) {
            long played = Math.min(end, first + target[budget]) - Math.max(begin, first + trials[budget]);
            work += Math.max(0, played) * budgets.values().get(budget);
        }
        return work;
    }

    /** What the trials of a problem that are planned or foreseen cost, the round in hand included; NaN when that is not known. */
    double expectedWork(Budgets budgets) {
        if (failed()) {
            return 0;
        }
        double work = 0;
        for (int budget = 0; budget < target.length; budget++) {
            double left = Math.max(foreseen[budget], target[budget]) - trials[budget];
            work = anytime
                    ? Math.max(work, left)
                    : work + left * budgets.values().get(budget);
        }
        return work;
    }

    /** How many trials of a problem are planned or foreseen beyond the round in hand, as far as is known. */
    double expectedLater() {
        double most = 0;
        for (int budget = 0; budget < target.length && !failed(); budget++) {
            double later = foreseen[budget] - target[budget];
            most = later > most ? later : most;
        }
        return most;
    }

    void finishRound() {
        System.arraycopy(target, 0, trials, 0, trials.length);
    }

    boolean failed() {
        return faultyShard != Long.MAX_VALUE;
    }

    /** Whether a shard need not run since one before it failed. */
    boolean pointless(long shard) {
        return shard > faultyShard;
    }

    /** Whether it is this shard that failed first. */
    boolean failedAt(long shard) {
        return shard == faultyShard;
    }

    /** Stops the strategy for what it did outside its trials. */
    void disqualify(Fault found) {
        fail(-1, found);
    }

    /** Keeps the fault of the earliest shard, so that the same one is reported however the shards were run. */
    synchronized void fail(long shard, Fault found) {
        if (shard < faultyShard) {
            faultyShard = shard;
            fault = found;
        }
    }

    synchronized @Nullable Fault fault() {
        return fault;
    }
}
