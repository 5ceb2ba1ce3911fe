package overthink.core.engine;

import overthink.core.api.Resource;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Tariff;
import overthink.core.world.World;

/** What one trial has spent. */
final class Ledger {

    private static final double TOKENS_PER_PRICE = 1e6;

    final Timeline timeline;
    long steps;
    long tokens;
    long verifierCalls;
    /** Tokens of the prompt, once the policy has read it. */
    long promptTokens;

    private final Latency latency;
    private final Tariff policyTariff;
    private final Tariff verifierTariff;
    private final long tokensPerCall;
    private long stepsPerSolution = 1;

    Ledger(World world) {
        policyTariff = world.policy().tariff();
        verifierTariff = world.verifiers().tariff();
        tokensPerCall = world.verifiers().tokensPerCall();
        latency = policyTariff.latency();
        timeline = new Timeline(
                latency, verifierTariff.latency(), world.verifiers().tokensPerCall());
    }

    void reset(int stepsOfOneSolution) {
        stepsPerSolution = stepsOfOneSolution;
        steps = 0;
        tokens = 0;
        verifierCalls = 0;
        promptTokens = 0;
        timeline.reset();
    }

    /** How long a policy call that generates so many tokens takes. */
    long nanos(long generated) {
        return Math.round((latency.prefill() + latency.perToken() * generated) * Timeline.NANOS);
    }

    long spent(Resource resource) {
        return switch (resource) {
            case GENERATIONS -> steps / stepsPerSolution;
            case STEPS -> steps;
            case TOKENS -> tokens;
            case VERIFIER_CALLS -> verifierCalls;
            case ROUNDS -> timeline.rounds();
            case LATENCY -> timeline.nanos();
            case FLOPS -> (long) flops(promptTokens, tokens, verifierCalls);
            case USD -> Math.round(1e9 * usd(promptTokens, tokens, verifierCalls));
        };
    }

    /** {@link #spent} after one more policy call and {@code calls} more verifier calls on what the round made. */
    long spentAfter(Resource resource, long addedSteps, long addedTokens, long calls, long prompt, boolean continues) {
        return switch (resource) {
            case GENERATIONS -> (steps + addedSteps) / stepsPerSolution;
            case STEPS -> steps + addedSteps;
            case TOKENS -> tokens + addedTokens;
            case VERIFIER_CALLS -> verifierCalls + calls;
            case ROUNDS -> timeline.roundsAfterPolicy(continues);
            case LATENCY -> timeline.nanosAfter(nanos(addedTokens), calls, continues);
            case FLOPS -> (long) flops(prompt, tokens + addedTokens, verifierCalls + calls);
            case USD -> Math.round(1e9 * usd(prompt, tokens + addedTokens, verifierCalls + calls));
        };
    }

    /** {@link #spent} after one more verifier call. */
    long spentAfterVerify(Resource resource) {
        return switch (resource) {
            case VERIFIER_CALLS -> verifierCalls + 1;
            case LATENCY -> timeline.nanosAfterVerify();
            case FLOPS -> (long) flops(promptTokens, tokens, verifierCalls + 1);
            case USD -> Math.round(1e9 * usd(promptTokens, tokens, verifierCalls + 1));
            case GENERATIONS, STEPS, TOKENS, ROUNDS -> spent(resource);
        };
    }

    double flops(double prompt, double generated, double calls) {
        return 2 * policyTariff.parameters() * (prompt + generated)
                + 2 * verifierTariff.parameters() * tokensPerCall * calls;
    }

    double usd(double prompt, double generated, double calls) {
        return (policyTariff.price().input() * prompt
                        + policyTariff.price().output() * generated
                        + verifierTariff.price().input() * tokensPerCall * calls)
                / TOKENS_PER_PRICE;
    }
}
