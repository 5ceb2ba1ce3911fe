package overthink.scenarios.explore;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import overthink.core.estimate.Method;
import overthink.core.estimate.Row;
import overthink.core.experiment.Checkpoint;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.fault.Fault;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.World;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.core.world.Gathering;
import overthink.core.world.Problems;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.results.Manifest;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.results.machine.JsonWriter;

/**
 * Runs a scenario in stages: what is exact first, of few problems at once and then of all, and then more and more trials of the
 * rest.
 */
final class ExploreRun {

    private static final int[] TRIALS = {2, 8, 32, 128};

    /** So many problems, spread over their law, come at once. */
    private static final int FEW = 40;

    /** So many more problems take so much longer that these come before. */
    private static final int MANY = 100;

    private final Scenario scenario;
    private final ExactRows exactRows;
    private final Execution execution;
    private final List<ConfiguredStrategy> exact = new ArrayList<>();
    private final List<ConfiguredStrategy> played = new ArrayList<>();
    private List<Row> known = List.of();

    /**
     * A run.
     *
     * @param exactRows what mathematics knows from before, which it adds to
     */
    ExploreRun(Scenario scenario, ExactRows exactRows, int threads, BooleanSupplier stop) {
        this.scenario = scenario;
        this.exactRows = exactRows;
        execution = new Execution(threads, Duration.ofSeconds(30), Progress.SILENT, Checkpoint.NONE, stop);
        Experiment all = scenario.experiment();
        for (ConfiguredStrategy strategy : all.strategies()) {
            Optional<Method> method = Simulator.method(all.world(), all.budgets(), strategy, all.method());
            boolean solved = method.isPresent() && method.get() == Method.EXACT;
            (solved ? exact : played).add(strategy);
        }
    }

    /** Hears of each stage. */
    interface Listener {
        /**
         * A stage that is done.
         *
         * @param json the document of its rows
         * @param standing how many problems, spread over their law, stand for all in it; 0 when it is of all
         * @param trials of each problem; 0 while all rows are exact
         * @param last whether none follows
         */
        void stage(String json, int standing, int trials, boolean last) throws IOException;
    }

    /** Runs the stages of what is exact, as far as it is not stopped. */
    void exact(Listener listener) throws IOException {
        if (exact.isEmpty()) {
            return;
        }
        Experiment all = scenario.experiment();
        Optional<World> few = few(all.world());
        if (few.isPresent()) {
            List<Row> rows = exactRows.of(with(all, few.get(), exact, all.trials()), execution);
            if (stopped()) {
                return;
            }
            listener.stage(json(rows, List.of()), FEW, 0, false);
        }
        known = exactRows.of(with(all, all.world(), exact, all.trials()), execution);
        if (!stopped()) {
            listener.stage(json(known, List.of()), 0, 0, played.isEmpty());
        }
    }

    /** Runs the stages of what is played, as far as it is not stopped, beside what is exact. */
    void played(Listener listener) throws IOException {
        Experiment all = scenario.experiment();
        int most = all.trials() instanceof TrialPlan.Count count ? count.perProblem() : TRIALS[TRIALS.length - 1];
        boolean last = played.isEmpty();
        for (int i = 0; i < TRIALS.length && !last && !stopped(); i++) {
            int trials = Math.min(most, TRIALS[i]);
            last = i == TRIALS.length - 1 || trials == most;
            Results results = Simulator.run(with(all, all.world(), played, new TrialPlan.Count(trials)), execution);
            if (!stopped()) {
                List<Row> rows = new ArrayList<>(known);
                rows.addAll(results.rows());
                listener.stage(json(inOrder(rows, all.strategies()), results.faults()), 0, trials, last);
            }
        }
    }

    private boolean stopped() {
        return execution.stop().getAsBoolean();
    }

    /** Rows in the order of their strategies. */
    private static List<Row> inOrder(List<Row> rows, List<ConfiguredStrategy> strategies) {
        return strategies.stream()
                .flatMap(strategy -> rows.stream().filter(row -> ExactRows.isOf(row, strategy)))
                .toList();
    }

    /** A world with few problems that are spread over the law of those of another; empty where there is none, or no need. */
    private static Optional<World> few(World world) {
        if (!(world instanceof SyntheticWorld declared)
                || world.size() <= MANY
                || declared.problems().gathering() == Gathering.POPULATION) {
            return Optional.empty();
        }
        Problems spread = new Problems(declared.problems().law(), FEW, Gathering.SPREAD);
        return Optional.of(declared.with(spread, declared.policy(), declared.verifiers()));
    }

    /** An experiment on a world with some of its strategies alone, and so many trials. */
    static Experiment with(Experiment all, World world, List<ConfiguredStrategy> strategies, TrialPlan trials) {
        return new Experiment(
                world, all.budgets(), strategies, trials, all.bins(), all.seed(), all.method(), all.utility());
    }

    private String json(List<Row> rows, List<Fault> faults) throws IOException {
        Manifest manifest = new Manifest(
                scenario.name(),
                scenario.digest(),
                scenario.seed(),
                "",
                System.getProperty("java.version", ""),
                execution.threads(),
                0);
        ResultDocument document = new ResultDocument(manifest, rows, faults, List.of(), List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter writer = new JsonWriter(out, false)) {
            writer.write(document);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
