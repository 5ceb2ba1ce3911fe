package overthink.benchmarks;

import java.util.List;
import overthink.core.estimate.BinPlan;
import overthink.core.estimate.Row;
import overthink.core.experiment.Budgets;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.Progress;
import overthink.core.experiment.TrialPlan;
import overthink.core.results.Results;
import overthink.core.run.ExperimentRun;

/** The engine of this project, on one worker thread of this process. */
final class OwnSide {

    private OwnSide() {}

    /**
     * Runs one strategy on the problems that NumPy drew.
     *
     * @throws IllegalStateException when the strategy was stopped
     */
    static SideRun run(ConfiguredStrategy strategy, double[] problems, Job job) {
        Experiment experiment = new Experiment(
                PeerWorld.listed(problems),
                Budgets.generations(job.budgets()),
                List.of(strategy),
                new TrialPlan.Count(job.trials()),
                new BinPlan.None(),
                job.seed());
        long start = System.nanoTime();
        Results results = ExperimentRun.simulate(experiment, 1, Progress.SILENT);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!results.faults().isEmpty()) {
            throw new IllegalStateException("stopped: " + results.faults());
        }
        List<Row> rows = results.rows();
        // an anytime strategy serves all budgets in the pass of the greatest
        List<Row> passes =
                strategy.provider().anytime(strategy.parameters()) ? rows.subList(rows.size() - 1, rows.size()) : rows;
        double generations = passes.stream()
                .mapToDouble(row -> row.cost().generations() * row.trials())
                .sum();
        return new SideRun(
                rows.stream().map(Row::accuracy).toList(),
                rows.stream().map(Row::stdError).toList(),
                generations * Course.drawsPerGeneration(strategy),
                seconds);
    }
}
