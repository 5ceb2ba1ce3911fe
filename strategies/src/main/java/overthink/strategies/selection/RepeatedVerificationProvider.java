package overthink.strategies.selection;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link RepeatedVerification} as {@code repeated-verification}. */
public final class RepeatedVerificationProvider implements StrategyProvider {

    @Override
    public String name() {
        return "repeated-verification";
    }

    @Override
    public String summary() {
        return "Several verifier calls on each candidate: the highest mean score, or the first that all calls accept.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.integer("calls", 4, 1, 1_000_000, "verifier calls on each candidate"),
                ParameterSpec.choice(
                        "combine",
                        List.of("mean", "all-accept"),
                        "the highest mean of the scores, or the first candidate that all its calls accept"),
                ParameterSpec.choice(
                        "fallback",
                        List.of("best", "abstain"),
                        "what all-accept answers when none passes: the candidate accepted most often before its first"
                                + " rejection, or nothing"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        return new RepeatedVerification(
                parameters.intValue("calls"),
                RepeatedVerification.Combination.valueOf(word(parameters, "combine")),
                RepeatedVerification.Fallback.valueOf(word(parameters, "fallback")));
    }

    @Override
    public boolean anytime(Parameters parameters) {
        // under a budget of time, verdicts that wait for one another leave less of it for candidates
        return parameters.choice("combine").equals("mean");
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        return Set.of(
                parameters.choice("combine").equals("mean")
                        ? Capability.OUTCOME_VERIFIER
                        : Capability.BOOLEAN_VERIFIER);
    }

    private static String word(Parameters parameters, String name) {
        return parameters.choice(name).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
