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
import overthink.core.experiment.Checkpoint;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.model.SyntheticWorld;
import overthink.core.model.World;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.core.world.Gathering;
import overthink.core.world.Problems;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.results.JsonWriter;
import overthink.scenarios.results.Manifest;
import overthink.scenarios.results.ResultDocument;

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
    private final int threads;
    private final BooleanSupplier stop;

    ExploreRun(Scenario scenario, int threads, BooleanSupplier stop) {
        this.scenario = scenario;
        this.threads = threads;
        this.stop = stop;
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

    /** Runs all stages, as far as it is not stopped. */
    void run(Listener listener) throws IOException {
        Experiment all = scenario.experiment();
        List<ConfiguredStrategy> exact = new ArrayList<>();
        for (ConfiguredStrategy strategy : all.strategies()) {
            Optional<Method> method = Simulator.method(all.world(), all.budgets(), strategy, all.method());
            if (method.isPresent() && method.get() == Method.EXACT) {
                exact.add(strategy);
            }
        }
        boolean everything = exact.size() == all.strategies().size();
        if (!exact.isEmpty()) {
            Optional<World> few = few(all.world());
            if (few.isPresent()) {
                listener.stage(json(with(all, few.get(), exact, all.trials())), FEW, 0, false);
            }
            if (stop.getAsBoolean()) {
                return;
            }
            listener.stage(json(with(all, all.world(), exact, all.trials())), 0, 0, everything);
        }
        int most = all.trials() instanceof TrialPlan.Count count ? count.perProblem() : TRIALS[TRIALS.length - 1];
        for (int i = 0; i < TRIALS.length && !everything && !stop.getAsBoolean(); i++) {
            int trials = Math.min(most, TRIALS[i]);
            boolean last = i == TRIALS.length - 1 || trials == most;
            String json = json(with(all, all.world(), all.strategies(), new TrialPlan.Count(trials)));
            if (!stop.getAsBoolean()) {
                listener.stage(json, 0, trials, last);
            }
            everything = last;
        }
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

    private static Experiment with(Experiment all, World world, List<ConfiguredStrategy> strategies, TrialPlan trials) {
        return new Experiment(
                world, all.budgets(), strategies, trials, all.bins(), all.seed(), all.method(), all.utility());
    }

    private String json(Experiment experiment) throws IOException {
        Results results = Simulator.run(
                experiment, new Execution(threads, Duration.ofSeconds(30), Progress.SILENT, Checkpoint.NONE, stop));
        Manifest manifest = new Manifest(
                scenario.name(),
                scenario.digest(),
                scenario.seed(),
                "",
                System.getProperty("java.version", ""),
                threads,
                0);
        ResultDocument document =
                new ResultDocument(manifest, results.rows(), results.faults(), results.limits(), List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter writer = new JsonWriter(out, false)) {
            writer.write(document);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
