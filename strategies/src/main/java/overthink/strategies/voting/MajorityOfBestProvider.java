package overthink.strategies.voting;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.strategies.selection.CandidateScores;

/** Introduces {@link MajorityOfBest} as {@code majority-of-best}. */
public final class MajorityOfBestProvider implements StrategyProvider {

    @Override
    public String name() {
        return "majority-of-best";
    }

    @Override
    public String summary() {
        return "The answer that most of the k candidates with the best scores give.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer("k", 8, 1, 1_000_000, "how many of the best candidates vote"),
                CandidateScores.parameter());
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new MajorityOfBest(parameters.intValue("k"), CandidateScores.aggregation(parameters));
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
