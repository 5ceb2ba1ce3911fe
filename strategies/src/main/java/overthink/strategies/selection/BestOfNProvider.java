package overthink.strategies.selection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link BestOfN} as {@code best-of-n}. */
public final class BestOfNProvider implements StrategyProvider {

    @Override
    public String name() {
        return "best-of-n";
    }

    @Override
    public String summary() {
        return "The candidate with the highest score, the first of equals.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(CandidateScores.parameter());
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new BestOfN(CandidateScores.aggregation(parameters));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return CandidateScores.needs(parameters);
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        return Optional.of(new Law.BestOf(CandidateScores.aggregation(parameters)));
    }
}
