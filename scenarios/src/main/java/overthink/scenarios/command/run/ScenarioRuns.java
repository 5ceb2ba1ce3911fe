package overthink.scenarios.command.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import overthink.core.experiment.Checkpoint;
import overthink.core.experiment.Execution;
import overthink.core.results.Results;
import overthink.core.run.Simulator;
import overthink.scenarios.analysis.allocation.AllocationAnalysis;
import overthink.scenarios.analysis.question.WrittenSide;
import overthink.scenarios.cluster.ClusterRun;
import overthink.scenarios.command.option.OverrideOptions;
import overthink.scenarios.command.process.ProgressLine;
import overthink.scenarios.command.process.Terminal;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.remark.BudgetRemarks;
import overthink.scenarios.document.remark.MeasuredRemarks;
import overthink.scenarios.expectation.Finding;
import overthink.scenarios.expectation.PointKey;
import overthink.scenarios.expectation.PointRows;
import overthink.scenarios.results.Manifest;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.results.SweepDocument;

/** Runs scenarios one after the other, each at one point or at many, and makes their documents. */
final class ScenarioRuns implements AutoCloseable {

    private final OverrideOptions scenarios;
    private final PlayOptions play;
    private final Invocation call;
    private final boolean perProblem;
    private final int all;
    private final Terminal terminal;
    private final BooleanSupplier interruption;

    /** What is still to be read. */
    private final List<SweptRun> swept = new ArrayList<>();

    private int done;

    /**
     * Runs of as many scenarios.
     *
     * @param perProblem whether what rows are made of is kept, however much it is
     * @param interruption whether to end
     */
    ScenarioRuns(
            OverrideOptions scenarios,
            PlayOptions play,
            Invocation call,
            boolean perProblem,
            int all,
            Terminal terminal,
            BooleanSupplier interruption) {
        this.scenarios = scenarios;
        this.play = play;
        this.call = call;
        this.perProblem = perProblem;
        this.all = all;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    /** One more is done. */
    void next() {
        if (!perProblem) { // else the writer has not seen all of it yet
            forget();
        }
        done++;
    }

    private void forget() {
        for (SweptRun run : swept) {
            try {
                run.close();
            } catch (IOException e) {
                // the file goes with this process
            }
        }
        swept.clear();
    }

    @Override
    public void close() {
        forget();
    }

    /**
     * Runs a scenario.
     *
     * @param shown what to say of each of its points
     * @param store where the run is kept; empty when it is not
     */
    SweepDocument run(
            Scenario scenario,
            Optional<WrittenSide> shown,
            Instant start,
            Checkpoint checkpoint,
            Optional<Path> store) {
        if (scenario.sweep().isEmpty()) {
            return SweepDocument.of(run(scenario, start, checkpoint));
        }
        long begin = System.nanoTime();
        SweptRun run = new SweptRun(scenario, shown, perProblem, store, done, all);
        swept.add(run);
        Optional<ClusterRun> elsewhere = play.elsewhere(scenario, scenarios);
        try (ProgressLine progress = new ProgressLine(terminal, play.mode(), run.begin())) {
            run.run(
                    new Execution(
                            call.threads(),
                            scenarios.patience(),
                            progress,
                            checkpoint,
                            interruption,
                            run.searches(),
                            play.oversight()),
                    progress,
                    elsewhere);
            Locale.setDefault(Locale.ROOT);
            return run.document(call.manifest(scenario, start, secondsSince(begin)));
        } finally {
            elsewhere.ifPresent(ClusterRun::close);
        }
    }

    private static double secondsSince(long begin) {
        return Math.round((System.nanoTime() - begin) / 1e6) / 1e3;
    }

    private ResultDocument run(Scenario scenario, Instant start, Checkpoint checkpoint) {
        long begin = System.nanoTime();
        Results results = results(scenario, checkpoint);
        Locale.setDefault(Locale.ROOT); // a plugin may have set another, and numbers look the same everywhere
        Manifest manifest = call.manifest(scenario, start, secondsSince(begin));
        List<Finding> findings = results.partial().isPresent()
                ? List.of()
                : scenario.expectations().stream()
                        .map(expectation -> expectation.judge(Map.of(
                                PointKey.ONLY,
                                new PointRows(
                                        results.rows(), results.samples(), results.limits(), PointRows.Draw.ONLY))))
                        .toList();
        return new ResultDocument(
                manifest,
                results,
                scenario.experiment().utility(),
                findings,
                Stream.of(
                                ValidateCommand.remarks(scenario).areas(),
                                new MeasuredRemarks(scenario.experiment()).underTable(results.rows()),
                                new BudgetRemarks(scenario.experiment()).bounded(results.rows()))
                        .filter(remark -> !remark.isEmpty())
                        .collect(Collectors.joining(" ")),
                results.partial().isPresent()
                        ? List.of()
                        : scenario.allocation()
                                .map(question -> AllocationAnalysis.of(question, scenario.experiment(), results))
                                .orElse(List.of()));
    }

    private Results results(Scenario scenario, Checkpoint checkpoint) {
        ProgressLine.Part part = ProgressLine.Part.of(scenario.name(), done, all, scenario.experiment());
        Optional<ClusterRun> elsewhere = play.elsewhere(scenario, scenarios);
        try (ProgressLine progress = new ProgressLine(terminal, play.mode(), part)) {
            Execution here = new Execution(
                    call.threads(), scenarios.patience(), progress, checkpoint, interruption, true, play.oversight());
            return Simulator.run(
                    scenario.experiment(),
                    elsewhere.map(run -> here.on(run.host())).orElse(here));
        } finally {
            elsewhere.ifPresent(ClusterRun::close);
        }
    }
}
