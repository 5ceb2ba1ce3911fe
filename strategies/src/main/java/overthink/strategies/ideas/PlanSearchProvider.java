package overthink.strategies.ideas;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.strategies.voting.CandidateChoice;

/** Introduces {@link IdeaSampling} with observations as {@code plan-search}. */
public final class PlanSearchProvider implements StrategyProvider {

    @Override
    public String name() {
        return "plan-search";
    }

    @Override
    public String summary() {
        return "Observations, plans from sets of them, and few candidates for each plan that is new.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer(
                        "observations",
                        4,
                        1,
                        100,
                        "how many a round of planning has; plans come of sets of at most two"),
                ParameterSpec.integer("each", 1, 1, 1_000_000, "candidates for each plan that is new"),
                CandidateChoice.By.parameter());
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new IdeaSampling(
                parameters.intValue("observations"), 0, parameters.intValue("each"), CandidateChoice.By.of(parameters));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return false;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return EnumSet.of(Capability.IDEAS, CandidateChoice.By.of(parameters).needs());
    }
}
