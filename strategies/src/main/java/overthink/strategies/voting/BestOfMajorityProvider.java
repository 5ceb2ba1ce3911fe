package overthink.strategies.voting;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.strategies.selection.CandidateScores;

/** Introduces {@link BestOfMajority} as {@code best-of-majority}. */
public final class BestOfMajorityProvider implements StrategyProvider {

    @Override
    public String name() {
        return "best-of-majority";
    }

    @Override
    public String summary() {
        return "The best score among the candidates of the most frequent answer, or of the frequent ones.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.real(
                        "share",
                        1,
                        0,
                        1,
                        "answers given at least this many times as often as the most frequent one take part"),
                CandidateScores.parameter());
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new BestOfMajority(parameters.real("share"), CandidateScores.aggregation(parameters));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return CandidateScores.needs(parameters, Capability.ANSWERS);
    }
}
