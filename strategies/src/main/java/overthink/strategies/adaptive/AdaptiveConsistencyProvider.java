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
                        List.of("beta", "dirichlet", "share", "dirichlet-process"),
                        "what must reach the threshold: the probability that the leader beats the second, or all others,"
                                + " or its share of two or more votes, or the probability that it beats all others and"
                                + " what was not seen yet"),
                ParameterSpec.real("threshold", 0.95, 0, 1, "the probability, or share, that is enough"),
                ParameterSpec.integer(
                        "max-gens", 40, 0, Integer.MAX_VALUE, "the most candidates; 0 for all that the budget pays"),
                ParameterSpec.integer("batch", 1, 1, Integer.MAX_VALUE, "candidates of the first round"),
                ParameterSpec.choice(
                        "schedule",
                        List.of("constant", "doubling"),
                        "later rounds draw as many as the first, or as many as there are"),
                ParameterSpec.real(
                        "concentration",
                        1,
                        1e-3,
                        1e6,
                        "dirichlet-process: as many votes as this the answers not seen yet are taken to have"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new AdaptiveConsistency(
                rule(parameters),
                parameters.intValue("max-gens"),
                parameters.intValue("batch"),
                parameters.choice("schedule").equals("doubling"));
    }

    private static StoppingRule rule(Parameters parameters) {
        String name = parameters.choice("rule");
        double threshold = parameters.real("threshold");
        double concentration = parameters.real("concentration");
        if (concentration != 1 && !name.equals("dirichlet-process")) {
            throw new IllegalArgumentException(
                    "adaptive-consistency: concentration (%s) has a meaning with rule: dirichlet-process alone. Leave it out."
                            .formatted(concentration));
        }
        return switch (name) {
            case "beta" -> new BetaRule(threshold);
            case "dirichlet" -> new DirichletRule(threshold);
            case "share" -> new ShareRule(threshold);
            case "dirichlet-process" -> new DirichletProcessRule(threshold, concentration);
            default -> throw new IllegalArgumentException("there is no rule " + name);
        };
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        if (parameters.choice("rule").equals("dirichlet-process")) {
            return Optional.empty();
        }
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
