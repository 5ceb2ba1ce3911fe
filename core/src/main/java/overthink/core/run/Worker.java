package overthink.core.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Strategy;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Observation;
import overthink.core.fault.ContractViolation;
import overthink.core.fault.Fault;
import overthink.core.fault.Fault.Kind;
import overthink.core.fault.Printable;
import overthink.core.fault.Thrown;
import overthink.core.model.DrawnWorld;
import overthink.core.model.Model;
import overthink.core.random.Origin;
import overthink.core.route.OutcomeListener;
import overthink.core.route.Route;
import overthink.core.trial.GuardedSession;
import overthink.core.trial.SpendingCounts;
import overthink.core.trial.Tally;
import overthink.core.trial.TrialGroups;
import overthink.core.trial.TrialSession;

/**
 * One thread's share of a run: a session, the strategies made for it, and a tally for the shard in hand. Strategies are
 * guests: whatever they throw, or leave behind on this thread, ends with them.
 */
final class Worker implements Runnable {

    /** A power of 2: trials in a row that have guards of their own, so that a session kept from one is dead in the next. */
    private static final int GUARDS = 16;

    /** The longest time between two glances at the clock that counts: who did not run could not call either. */
    private static final long MOST_BETWEEN_GLANCES = 200_000_000;

    private final ShardDesk desk;
    private final Experiment experiment;
    private final DrawnWorld drawn;
    private final Tally tally;
    private final Map<StrategyRun, Strategy> strategies = new HashMap<>();
    private final Map<StrategyRun, Route.Sampler> samplers = new HashMap<>();
    private final Thread thread;
    private int viewed = -1;
    private @Nullable StrategyRun named;
    private @Nullable StrategyRun sampled;
    private int closed;
    /** Made for the first shard that needs it: a long list of answers costs memory. */
    private volatile @Nullable TrialSession session;

    private int problem = -1;

    /** The shard whose strategy is at work on this thread. */
    private volatile @Nullable Shard guest;

    private volatile boolean unheeded;
    private boolean givenUp;
    /** Counts what the strategies were called for; written before the trial in hand, and read after it. */
    private long plays;

    private volatile long trialInHand;

    // what the watcher saw
    private long lastPulse = -1;
    private long lastPlays = -1;
    private long lastTrial = -1;
    private long lastGlance = System.nanoTime();
    private long quiet;

    Worker(ShardDesk desk, Experiment experiment, DrawnWorld drawn, TrialGroups groups) {
        this.desk = desk;
        this.experiment = experiment;
        this.drawn = drawn;
        tally = tally(experiment, groups);
        thread = new Thread(this, "overthink-worker");
        thread.setDaemon(true);
    }

    /** An empty tally of a shard. */
    static Tally tally(Experiment experiment, TrialGroups groups) {
        int budgets = experiment.budgets().size();
        return new Tally(
                1,
                budgets,
                groups,
                experiment.world().costs().told(),
                experiment.observes(Observation.CANDIDATES),
                experiment.world().qualities().size(),
                experiment.observes(Observation.QUANTILES) ? new SpendingCounts(budgets, new int[1]) : null);
    }

    void start() {
        thread.start();
    }

    @Override
    public void run() {
        try {
            for (Shard shard = desk.take(); shard != null; shard = desk.take()) {
                long start = System.nanoTime();
                boolean recalled = recall(shard);
                boolean complete = recalled || (!shard.run().pointless(shard.number()) && play(shard) && holds(shard));
                synchronized (this) {
                    guest = null;
                    if (givenUp) {
                        return;
                    }
                }
                if (complete && !recalled) {
                    tally.settle();
                    desk.keep(shard, tally);
                }
                if (complete) {
                    desk.spend(shard, tally);
                }
                desk.finished(shard, complete ? tally : null, recalled ? 0 : (System.nanoTime() - start) * 1e-9);
            }
        } catch (Throwable broken) { // no guest's, but a run must not wait for a thread that is gone
            desk.broke(broken);
        }
    }

    /** Whether the sums of a shard were kept, and are the tally's now. */
    private boolean recall(Shard shard) {
        byte[] sums = desk.recall(shard);
        if (sums != null) {
            tally.restore(sums);
        }
        return sums != null;
    }

    private boolean play(Shard shard) {
        try {
            tally.clear();
            if (shard.run().route() instanceof Route.Aggregated route) {
                sample(shard, route);
            } else {
                simulate(shard);
            }
            return true;
        } catch (Throwable thrown) { // guests throw what they like
            if (!desk.stopped()) { // what ends this process may have ended a guest's before
                shard.run().fail(shard.number(), fault(shard, thrown));
            }
        }
        strategies.remove(shard.run());
        samplers.remove(shard.run());
        sampled = null;
        session = null; // a call may have ended in the middle
        return false;
    }

    /** Whether a fresh instance comes to the same sums, where that is looked at. */
    private boolean holds(Shard shard) {
        if (!desk.replays(shard) || shard.run().route() instanceof Route.Aggregated) {
            return true;
        }
        tally.settle();
        byte[] sums = tally.bytes();
        strategies.remove(shard.run());
        if (!play(shard)) {
            return false;
        }
        tally.settle();
        if (Arrays.equals(sums, tally.bytes())) {
            return true;
        }
        trialInHand = shard.from();
        shard.run()
                .fail(
                        shard.number(),
                        fault(
                                shard,
                                Kind.UNREPRODUCIBLE,
                                "is not reproducible: a fresh instance that played its trials %d to %d again came to other"
                                                .formatted(shard.from(), shard.to() - 1)
                                        + " numbers. It keeps something from trial to trial, or looks at a clock or at"
                                        + " randomness that is not its session's"));
        strategies.remove(shard.run());
        return false;
    }

    private void simulate(Shard shard) {
        TrialSession trials = session;
        if (trials == null) {
            trials = new TrialSession(
                    drawn.model(),
                    experiment.world().costs(),
                    experiment.budgets(),
                    Origin.of(experiment.seed()),
                    experiment.observes(Observation.CANDIDATES));
            session = trials;
            problem = 0;
        }
        if (problem != shard.problem()) {
            problem = shard.problem();
            trials.turnTo(problem);
        }
        if (named != shard.run()) {
            named = shard.run();
            thread.setName("overthink-worker: " + shard.run().strategy().name());
        }
        Strategy strategy = strategies.get(shard.run());
        turnTo(shard.from());
        guest = shard;
        if (strategy == null) {
            strategy = make(shard.run().strategy());
            strategies.put(shard.run(), strategy);
        }
        play(shard, guards(trials, new Watchman(shard)), strategy);
        guest = null;
    }

    private static Strategy make(ConfiguredStrategy configured) {
        Strategy strategy;
        try {
            strategy = configured.provider().create(configured.parameters());
        } catch (Throwable thrown) { // guests throw what they like
            throw new ContractViolation(Kind.THREW, "could not be made: create threw " + Thrown.withPlace(thrown));
        } finally {
            Thread.interrupted();
        }
        if (strategy == null) {
            throw new ContractViolation(Kind.THREW, "could not be made: create returned null");
        }
        return strategy;
    }

    private static GuardedSession[] guards(TrialSession trials, Watchman watchman) {
        GuardedSession[] guards = new GuardedSession[GUARDS];
        Arrays.setAll(guards, i -> new GuardedSession(trials, watchman));
        return guards;
    }

    private void play(Shard shard, GuardedSession[] guards, Strategy strategy) {
        StrategyRun run = shard.run();
        int budgets = experiment.budgets().size();
        int played = 0;
        double left = desk.mostSeconds() - run.seconds();
        long start = System.nanoTime();
        for (long trial = shard.from(); trial < shard.to(); trial++) {
            tally.turnTo(trial);
            if ((System.nanoTime() - start) * 1e-9 > left) {
                throw new ContractViolation(
                        Kind.LATE, "took longer than the %s s that it may".formatted(desk.mostSeconds()));
            }
            if (run.anytime()) {
                turnTo(trial);
                guards[played++ & GUARDS - 1].play(strategy, trial, 0, budgets - 1, tally);
            } else {
                for (int budget = 0; budget < budgets; budget++) {
                    if (run.wants(budget, trial)) {
                        turnTo(trial);
                        guards[played++ & GUARDS - 1].play(strategy, trial, budget, budget, tally);
                    }
                }
            }
        }
    }

    private void turnTo(long trial) {
        plays++;
        trialInHand = trial;
    }

    private void sample(Shard shard, Route.Aggregated route) {
        Route.Sampler sampler = samplers.computeIfAbsent(shard.run(), run -> route.sampler(drawn));
        if (viewed != shard.problem() || sampled != shard.run()) {
            viewed = shard.problem();
            sampled = shard.run();
            sampler.turnTo(viewed, experiment.budgets().candidates(drawn.steps(viewed)));
        }
        OutcomeListener outcomes = (answered, correct, covered) ->
                tally.add(0, closed++, answered && correct ? Model.RIGHT : 0, !answered, covered);
        for (long trial = shard.from(); trial < shard.to(); trial++) {
            trialInHand = trial;
            tally.turnTo(trial);
            closed = 0;
            sampler.play(trial, outcomes);
        }
    }

    private Fault fault(Shard shard, Throwable thrown) {
        return thrown instanceof ContractViolation stopped
                ? fault(shard, stopped.kind(), String.valueOf(stopped.getMessage()))
                : fault(shard, Kind.THREW, "threw " + Thrown.withPlace(thrown));
    }

    private Fault fault(Shard shard, Kind kind, String what) {
        ConfiguredStrategy configured = shard.run().strategy();
        return new Fault(
                configured.name(),
                configured.given(),
                kind,
                "%s (problem %d, trial %d, seed %d)".formatted(what, shard.problem(), trialInHand, experiment.seed()));
    }

    /**
     * Gives this worker up when its strategy has neither called its session nor come back for so long, or goes on after it
     * was stopped. The thread, which nothing can end, stops as soon as it comes back.
     *
     * @return whether it was given up now
     */
    synchronized boolean giveUpIfStuck(long patienceNanos) {
        TrialSession trials = session;
        Shard shard = guest;
        long trial = trialInHand;
        long pulse = trials == null ? 0 : trials.pulse();
        long now = System.nanoTime();
        long passed = Math.min(now - lastGlance, MOST_BETWEEN_GLANCES);
        lastGlance = now;
        if (shard == null || trial != lastTrial || pulse != lastPulse || plays != lastPlays) {
            lastTrial = trial;
            lastPulse = pulse;
            lastPlays = plays;
            quiet = 0;
        } else {
            quiet += passed;
        }
        if (shard == null || (!unheeded && quiet < patienceNanos)) {
            return false;
        }
        givenUp = true;
        shard.run()
                .fail(
                        shard.number(),
                        fault(
                                shard,
                                Kind.LOOPED,
                                "neither called its session nor came back for %s s; --patience allows more"
                                        .formatted(Math.round(patienceNanos / 1e6) / 1e3)));
        thread.interrupt();
        return true;
    }

    /** What one shard's strategy does with its session that it should not. */
    private final class Watchman implements GuardedSession.Overseer {

        private final Shard shard;

        Watchman(Shard shard) {
            this.shard = shard;
        }

        @Override
        public void trespassed() {
            shard.run()
                    .disqualify(fault(
                            shard,
                            Kind.TRESPASSED,
                            "called a session on the thread '%s', which did not play its trial at that time"
                                    .formatted(Printable.line(
                                            Thread.currentThread().getName()))));
        }

        @Override
        public void unheeded(Throwable violation) {
            shard.run().fail(shard.number(), fault(shard, violation));
            unheeded = true;
            while (true) {
                LockSupport.park();
                Thread.interrupted(); // else it would not park again
            }
        }
    }
}
