package overthink.strategies.search;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link Lookahead} as {@code lookahead}. */
public final class LookaheadProvider implements StrategyProvider {

    @Override
    public String name() {
        return "lookahead";
    }

    @Override
    public String summary() {
        return "Beam search whose nodes are scored by a path rolled some steps ahead.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer("width", 4, 1, Integer.MAX_VALUE, "children of each node that is kept"),
                ParameterSpec.integer("steps", 1, 0, 1_000_000, "how far a path is rolled ahead of each node"),
                ParameterSpec.choice(
                        "rollout",
                        List.of("sampled", "greedy"),
                        "which steps a path is rolled ahead by: sampled ones, or the policy's likeliest (temperature 0)"),
                FinalChoice.parameter());
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new Lookahead(
                parameters.intValue("width"),
                parameters.intValue("steps"),
                Lookahead.Rollout.of(parameters),
                FinalChoice.Rule.of(parameters));
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        Set<Capability> needs = EnumSet.copyOf(FinalChoice.Rule.of(parameters).needs());
        if (Lookahead.Rollout.of(parameters) == Lookahead.Rollout.GREEDY) {
            needs.add(Capability.GREEDY_STEPS);
        }
        return needs;
    }
}
