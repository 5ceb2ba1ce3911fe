package overthink.scenarios.command.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.results.Results;
import overthink.core.run.InsufficientMemoryException;
import overthink.scenarios.analysis.question.Names;
import overthink.scenarios.analysis.question.QuestionException;
import overthink.scenarios.analysis.question.QuestionParser;
import overthink.scenarios.analysis.question.Side;
import overthink.scenarios.analysis.question.WrittenSide;
import overthink.scenarios.analysis.sweep.PointResult;
import overthink.scenarios.analysis.sweep.SweepRun;
import overthink.scenarios.cluster.ClusterRun;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.command.process.ProgressLine;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioPoint;
import overthink.scenarios.document.Sweep;
import overthink.scenarios.expectation.Finding;
import overthink.scenarios.expectation.PointKey;
import overthink.scenarios.expectation.PointRows;
import overthink.scenarios.files.WholeFile;
import overthink.scenarios.results.Manifest;
import overthink.scenarios.results.PointColumns;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.results.SweepDocument;
import overthink.scenarios.spool.Spool;

/** Runs a scenario at all its points, and makes its document. What is done lies on the disk, but for a few hundred points. */
final class SweptRun implements Closeable {

    /** At more points turning points are those of the listed budgets, which takes a fifth of the time. */
    private static final int MOST_SEARCHED = 100;

    /** The least bytes that a row takes in a report: 1,900 in JSON, as they are written, and as text. */
    private static final double REPORTED = 5_000;

    private static final double GIGABYTE = 1e9;

    private static final Manifest UNKNOWN = new Manifest("", "", 0, "", "", 0, 0);

    private final Scenario scenario;
    private final Sweep sweep;
    private final Optional<WrittenSide> shown;
    private final SweepRun run;
    private final boolean samples;
    private final Spool<SweepDocument.Part> points;
    private final Map<PointKey, PointRows> evidence = new HashMap<>();
    private final int done;
    private final int all;

    /**
     * A run.
     *
     * @param shown what to say of each point
     * @param keep whether what rows are made of is kept, however much it is
     * @param store where the run is kept, and with it what rows are made of where that is not too much; empty when it is not
     * @param done scenarios of the command that are done
     * @param all scenarios of the command
     */
    SweptRun(Scenario scenario, Optional<WrittenSide> shown, boolean keep, Optional<Path> store, int done, int all) {
        this.scenario = scenario;
        this.sweep = scenario.sweep().orElseThrow();
        this.shown = shown;
        this.run = new SweepRun(scenario, shown, keep);
        this.samples = keep || store.isPresent();
        this.points = new Spool<>(
                store.map(folder -> WholeFile.aside(folder.resolve("points"))).orElse(null));
        this.done = done;
        this.all = all;
    }

    /** What is to be shown at all points of all scenarios, looked up at each of them before anything runs. */
    static Optional<WrittenSide> shown(String text, List<Scenario> scenarios) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            WrittenSide side = QuestionParser.difference(text);
            for (Scenario scenario : scenarios) {
                Sweep sweep = scenario.sweep()
                        .orElseThrow(() -> new InvalidInputException(List.of(
                                "--show is for scenarios that are run at several points, and %s states neither sweep nor cases"
                                        .formatted(scenario.name()))));
                for (ScenarioPoint point : sweep.points()) {
                    Names.of(point.experiment()).resolve(side);
                }
            }
            return Optional.of(side);
        } catch (QuestionException refused) {
            throw new InvalidInputException(List.of("--show: " + refused.getMessage()));
        }
    }

    /**
     * Refuses a page of so many rows that they find no room: it is made of all of them at once.
     *
     * @throws InsufficientMemoryException when more than Java may use is needed
     */
    static void checkReport(List<Scenario> scenarios) {
        double rows = 0;
        long points = 0;
        for (Scenario scenario : scenarios) {
            for (ScenarioPoint point : scenario.sweep().map(Sweep::points).orElse(List.of())) {
                Experiment experiment = point.experiment();
                rows += (double) experiment.strategies().size()
                        * experiment.budgets().size();
                points++;
            }
        }
        double most = Runtime.getRuntime().maxMemory();
        if (rows * REPORTED > most) {
            throw new InsufficientMemoryException(
                    ("a report of %,d points has at least %,.0f rows, which take at least %,.1f GB, and Java may use %,.1f GB;"
                                    + " tables, JSON, CSV and --out do without")
                            .formatted(points, rows, rows * REPORTED / GIGABYTE, most / GIGABYTE),
                    rows * REPORTED);
        }
    }

    /** The columns that tell the points of all scenarios apart. */
    static PointColumns columns(List<Scenario> scenarios) {
        PointColumns columns = PointColumns.NONE;
        for (Scenario scenario : scenarios) {
            if (scenario.sweep().isPresent()) {
                Sweep sweep = scenario.sweep().get();
                columns = columns.and(PointColumns.of(
                        sweep.paths(),
                        sweep.points().stream().map(ScenarioPoint::key).toList()));
            }
        }
        return columns;
    }

    /** What is in hand at first. */
    ProgressLine.Part begin() {
        return part(0, 1, 1, sweep.points().get(0).experiment());
    }

    private ProgressLine.Part part(int number, int of, int point, Experiment experiment) {
        return ProgressLine.Part.within(
                "%s (point %,d of %,d)"
                        .formatted(scenario.name(), point, sweep.points().size()),
                (done + (double) number / of) / all,
                (done + (number + 1.0) / of) / all,
                experiment);
    }

    /** Whether points are few enough to look for turning points beyond the listed budgets. */
    boolean searches() {
        return sweep.points().size() <= MOST_SEARCHED;
    }

    /**
     * Runs it.
     *
     * @param elsewhere the cluster that plays the trials; empty when this machine does
     */
    void run(Execution execution, ProgressLine progress, Optional<ClusterRun> elsewhere) {
        run.run(
                execution,
                (number, of, point, experiment) -> progress.turnTo(part(number, of, point, experiment)),
                elsewhere,
                this::keep);
    }

    private void keep(PointResult result) {
        PointKey key = result.point().key();
        if (run.isNamed(key)) {
            evidence.put(key, result.evidence());
        }
        try {
            points.add(new SweepDocument.Part(key, document(result), result.shown(), result.changes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it delivers; to be read until this is closed. */
    SweepDocument document(Manifest manifest) {
        boolean whole = points.size() == sweep.points().size();
        List<Finding> findings = whole
                ? scenario.expectations().stream()
                        .map(expectation -> expectation.judge(evidence))
                        .toList()
                : List.of();
        return new SweepDocument(
                manifest,
                sweep.axes(),
                points.items(point -> point.of(manifest)),
                shown.map(side -> new SweepDocument.Show(side.text(), share(side))),
                findings,
                whole ? Optional.empty() : Optional.of(sweep.points().size()));
    }

    /** How many objects of all points are in memory. */
    int held() {
        return points.held();
    }

    @Override
    public void close() throws IOException {
        points.close();
    }

    private boolean share(WrittenSide written) {
        Side side = Names.of(sweep.points().get(0).experiment()).resolve(written);
        return side.figures().stream()
                .allMatch(figure -> figure.measure().quantity().share());
    }

    /** What a point gave, as long as the run is not over: its manifest is still to come. */
    private ResultDocument document(PointResult result) {
        Results results = result.results();
        return new ResultDocument(
                UNKNOWN,
                results.with(
                        samples ? results.samples().stream().map(Spool::sample).toList() : List.of()),
                result.point().experiment().utility(),
                List.of(),
                "",
                result.allocation());
    }
}
