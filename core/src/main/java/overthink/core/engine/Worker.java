package overthink.core.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.core.api.Strategy;
import overthink.core.engine.Fault.Kind;

/** One thread's share of a run: a session, the strategies made for it, and a tally for the shard in hand. */
final class Worker implements Runnable {

    private final Crew crew;
    private final Experiment experiment;
    private final List<Scene> scenes;
    private final Tally tally;
    private final Map<Entry, Strategy> strategies = new HashMap<>();
    private final Map<Entry, Route.Sampler> samplers = new HashMap<>();
    private final ProblemView view;
    private int viewed = -1;
    private @Nullable Entry sampled;
    private int closed;
    /** Made for the first shard that needs it: a long list of answers costs memory. */
    private volatile @Nullable TrialSession session;

    private int problem = -1;

    private volatile @Nullable Shard inHand;
    private volatile boolean givenUp;
    private long trialInHand;
    private long lastPulse = -1;
    private long lastTrial = -1;
    private long quietSince;

    Worker(Crew crew, Experiment experiment, List<Scene> scenes) {
        this.crew = crew;
        this.experiment = experiment;
        this.scenes = scenes;
        view = new ProblemView(experiment.world(), scenes.get(0));
        tally = new Tally(1, experiment.budgets().size(), Groups.of(scenes.size()).ofShard());
    }

    @Override
    public void run() {
        for (Shard shard = crew.take(); shard != null && !givenUp; shard = crew.take()) {
            inHand = shard;
            boolean complete = !shard.entry().pointless(shard.number()) && play(shard);
            synchronized (this) {
                inHand = null;
                if (givenUp) {
                    return;
                }
            }
            long steps = 0;
            if (complete) {
                for (int budget = 0; budget < experiment.budgets().size(); budget++) {
                    steps += tally.sum(0, budget, Tally.STEPS);
                }
                shard.entry().tally().add(shard.problem(), tally, shard.from());
            }
            crew.finished(shard.to() - shard.from(), steps);
        }
    }

    private boolean play(Shard shard) {
        try {
            tally.clear();
            if (shard.entry().route() instanceof Route.Aggregated route) {
                sample(shard, route);
            } else {
                simulate(shard);
            }
            return true;
        } catch (Stopped e) {
            shard.entry().fail(shard.number(), fault(shard, e.kind(), String.valueOf(e.getMessage())));
        } catch (Exception | StackOverflowError | LinkageError | AssertionError | OutOfMemoryError e) {
            shard.entry().fail(shard.number(), fault(shard, Kind.THREW, "threw " + e + where(e)));
        }
        strategies.remove(shard.entry());
        samplers.remove(shard.entry());
        sampled = null;
        return false;
    }

    private void simulate(Shard shard) {
        TrialSession trials = session;
        if (trials == null) {
            trials = new TrialSession(experiment.world(), experiment.budgets(), scenes.get(shard.problem()));
            session = trials;
            problem = shard.problem();
        }
        Strategy strategy = strategies.computeIfAbsent(
                shard.entry(),
                entry -> entry.contestant().provider().create(entry.contestant().parameters()));
        if (problem != shard.problem()) {
            problem = shard.problem();
            trials.turnTo(scenes.get(problem));
        }
        int budgets = experiment.budgets().size();
        for (long trial = shard.from(); trial < shard.to(); trial++) {
            trialInHand = trial;
            tally.turnTo(trial);
            if (shard.entry().anytime()) {
                play(trials, strategy, trial, 0, budgets - 1);
            } else {
                for (int budget = 0; budget < budgets; budget++) {
                    if (shard.entry().wants(budget, trial)) {
                        play(trials, strategy, trial, budget, budget);
                    }
                }
            }
        }
    }

    private void sample(Shard shard, Route.Aggregated route) {
        Route.Sampler sampler = samplers.computeIfAbsent(shard.entry(), entry -> route.sampler());
        if (viewed != shard.problem() || sampled != shard.entry()) {
            if (viewed != shard.problem()) {
                viewed = shard.problem();
                view.turnTo(scenes.get(viewed));
            }
            sampled = shard.entry();
            sampler.turnTo(view, view.candidates(experiment.budgets()));
        }
        Route.Standings standings =
                (answered, correct, covered) -> tally.add(0, closed++, answered && correct, !answered, covered);
        for (long trial = shard.from(); trial < shard.to(); trial++) {
            trialInHand = trial;
            tally.turnTo(trial);
            closed = 0;
            sampler.play(trial, standings);
        }
    }

    private void play(TrialSession session, Strategy strategy, long trial, int first, int last) {
        session.begin(trial, first, last, tally, 0);
        strategy.run(session);
        session.end();
    }

    private static String where(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }

    Fault fault(Shard shard, Kind kind, String what) {
        Contestant contestant = shard.entry().contestant();
        return new Fault(
                contestant.name(),
                contestant.given(),
                kind,
                "%s (problem %d, trial %d, seed %d)".formatted(what, shard.problem(), trialInHand, experiment.seed()));
    }

    /** The shard that is lost when the strategy has not called its session for so long; this worker then stops for good. */
    synchronized @Nullable Shard giveUpIfStuck(long patienceMillis) {
        Shard shard = inHand;
        TrialSession trials = session;
        long pulse = trials == null ? 0 : trials.pulse();
        long now = System.nanoTime();
        if (shard == null || pulse != lastPulse || trialInHand != lastTrial) {
            lastPulse = pulse;
            lastTrial = trialInHand;
            quietSince = now;
            return null;
        }
        if (now - quietSince < patienceMillis * 1_000_000) {
            return null;
        }
        givenUp = true;
        return shard;
    }
}
