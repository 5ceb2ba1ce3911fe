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

/** Introduces {@link IdeaSampling} without observations as {@code diverse-sampling}. */
public final class DiverseSamplingProvider implements StrategyProvider {

    @Override
    public String name() {
        return "diverse-sampling";
    }

    @Override
    public String summary() {
        return "Ideas side by side, and a candidate for each that was not followed before.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer("ideas", 8, 1, 1_000_000, "how many are thought of side by side"),
                CandidateChoice.By.parameter());
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new IdeaSampling(0, parameters.intValue("ideas"), 1, CandidateChoice.By.of(parameters));
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
