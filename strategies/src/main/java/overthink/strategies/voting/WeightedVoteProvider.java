package overthink.strategies.voting;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import overthink.core.api.Capability;
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
        String rule = parameters.choice("weight").toUpperCase(Locale.ROOT).replace('-', '_');
        return new WeightedVote(WeightedVote.Weight.valueOf(rule), CandidateScores.aggregation(parameters));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return CandidateScores.needs(parameters);
    }
}
