package overthink.strategies.adaptive;

import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Law;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;
import overthink.core.api.Strategy;
import overthink.core.api.StrategyProvider;

/** Introduces {@link DeepConf} as {@code deepconf}. */
public final class DeepConfProvider implements StrategyProvider {

    private static final int WARM_UP = 16;
    private static final int BATCH = 8;
    private static final double CONSENSUS = 0.95;

    @Override
    public String name() {
        return "deepconf";
    }

    @Override
    public String summary() {
        return "The confident candidates vote, weighted by confidence; online, others are given up as they are written.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.choice(
                        "mode",
                        List.of("online", "offline"),
                        "candidates after a warm-up are given up below its threshold, or all are written to the end"),
                ParameterSpec.real(
                        "keep",
                        0.1,
                        1e-3,
                        1,
                        "the share of candidates that reach the threshold: 0.1 or 0.9 in the paper"),
                ParameterSpec.choice(
                        "confidence",
                        List.of("steps", "outcome"),
                        "what it is: the least step score, or, offline, the outcome score"),
                ParameterSpec.integer(
                        "warm-up",
                        WARM_UP,
                        1,
                        1_000_000,
                        "online: candidates that set the threshold, written to the end"),
                ParameterSpec.integer("batch", BATCH, 1, 1_000_000, "online: candidates begun together after it"),
                ParameterSpec.real(
                        "consensus", CONSENSUS, 0, 1, "online: the leader's share of the weights that ends it"));
    }

    @Override
    public Strategy create(Parameters parameters) {
        boolean offline = offline(parameters);
        boolean outcome = outcome(parameters);
        if (outcome && !offline) {
            throw new IllegalArgumentException(
                    "deepconf: confidence: outcome is known at a candidate's end alone, and online it"
                            + " is asked for at each step. Maybe mode: offline.");
        }
        if (offline) {
            refuse(parameters, "warm-up", WARM_UP);
            refuse(parameters, "batch", BATCH);
            if (parameters.real("consensus") != CONSENSUS) {
                throw meaningless("consensus");
            }
        }
        return new DeepConf(
                outcome ? Law.Score.OUTCOME : Law.Score.MIN,
                parameters.real("keep"),
                offline ? 0 : parameters.intValue("warm-up"),
                parameters.intValue("batch"),
                parameters.real("consensus"));
    }

    private static void refuse(Parameters parameters, String name, int unlessStated) {
        if (parameters.intValue(name) != unlessStated) {
            throw meaningless(name);
        }
    }

    private static IllegalArgumentException meaningless(String name) {
        return new IllegalArgumentException(
                "deepconf: %s has no meaning offline, where all candidates set the threshold. Leave it out."
                        .formatted(name));
    }

    private static boolean offline(Parameters parameters) {
        return parameters.choice("mode").equals("offline");
    }

    private static boolean outcome(Parameters parameters) {
        return parameters.choice("confidence").equals("outcome");
    }

    @Override
    public boolean anytime(Parameters parameters) {
        return true;
    }

    @Override
    public Set<Capability> needs(Parameters parameters) {
        if (outcome(parameters)) {
            return Set.of(Capability.OUTCOME_VERIFIER, Capability.ANSWERS);
        }
        return offline(parameters)
                ? Set.of(Capability.PROCESS_VERIFIER, Capability.ANSWERS)
                : Set.of(Capability.STEPS, Capability.PROCESS_VERIFIER, Capability.ANSWERS);
    }
}
