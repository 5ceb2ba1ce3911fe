package overthink.core.experiment;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import overthink.core.api.Capability;
import overthink.core.api.Resource;
import overthink.core.law.cost.Tariff;
import overthink.core.model.World;

/** What a world charges for: whether a strategy that goes on and on spends ever more of a resource, or nothing of it. */
public final class Charges {

    private static final Set<Capability> JUDGING = EnumSet.of(
            Capability.OUTCOME_VERIFIER, Capability.PROCESS_VERIFIER, Capability.BOOLEAN_VERIFIER, Capability.JUDGE);

    private final World world;

    /** Of a world. */
    public Charges(World world) {
        this.world = world;
    }

    /**
     * Whether candidates or verdicts of a strategy cost anything in a resource. A prompt that is paid once does not count: it
     * bounds nothing. As input tokens, and from a cache that is paid for, every candidate has a prompt of its own.
     */
    public boolean bound(ConfiguredStrategy strategy, Resource resource) {
        return switch (resource) {
            case GENERATIONS, STEPS, ROUNDS -> true;
            case VERIFIER_CALLS -> judged(strategy);
            case TOKENS, INPUT_TOKENS, LATENCY, FLOPS, USD ->
                generating(resource) || (judged(strategy) && judging(resource));
        };
    }

    /** The keys of a scenario that make a strategy's candidates or verdicts cost something in a resource that is free. */
    public List<String> missing(ConfiguredStrategy strategy, Resource resource) {
        List<String> missing = new ArrayList<>();
        boolean tokens = world.mostTokensPerStep() > 0;
        boolean perCall = world.costs().tokensPerCall() > 0;
        boolean judged = judged(strategy);
        switch (resource) {
            case TOKENS -> missing.add("world.policy.tokens-per-step");
            case INPUT_TOKENS -> {
                missing.add("world.policy.prompt-tokens");
                if (judged) {
                    missing.add("world.verifier.tokens-per-call");
                }
            }
            case LATENCY -> {
                missing.add("world.policy.latency");
                if (judged) {
                    missing.add("world.verifier.latency");
                }
            }
            case FLOPS -> {
                missing.add(tokens ? "world.policy.parameters" : "world.policy.tokens-per-step");
                if (judged) {
                    missing.add(perCall ? "world.verifier.parameters" : "world.verifier.tokens-per-call");
                }
            }
            case USD -> {
                missing.add(tokens ? "world.policy.price.output" : "world.policy.tokens-per-step");
                if (judged) {
                    missing.add(perCall ? "world.verifier.price.input" : "world.verifier.tokens-per-call");
                }
            }
            case GENERATIONS, STEPS, VERIFIER_CALLS, ROUNDS -> {
                // no key makes a strategy call a verifier; the others are never free
            }
        }
        return missing;
    }

    private static boolean judged(ConfiguredStrategy strategy) {
        return strategy.needs().stream().anyMatch(JUDGING::contains);
    }

    private boolean generating(Resource resource) {
        int tokens = world.mostTokensPerStep();
        return generating(resource, world.costs().policy(), tokens)
                || world.costs().others().stream().anyMatch(tariff -> generating(resource, tariff, tokens));
    }

    private boolean generating(Resource resource, Tariff tariff, int tokens) {
        boolean prompted = world.mostPromptTokens() > 0;
        return switch (resource) {
            case INPUT_TOKENS -> prompted;
            case USD ->
                (tokens > 0 && tariff.price().output() > 0)
                        || (prompted && tariff.price().cached().orElse(0) > 0);
            default -> costs(resource, tariff, tokens, tariff.price().output(), resource == Resource.TOKENS);
        };
    }

    private boolean judging(Resource resource) {
        int tokens = world.costs().tokensPerCall();
        Tariff tariff = world.costs().verifier();
        return costs(resource, tariff, tokens, tariff.price().input(), false)
                || world.costs().outcomes().stream()
                        .anyMatch(call -> costs(
                                resource,
                                call.tariff(),
                                call.tokens(),
                                call.tariff().price().input(),
                                false));
    }

    private static boolean costs(Resource resource, Tariff tariff, int tokens, double price, boolean counted) {
        return switch (resource) {
            case LATENCY -> tariff.latency().nanos(tokens) > 0;
            case FLOPS -> tokens > 0 && tariff.parameters() > 0;
            case USD -> tokens > 0 && price > 0;
            case TOKENS -> counted && tokens > 0;
            case INPUT_TOKENS -> tokens > 0;
            case GENERATIONS, STEPS, VERIFIER_CALLS, ROUNDS -> false;
        };
    }
}
