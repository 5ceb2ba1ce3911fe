package overthink.strategies.search;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link TreeDfs} as {@code tree-dfs}. */
public final class TreeDfsProvider implements StrategyProvider {

    @Override
    public String name() {
        return "tree-dfs";
    }

    @Override
    public String summary() {
        return "Depth-first search over steps, with a threshold and pruning by process score.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer("width", 4, 1, 1_000_000, "children that a node gets"),
                ParameterSpec.real(
                        "threshold", 0.2, 0, 1, "the least process score, as a probability, of a node that is entered"),
                ParameterSpec.real(
                        "prune",
                        0.4,
                        0,
                        0.999999,
                        "the part of a node's children, rounded down, that is pruned, worst first"),
                ParameterSpec.integer(
                        "paths",
                        0,
                        0,
                        Integer.MAX_VALUE,
                        "finished solutions after which the search ends; 0 for none"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        double threshold = parameters.real("threshold");
        return new TreeDfs(
                parameters.intValue("width"),
                StrictMath.log(threshold) - StrictMath.log1p(-threshold),
                parameters.real("prune"),
                parameters.intValue("paths"));
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.STEPS, Capability.PROCESS_VERIFIER);
    }
}
