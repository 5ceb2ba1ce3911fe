package overthink.strategies.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link Dvts} as {@code dvts}. */
public final class DvtsProvider implements StrategyProvider {

    @Override
    public String name() {
        return "dvts";
    }

    @Override
    public String summary() {
        return "N/width independent trees, each of which goes on with the best of width children at every step.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                SearchVariant.parameter("search-and-learn"),
                ParameterSpec.integer(
                        "width",
                        4,
                        1,
                        Integer.MAX_VALUE,
                        "children of each tree's node; the budget divided by it is the trees"),
                ParameterSpec.choice(
                        "select",
                        List.of("argmax", "vote"),
                        "the best last score, or the answer with the greatest sum of last scores"),
                Aggregate.parameter(),
                ParameterSpec.integer(
                        "max-steps",
                        0,
                        0,
                        1_000_000,
                        "search-and-learn: iterations, in the last of which solutions are generated to their end, 0 for the"
                                + " tool's 40"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        SearchVariant variant = SearchVariant.of(parameters);
        boolean tool = variant == SearchVariant.SEARCH_AND_LEARN;
        if (!tool) {
            variant.refuse(parameters, this, "aggregate", "max-steps");
        }
        int maxSteps = parameters.intValue("max-steps");
        return new Dvts(
                parameters.intValue("width"),
                tool && maxSteps == 0 ? SearchAndLearnBeamSearch.ITERATIONS : maxSteps,
                parameters.choice("select").equals("vote"),
                tool,
                Aggregate.of(parameters));
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.STEPS, Capability.PROCESS_VERIFIER);
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        return SearchVariant.of(parameters) == SearchVariant.OVERTHINK
                        && parameters.choice("select").equals("argmax")
                ? Optional.of(new Law.Trees(parameters.intValue("width")))
                : Optional.empty();
    }
}
