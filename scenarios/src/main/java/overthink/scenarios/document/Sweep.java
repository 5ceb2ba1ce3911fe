package overthink.scenarios.document;

import java.util.List;

/**
 * At which points a scenario is run.
 *
 * @param axes of the grid: the paths that change together on each; none for cases alone
 * @param points in their order: the case changes last, the last axis first
 */
public record Sweep(List<List<String>> axes, List<ScenarioPoint> points) {

    /** Copies the lists. */
    public Sweep {
        axes = List.copyOf(axes);
        points = List.copyOf(points);
    }

    /** All paths whose values differ between points. */
    public List<String> paths() {
        return axes.stream().flatMap(List::stream).toList();
    }
}
