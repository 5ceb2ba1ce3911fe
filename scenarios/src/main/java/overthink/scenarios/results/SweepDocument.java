package overthink.scenarios.results;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.results.Partial;
import overthink.scenarios.analysis.question.Answer;
import overthink.scenarios.analysis.sweep.Change;
import overthink.scenarios.expectation.Finding;
import overthink.scenarios.expectation.PointKey;

/**
 * All that one run of one scenario delivers, at each of the points at which it was run.
 *
 * @param manifest which run
 * @param axes of the grid of points: the paths that change together on each
 * @param parts by point, in their order; those that were done when the run was stopped. They are read one by one and not kept: of
 *     many points, they are not in memory
 * @param show what is said of each point beside its rows; empty for nothing
 * @param findings whether the scenario's expectations were met
 * @param stopped of how many points there would have been more, when the run was stopped; empty when it went to its end
 */
public record SweepDocument(
        Manifest manifest,
        List<List<String>> axes,
        List<Part> parts,
        Optional<Show> show,
        List<Finding> findings,
        Optional<Integer> stopped) {

    /** Copies the lists, but for the parts: those of many points are made when they are asked for. */
    public SweepDocument {
        axes = List.copyOf(axes);
        parts = Collections.unmodifiableList(parts);
        findings = List.copyOf(findings);
    }

    /**
     * What is shown.
     *
     * @param text as it was asked for
     * @param share whether it is a share, or a difference of shares
     */
    public record Show(String text, boolean share) {}

    /**
     * One point.
     *
     * @param point which
     * @param document what the run gave there, without findings
     * @param shown what is said of it; empty when a strategy of it was stopped
     * @param changes from the first point
     */
    public record Part(PointKey point, ResultDocument document, Optional<Answer> shown, List<Change> changes) {

        /** Copies the list. */
        public Part {
            changes = List.copyOf(changes);
        }

        /** This of a run. */
        public Part of(Manifest manifest) {
            return new Part(point, document.of(manifest), shown, changes);
        }
    }

    /** What a scenario delivers that is run at one point. */
    public static SweepDocument of(ResultDocument document) {
        return new SweepDocument(
                document.manifest(),
                List.of(),
                List.of(new Part(PointKey.ONLY, document, Optional.empty(), List.of())),
                Optional.empty(),
                document.findings(),
                Optional.empty());
    }

    /** Whether the scenario is run at one point that has no name. */
    public boolean single() {
        return axes.isEmpty() && parts.size() == 1 && parts.get(0).point().equals(PointKey.ONLY);
    }

    /** Whether the run was stopped before its end. */
    public boolean isPartial() {
        return stopped.isPresent() || partial().isPresent();
    }

    /** Of what the rows are when the run was stopped in a scenario that is run at one point. */
    public Optional<Partial> partial() {
        return single() ? parts.get(0).document().partial() : Optional.empty();
    }

    /** The columns that tell the rows of one point from those of another. */
    public PointColumns columns() {
        if (single()) {
            return PointColumns.NONE;
        }
        Set<String> paths = new LinkedHashSet<>();
        axes.forEach(paths::addAll);
        return PointColumns.of(
                List.copyOf(paths), parts.stream().map(Part::point).toList());
    }
}
