package overthink.scenarios.analysis.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import overthink.core.estimate.Bin;
import overthink.core.estimate.Row;
import overthink.core.estimate.Sample;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.ShardHost;
import overthink.core.results.DifferenceMaker;
import overthink.core.results.LeaderMaker;
import overthink.core.results.Results;
import overthink.core.results.RowMaker;
import overthink.core.run.Simulator;
import overthink.scenarios.analysis.allocation.AllocationAnalysis;
import overthink.scenarios.analysis.learning.LearningQuestion;
import overthink.scenarios.analysis.learning.LearningRounds;
import overthink.scenarios.analysis.question.Answer;
import overthink.scenarios.analysis.question.Evidence;
import overthink.scenarios.analysis.question.Names;
import overthink.scenarios.analysis.question.WrittenSide;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioPoint;
import overthink.scenarios.document.Sweep;
import overthink.scenarios.expectation.Expectation;
import overthink.scenarios.expectation.PointKey;
import overthink.scenarios.expectation.PointRows;
import overthink.scenarios.expectation.RowKey;
import overthink.scenarios.expectation.Target;

/**
 * Runs a scenario at all its points. Every strategy is run at every point as it would be alone, with the same seed: the same
 * problems, trials and random numbers, so that points are compared by problem and trial. Results are those of as many single
 * runs.
 */
public final class SweepRun {

    /** Means by row and problem that are kept; where there are more, those that expectations need alone. */
    private static final long MOST_KEPT = 2_000_000;

    /** Units that are run at once where other machines play: results of more would have to be kept. */
    private static final int MOST_AHEAD = 32;

    private static final int LEAST_AHEAD = 4;

    private final Sweep sweep;
    private final Optional<WrittenSide> show;
    private final Unit.Plan plan;
    private final Map<PointKey, Set<RowKey>> named = new HashMap<>();
    private final boolean keepAll;
    private final Map<Integer, Results> known = new HashMap<>();
    private final Map<Integer, Integer> lastUse = new HashMap<>();
    private final Map<String, Change.Side> first = new HashMap<>();

    /** Hears what is begun. */
    @FunctionalInterface
    public interface Stage {

        /**
         * A unit begins, and with it what the execution's progress hears of.
         *
         * @param number from 0
         * @param of so many
         * @param point from 1, at which it is needed first
         * @param experiment what is run
         */
        void begin(int number, int of, int point, Experiment experiment);
    }

    /**
     * A run to be.
     *
     * @param show what to say of each point; empty for nothing
     * @param keep whether results have their samples, however many there are
     */
    public SweepRun(Scenario scenario, Optional<WrittenSide> show, boolean keep) {
        this.sweep = scenario.sweep().orElseThrow();
        this.show = show;
        plan = Unit.plan(sweep.points());
        for (Expectation expectation : scenario.expectations()) {
            named.computeIfAbsent(expectation.point(), key -> new HashSet<>()).add(expectation.row());
            if (expectation.target() instanceof Target.Other other) {
                named.computeIfAbsent(other.point(), key -> new HashSet<>()).add(other.row());
            }
        }
        long means = 0;
        for (int i = 0; i < sweep.points().size(); i++) {
            ScenarioPoint point = sweep.points().get(i);
            means += (long) point.experiment().world().size()
                    * point.experiment().budgets().size()
                    * point.experiment().strategies().size();
            for (Unit unit : plan.points().get(i)) {
                lastUse.put(unit.number(), i);
            }
        }
        keepAll = keep || means <= MOST_KEPT;
    }

    /** Whether an expectation is of a point. */
    public boolean isNamed(PointKey point) {
        return named.containsKey(point);
    }

    /** What is run of a unit, which has one strategy. */
    public Experiment experiment(int unit) {
        return plan.all().get(unit).experiment();
    }

    /** How many runs of one strategy it takes: less than points times strategies where these have something in common. */
    public int units() {
        return plan.all().size();
    }

    /**
     * Runs it.
     *
     * @param execution on how many threads and so on; when it is stopped, the points that are complete are there
     * @param stage hears what is begun
     */
    public List<PointResult> run(Execution execution, Stage stage) {
        return run(execution, stage, Optional.empty());
    }

    /**
     * Runs it.
     *
     * @param execution on how many threads and so on; when it is stopped, the points that are complete are there
     * @param stage hears what is begun
     * @param elsewhere who plays the trials and does the mathematics; empty when this machine does
     */
    public List<PointResult> run(Execution execution, Stage stage, Optional<? extends Hosts> elsewhere) {
        List<PointResult> results = new ArrayList<>();
        run(execution, stage, elsewhere, results::add);
        return results;
    }

    /**
     * Runs it, and keeps nothing of a point that is done but what later ones have in common with it.
     *
     * @param execution on how many threads and so on
     * @param stage hears what is begun
     * @param done gets each point that is complete
     */
    public void run(Execution execution, Stage stage, Consumer<PointResult> done) {
        run(execution, stage, Optional.empty(), done);
    }

    /**
     * Runs it, and keeps nothing of a point that is done but what later ones have in common with it.
     *
     * @param execution on how many threads and so on
     * @param stage hears what is begun
     * @param elsewhere who plays the trials and does the mathematics, of several units at once; empty when this machine does.
     *     Rounds of learning, each of which depends on the one before, are played here
     * @param done gets each point that is complete
     */
    public void run(Execution execution, Stage stage, Optional<? extends Hosts> elsewhere, Consumer<PointResult> done) {
        SharedTrials trials = new SharedTrials(execution.checkpoint(), plan);
        boolean learning =
                sweep.points().stream().anyMatch(point -> point.learning().isPresent());
        if (elsewhere.isEmpty() || learning) {
            run(stage, (unit, experiment) -> run(unit, experiment, execution, trials), done);
            return;
        }
        Hosts hosts = elsewhere.get();
        int ahead = Math.max(LEAST_AHEAD, Math.min(MOST_AHEAD, 2 * hosts.places()));
        try (SolvedAhead solved = new SolvedAhead(plan.all(), hosts, execution.search(), execution.stop());
                UnitsAhead units = new UnitsAhead(
                        plan.all(),
                        ahead,
                        execution.progress(),
                        (unit, progress) -> runThere(
                                unit, execution.telling(progress).on(hosts.host(unit.number())), trials, solved))) {
            run(stage, (unit, experiment) -> units.results(unit), done);
        }
    }

    /** Other machines that play trials and do the mathematics. */
    public interface Hosts {

        /**
         * Has the mathematics of some units done, and waits for that.
         *
         * @param units by number
         * @param search whether it is searched where accuracies turn
         * @return what {@link Simulator#solve} says of each; null when the run left the host meanwhile
         * @throws RuntimeException when nobody can do it: the run cannot go on
         */
        @Nullable
        List<long[]> solve(List<Integer> units, boolean search);

        /** Those that play the trials of a unit. */
        ShardHost host(int unit);

        /** How many orders they play at once. */
        int places();
    }

    /** Gives the results of a unit; null when it was stopped. */
    @FunctionalInterface
    private interface Runner {
        @Nullable
        Results run(Unit unit, Experiment experiment);
    }

    private void run(Stage stage, Runner runner, Consumer<PointResult> done) {
        LearningRounds rounds = new LearningRounds();
        for (int i = 0; i < sweep.points().size(); i++) {
            List<Results> parts = new ArrayList<>();
            Optional<LearningQuestion> learning = sweep.points().get(i).learning();
            for (Unit unit : plan.points().get(i)) {
                int strategy = parts.size();
                Experiment experiment = learning.map(question -> rounds.at(strategy, question, unit.experiment()))
                        .orElse(unit.experiment());
                Results part = known.get(unit.number());
                if (part == null) {
                    stage.begin(unit.number(), plan.all().size(), i + 1, experiment);
                    part = runner.run(unit, experiment);
                    if (part == null) {
                        return;
                    }
                    known.put(unit.number(), part);
                }
                Results learnt = part;
                learning.ifPresent(question -> rounds.learn(strategy, question, learnt));
                parts.add(part);
            }
            done.accept(result(sweep.points().get(i), joined(sweep.points().get(i), parts)));
            forget(i);
        }
    }

    /** Runs a unit; null when it was stopped. */
    private static @Nullable Results run(Unit unit, Experiment experiment, Execution execution, SharedTrials trials) {
        if (execution.stop().getAsBoolean()) {
            return null;
        }
        return whole(unit, Simulator.run(experiment, execution.keeping(trials.of(unit))), trials);
    }

    /** Runs a unit, whose mathematics is done elsewhere; null when it was stopped. */
    private static @Nullable Results runThere(Unit unit, Execution execution, SharedTrials trials, SolvedAhead solved) {
        if (!Simulator.solves(unit.experiment())) {
            return run(unit, unit.experiment(), execution, trials);
        }
        Optional<long[]> numbers = solved.numbers(unit);
        return numbers.isEmpty()
                ? null
                : whole(
                        unit,
                        Simulator.run(unit.experiment(), execution.keeping(trials.of(unit)), numbers.get()),
                        trials);
    }

    /** Results that are whole; null for others. */
    private static @Nullable Results whole(Unit unit, Results results, SharedTrials trials) {
        if (results.partial().isPresent()) {
            return null;
        }
        trials.done(unit);
        return results;
    }

    private void forget(int point) {
        for (Unit unit : plan.points().get(point)) {
            if (lastUse.getOrDefault(unit.number(), point) == point) {
                known.remove(unit.number());
            }
        }
    }

    /** What the strategies gave one by one, as if they had run together. */
    private static Results joined(ScenarioPoint point, List<Results> parts) {
        List<List<RowMaker.Made>> made = new ArrayList<>();
        for (Results part : parts) {
            List<RowMaker.Made> own = new ArrayList<>();
            for (int row = 0; row < part.rows().size(); row++) {
                own.add(new RowMaker.Made(part.rows().get(row), part.samples().get(row)));
            }
            if (!own.isEmpty()) {
                made.add(own);
            }
        }
        return new Results(
                parts.stream().flatMap(part -> part.rows().stream()).toList(),
                parts.stream().flatMap(part -> part.samples().stream()).toList(),
                parts.stream().flatMap(part -> part.faults().stream()).toList(),
                parts.stream().flatMap(part -> part.limits().stream()).toList(),
                parts.stream().flatMap(part -> part.bestBudgets().stream()).toList(),
                DifferenceMaker.of(made, point.experiment().budgets()),
                parts.stream().flatMap(part -> part.turningPoints().stream()).toList(),
                LeaderMaker.of(made, point.experiment().budgets().size()),
                Optional.empty());
    }

    private PointResult result(ScenarioPoint point, Results results) {
        int problems = results.rows().stream()
                .filter(row -> row.bin().equals(Bin.ALL))
                .mapToInt(Row::problems)
                .findFirst()
                .orElse(0);
        PointRows.Draw draw = new PointRows.Draw(point.experiment().seed(), problems);
        Optional<Answer> shown = show.flatMap(written ->
                Evidence.of(results).answer(Names.of(point.experiment()).resolve(written)));
        return new PointResult(
                point,
                keepAll ? results : results.with(List.of()),
                evidence(point, results, draw),
                shown,
                point.allocation()
                        .map(question -> AllocationAnalysis.of(question, point.experiment(), results))
                        .orElse(List.of()),
                changes(results, draw));
    }

    private PointRows evidence(ScenarioPoint point, Results results, PointRows.Draw draw) {
        Set<RowKey> wanted = named.getOrDefault(point.key(), Set.of());
        List<Row> rows = new ArrayList<>();
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < results.rows().size(); i++) {
            Row row = results.rows().get(i);
            if (wanted.contains(new RowKey(row.strategy(), row.parameters(), row.budget(), row.bin()))) {
                rows.add(row);
                samples.add(results.samples().get(i));
            }
        }
        return new PointRows(rows, samples, results.limits(), draw);
    }

    /** Differences from the first point: the first of each name there stands for those whose parameters are swept. */
    private List<Change> changes(Results results, PointRows.Draw draw) {
        List<Change> changes = new ArrayList<>();
        Map<String, Change.Side> largest = new LinkedHashMap<>();
        for (int i = 0; i < results.rows().size(); i++) {
            Row row = results.rows().get(i);
            if (row.bin().equals(Bin.ALL)) {
                largest.put(
                        row.strategy() + row.parameters(),
                        new Change.Side(row, results.samples().get(i), draw)); // budgets ascend
            }
        }
        Map<String, Integer> times = new HashMap<>();
        boolean begin = first.isEmpty();
        for (Change.Side side : largest.values()) {
            String strategy = side.row().strategy();
            String place = strategy + " " + times.merge(strategy, 1, Integer::sum);
            if (begin) {
                first.put(place, side);
            } else if (first.containsKey(place)) {
                changes.add(Change.of(side, first.get(place)));
            }
        }
        return changes;
    }
}
