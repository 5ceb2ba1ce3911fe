package overthink.strategies.adaptive;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.strategies.selection.CandidateScores;

/** Introduces {@link ConfidenceStop} as {@code confidence-stop}. */
public final class ConfidenceStopProvider implements StrategyProvider {

    @Override
    public String name() {
        return "confidence-stop";
    }

    @Override
    public String summary() {
        return "Best-of-N that stops when the best score reaches a threshold.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.real("threshold", 0.9, 0, 1, "the score, as a probability, that is enough"),
                ParameterSpec.integer("batch", 1, 1, 1_000_000, "candidates of a round"),
                ParameterSpec.integer(
                        "max-gens", 0, 0, Integer.MAX_VALUE, "the most candidates; 0 for all that the budget pays"),
                CandidateScores.parameter());
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new ConfidenceStop(
                parameters.real("threshold"),
                parameters.intValue("batch"),
                parameters.intValue("max-gens"),
                CandidateScores.aggregation(parameters));
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
        long most = parameters.integer("max-gens");
        return Optional.of(new Law.BestUntil(
                CandidateScores.aggregation(parameters),
                CandidateScores.logOdds(parameters.real("threshold")),
                parameters.intValue("batch"),
                most == 0 ? Law.UNBOUNDED : most));
    }
}
