package overthink.strategies.adaptive;

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

/** Introduces {@link EarlyStoppingVote} as {@code early-stopping-vote}. */
public final class EarlyStoppingVoteProvider implements StrategyProvider {

    @Override
    public String name() {
        return "early-stopping-vote";
    }

    @Override
    public String summary() {
        return "Majority vote that stops when a window of candidates agrees, or no other answer can draw level.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.choice(
                        "rule",
                        List.of("window", "sliding", "decided"),
                        "stops when a whole window agrees, when the latest candidates do, or when the leader of max-gens"
                                + " is certain"),
                ParameterSpec.integer("window", 5, 1, Integer.MAX_VALUE, "candidates of a window"),
                ParameterSpec.integer(
                        "max-gens", 40, 0, Integer.MAX_VALUE, "the most candidates; 0 for all that the budget pays"));
    }

    /** Makes it; refuses to decide a vote that has no end. */
    @Override
    public Strategy create(Parameters parameters) {
        String rule = parameters.choice("rule");
        int most = parameters.intValue("max-gens");
        if (rule.equals("decided") && most == 0) {
            throw new IllegalArgumentException(
                    "early-stopping-vote: rule decided needs max-gens above 0, for what is left to be counted");
        }
        return new EarlyStoppingVote(
                EarlyStoppingVote.Rule.valueOf(rule.toUpperCase(Locale.ROOT)), parameters.intValue("window"), most);
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Optional<Law> law(Parameters parameters) {
        int window = parameters.intValue("window");
        int most = parameters.intValue("max-gens");
        long bound = most == 0 ? Law.UNBOUNDED : most;
        return Optional.of(
                switch (parameters.choice("rule")) {
                    case "window" -> new Law.VoteUntilAgreed(window, false, bound);
                    case "sliding" -> new Law.VoteUntilAgreed(window, true, bound);
                    default -> new Law.VoteUntil(new Law.OutOfReach(), window, false, bound);
                });
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(Capability.ANSWERS);
    }
}
