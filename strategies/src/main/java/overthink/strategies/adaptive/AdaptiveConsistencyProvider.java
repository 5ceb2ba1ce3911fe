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

/** Introduces {@link AdaptiveConsistency} as {@code adaptive-consistency}. */
public final class AdaptiveConsistencyProvider implements StrategyProvider {

    @Override
    public String name() {
        return "adaptive-consistency";
    }

    @Override
    public String summary() {
        return "Majority vote that stops when the votes so far decide it with the probability asked for.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.choice(
                        "rule",
                        List.of("beta", "dirichlet", "share"),
                        "what must reach the threshold: the probability that the leader beats the second, or all others,"
                                + " or its share of two or more votes"),
                ParameterSpec.real("threshold", 0.95, 0, 1, "the probability, or share, that is enough"),
                ParameterSpec.integer(
                        "max-gens", 40, 0, Integer.MAX_VALUE, "the most candidates; 0 for all that the budget pays"),
                ParameterSpec.integer("batch", 1, 1, Integer.MAX_VALUE, "candidates of the first round"),
                ParameterSpec.choice(
                        "schedule",
                        List.of("constant", "doubling"),
                        "later rounds draw as many as the first, or as many as there are"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new AdaptiveConsistency(
                rule(parameters.choice("rule"), parameters.real("threshold")),
                parameters.intValue("max-gens"),
                parameters.intValue("batch"),
                parameters.choice("schedule").equals("doubling"));
    }

    private static StoppingRule rule(String name, double threshold) {
        return switch (name) {
            case "beta" -> new BetaRule(threshold);
            case "dirichlet" -> new DirichletRule(threshold);
            case "share" -> new ShareRule(threshold);
            default -> throw new IllegalArgumentException("there is no rule " + name);
        };
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        long most = parameters.integer("max-gens");
        double threshold = parameters.real("threshold");
        Law.VoteRule rule = switch (parameters.choice("rule")) {
            case "beta" -> new Law.LikelierThanSecond(threshold);
            case "dirichlet" -> new Law.LikeliestOfFive(threshold);
            default -> new Law.ShareOfVotes(threshold);
        };
        return Optional.of(new Law.VoteUntil(
                rule,
                parameters.intValue("batch"),
                parameters.choice("schedule").equals("doubling"),
                most == 0 ? Law.UNBOUNDED : most));
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.ANSWERS);
    }
}
