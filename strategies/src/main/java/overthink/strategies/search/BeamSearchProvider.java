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

/** Introduces {@link BeamSearch} and the beam searches of other tools as {@code beam-search}. */
public final class BeamSearchProvider implements StrategyProvider {

    @Override
    public String name() {
        return "beam-search";
    }

    @Override
    public String summary() {
        return "N nodes a step, all below the N/width with the best process scores; the best last score wins.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                SearchVariant.parameter("search-and-learn", "its-hub", "openr"),
                ParameterSpec.integer(
                        "width",
                        4,
                        1,
                        Integer.MAX_VALUE,
                        "children of each node that is kept, the budget divided by it being kept; its-hub: how many are kept"),
                FinalChoice.parameter(),
                Aggregate.parameter(),
                ParameterSpec.flag(
                        "sort-completed",
                        false,
                        "search-and-learn: the best completed beams are the result, not the first"),
                ParameterSpec.integer(
                        "max-steps",
                        0,
                        0,
                        1_000_000,
                        "search-and-learn: iterations, 0 for the tool's 40; its-hub: the length above which a path is not"
                                + " extended, 0 for none; openr: the depth at which a path ends, 0 for the tool's 50"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        SearchVariant variant = SearchVariant.of(parameters);
        int width = parameters.intValue("width");
        int maxSteps = parameters.intValue("max-steps");
        return switch (variant) {
            case OVERTHINK -> {
                variant.refuse(parameters, this, "aggregate", "sort-completed", "max-steps");
                yield new BeamSearch(width, FinalChoice.Rule.of(parameters));
            }
            case SEARCH_AND_LEARN -> {
                variant.refuse(parameters, this, "select");
                yield new SearchAndLearnBeamSearch(
                        width,
                        maxSteps == 0 ? SearchAndLearnBeamSearch.ITERATIONS : maxSteps,
                        parameters.flag("sort-completed"),
                        Aggregate.of(parameters));
            }
            case ITS_HUB -> {
                variant.refuse(parameters, this, "select", "aggregate", "sort-completed");
                yield new ItsHubBeamSearch(width, maxSteps);
            }
            case OPENR -> {
                variant.refuse(parameters, this, "select", "aggregate", "sort-completed");
                yield new OpenrBeamSearch(width, maxSteps == 0 ? OpenrBeamSearch.MAX_DEPTH : maxSteps);
            }
        };
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return FinalChoice.Rule.of(parameters).needs();
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        return SearchVariant.of(parameters) == SearchVariant.OVERTHINK
                        && FinalChoice.Rule.of(parameters) == FinalChoice.Rule.ARGMAX
                ? Optional.of(new Law.Beam(parameters.intValue("width"), Law.UNBOUNDED))
                : Optional.empty();
    }
}
