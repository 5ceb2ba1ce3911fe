package overthink.strategies.variation;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link SearchOverPaths} as {@code search-over-paths}. */
public final class SearchOverPathsProvider implements StrategyProvider {

    private static final int MOST_STEPS = 1_000_000;

    @Override
    public String name() {
        return "search-over-paths";
    }

    @Override
    public String summary() {
        return "Paths that are taken back by some steps and go on several times over; the best by process score go on.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer("start", 1, 1, MOST_STEPS, "steps before the first branching"),
                ParameterSpec.integer(
                        "width", 4, 1, 4096, "how often each path goes on from where it was taken back to"),
                ParameterSpec.integer("back", 1, 0, MOST_STEPS, "steps that a path is taken back before it branches"),
                ParameterSpec.integer("forward", 2, 1, MOST_STEPS, "steps that a branch then goes on, more than back"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        int back = parameters.intValue("back");
        int forward = parameters.intValue("forward");
        if (forward <= back) {
            throw new IllegalArgumentException(
                    "search-over-paths: forward (%d) must be more than back (%d), else no path ever ends. Maybe forward: %d."
                            .formatted(forward, back, back + 1));
        }
        return new SearchOverPaths(parameters.intValue("start"), parameters.intValue("width"), back, forward);
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return false;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.STEPS, Capability.PROCESS_VERIFIER);
    }
}
