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
                        List.of("sum", "mean", "max", "logit-sum", "rank", "softmax"),
                        "how the scores of an answer's candidates make its weight"),
                ParameterSpec.real(
                        "power", 1, 0, 100, "rank: p, a candidate weighs (n - rank + 1)^p; 0 is a majority vote"),
                ParameterSpec.real(
                        "temperature", 1, 1e-3, 1e6, "softmax: a candidate of probability r weighs exp(r/temperature)"),
                CandidateScores.parameter());
    }

    @Override
    public Strategy create(Parameters parameters) {
        String weight = parameters.choice("weight");
        refuse(parameters, "power", 1, "rank");
        refuse(parameters, "temperature", 1, "softmax");
        Law.Score aggregation = CandidateScores.aggregation(parameters);
        return switch (weight) {
            case "rank" -> new RankedVote(RankedVote.Weight.RANK, parameters.real("power"), aggregation);
            case "softmax" -> new RankedVote(RankedVote.Weight.SOFTMAX, parameters.real("temperature"), aggregation);
            default -> new WeightedVote(weight(weight), aggregation);
        };
    }

    private static void refuse(Parameters parameters, String name, double unlessStated, String weight) {
        double given = parameters.real(name);
        if (given != unlessStated && !parameters.choice("weight").equals(weight)) {
            throw new IllegalArgumentException(
                    "weighted-vote: %s (%s) has a meaning with weight: %s alone. Leave it out."
                            .formatted(name, given, weight));
        }
    }

    private static Law.Weight weight(String name) {
        return Law.Weight.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
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
        String weight = parameters.choice("weight");
        return weight.equals("rank") || weight.equals("softmax")
                ? Optional.empty()
                : Optional.of(new Law.VoteByWeight(weight(weight), CandidateScores.aggregation(parameters)));
    }
}
