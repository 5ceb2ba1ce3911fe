package overthink.strategies.voting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;
import overthink.strategies.selection.CandidateScores;

/** Introduces {@link WeightedVote} as {@code weighted-vote}. */
public final class WeightedVoteProvider implements StrategyProvider {

    @Override
    public String name() {
        return "weighted-vote";
    }

    @Override
    public String summary() {
        return "The answer of the greatest weight, made of its candidates' scores, of equals the one seen first.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.choice(
                        "weight",
                        List.of("sum", "mean", "max", "logit-sum"),
                        "how the scores of an answer's candidates make its weight"),
                CandidateScores.parameter());
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new WeightedVote(weight(parameters), CandidateScores.aggregation(parameters));
    }

    private static Law.Weight weight(Parameters parameters) {
        return Law.Weight.valueOf(
                parameters.choice("weight").toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return CandidateScores.needs(parameters, Capability.ANSWERS);
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        return Optional.of(new Law.VoteByWeight(weight(parameters), CandidateScores.aggregation(parameters)));
    }
}
