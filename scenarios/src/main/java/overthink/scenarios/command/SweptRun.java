package overthink.scenarios.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.results.Results;
import overthink.scenarios.analysis.question.Names;
import overthink.scenarios.analysis.question.QuestionException;
import overthink.scenarios.analysis.question.QuestionParser;
import overthink.scenarios.analysis.question.Side;
import overthink.scenarios.analysis.question.WrittenSide;
import overthink.scenarios.analysis.sweep.PointResult;
import overthink.scenarios.analysis.sweep.SweepRun;
import overthink.scenarios.document.Scenario;
import overthink.scenarios.document.ScenarioPoint;
import overthink.scenarios.document.Sweep;
import overthink.scenarios.expectation.Finding;
import overthink.scenarios.expectation.PointKey;
import overthink.scenarios.expectation.PointRows;
import overthink.scenarios.results.Manifest;
import overthink.scenarios.results.PointColumns;
import overthink.scenarios.results.ResultDocument;
import overthink.scenarios.results.SweepDocument;

/** Runs a scenario at all its points, and makes its document. */
final class SweptRun {

    /** At more points turning points are those of the listed budgets, which takes a fifth of the time. */
    private static final int MOST_SEARCHED = 100;

    private final Scenario scenario;
    private final Sweep sweep;
    private final Optional<WrittenSide> shown;
    private final SweepRun run;
    private final int done;
    private final int all;

    /**
     * A run.
     *
     * @param shown what to say of each point
     * @param keep whether what rows are made of is kept, however much it is
     * @param done scenarios of the command that are done
     * @param all scenarios of the command
     */
    SweptRun(Scenario scenario, Optional<WrittenSide> shown, boolean keep, int done, int all) {
        this.scenario = scenario;
        this.sweep = scenario.sweep().orElseThrow();
        this.shown = shown;
        this.run = new SweepRun(scenario, shown, keep);
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

    /** Runs it. */
    List<PointResult> run(Execution execution, ProgressLine progress) {
        return run.run(
                execution, (number, of, point, experiment) -> progress.turnTo(part(number, of, point, experiment)));
    }

    /** What it delivers. */
    SweepDocument document(List<PointResult> results, Manifest manifest) {
        List<SweepDocument.Part> parts = new ArrayList<>();
        Map<PointKey, PointRows> evidence = new HashMap<>();
        for (PointResult result : results) {
            parts.add(new SweepDocument.Part(
                    result.point().key(), document(result, manifest), result.shown(), result.changes()));
            evidence.put(result.point().key(), result.evidence());
        }
        boolean whole = results.size() == sweep.points().size();
        List<Finding> findings = whole
                ? scenario.expectations().stream()
                        .map(expectation -> expectation.judge(evidence))
                        .toList()
                : List.of();
        return new SweepDocument(
                manifest,
                sweep.axes(),
                parts,
                shown.map(side -> new SweepDocument.Show(side.text(), share(side))),
                findings,
                whole ? Optional.empty() : Optional.of(sweep.points().size()));
    }

    private boolean share(WrittenSide written) {
        Side side = Names.of(sweep.points().get(0).experiment()).resolve(written);
        return side.figures().stream()
                .allMatch(figure -> figure.measure().quantity().share());
    }

    private static ResultDocument document(PointResult result, Manifest manifest) {
        Results results = result.results();
        return new ResultDocument(
                manifest,
                results.rows(),
                results.samples(),
                results.faults(),
                results.limits(),
                result.point().experiment().utility(),
                results.bestBudgets(),
                results.differences(),
                results.turningPoints(),
                results.leaders(),
                List.of(),
                "",
                Optional.empty(),
                result.allocation());
    }
}
