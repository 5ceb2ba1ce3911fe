package overthink.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import overthink.core.api.Capability;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Binning;
import overthink.core.estimate.Row;
import overthink.core.world.Problem;
import overthink.core.world.ProblemSet;

/** Runs experiments on this machine's threads; the same experiment gives the same results on any number of them. */
public final class Engine {

    /** Trials of the first round over all problems together, when a precision is asked for. */
    private static final int FIRST_ROUND = 4096;

    private static final int LEAST_PER_PROBLEM = 8;
    private static final int GROWTH = 4;
    /** More than the estimate asks for, since the estimate itself errs. */
    private static final double HEADROOM = 1.05;

    private final Experiment experiment;
    private final List<Scene> scenes = new ArrayList<>();
    private final RowMaker rowMaker;

    private Engine(Experiment experiment) {
        this.experiment = experiment;
        List<Problem> problems = ProblemSet.draw(experiment.world(), experiment.seed());
        for (Problem problem : problems) {
            scenes.add(new Scene(problem, experiment.seed()));
        }
        List<Bin> bins = Binning.of(
                experiment.bins(),
                problems.stream().mapToDouble(Problem::p).toArray(),
                problems.stream().mapToInt(Problem::level).toArray(),
                experiment.world().problems().law().levels());
        rowMaker = new RowMaker(experiment, scenes, bins);
    }

    /**
     * Runs an experiment.
     *
     * @param experiment what to run
     * @param threads how many worker threads, at least 1
     * @param progress hears how far it has come
     * @return rows for the strategies that finished, faults for those that were stopped
     * @throws IllegalArgumentException when a strategy needs what the world lacks, or {@code threads} is below 1
     */
    public static Results run(Experiment experiment, int threads, Progress progress) {
        if (threads < 1) {
            throw new IllegalArgumentException("there must be at least 1 thread, not " + threads);
        }
        for (Contestant contestant : experiment.contestants()) {
            var lacking = contestant.lacking(experiment.world());
            if (!lacking.isEmpty()) {
                throw new IllegalArgumentException("%s needs %s, which this world lacks"
                        .formatted(
                                contestant.name(),
                                lacking.stream().map(Capability::description).collect(Collectors.joining(" and "))));
            }
        }
        return new Engine(experiment).run(threads, progress);
    }

    private Results run(int threads, Progress progress) {
        List<Entry> entries = new ArrayList<>();
        for (Contestant contestant : experiment.contestants()) {
            entries.add(new Entry(
                    contestant, new Tally(scenes.size(), experiment.budgets().size())));
        }
        try (Crew crew = new Crew(experiment, scenes, entries, threads, progress)) {
            for (Entry entry : entries) {
                entry.plan(firstTarget());
            }
            while (crew.work()) {
                for (Entry entry : entries) {
                    entry.finishRound();
                    if (!entry.failed()) {
                        entry.plan(nextTarget(entry));
                    }
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Entry entry : entries) {
            Fault fault = entry.fault();
            if (fault == null) {
                rows.addAll(rowMaker.rows(entry.contestant(), entry.tally(), entry.trials()));
            } else {
                faults.add(fault);
            }
        }
        return new Results(rows, faults);
    }

    private long firstTarget() {
        return experiment.trials() instanceof TrialPlan.Count count
                ? count.perProblem()
                : Math.max(LEAST_PER_PROBLEM, (FIRST_ROUND + scenes.size() - 1) / scenes.size());
    }

    /** Trials per problem that the estimate so far asks for: what there are when it is precise enough. */
    private long nextTarget(Entry entry) {
        if (!(experiment.trials() instanceof TrialPlan.Precision precision)) {
            return entry.trials();
        }
        double ratio = rowMaker.widestHalf(entry.tally(), entry.trials()) / precision.halfWidth();
        if (ratio <= 1) {
            return entry.trials();
        }
        double wanted = Math.ceil(entry.trials() * ratio * ratio * HEADROOM);
        return (long) Math.min(TrialPlan.LIMIT, Math.min(wanted, (double) GROWTH * entry.trials()));
    }
}
