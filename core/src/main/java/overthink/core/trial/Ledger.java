package overthink.core.trial;

import overthink.core.api.Resource;
import overthink.core.law.cost.Costs;
import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Tariff;

/** What one trial has spent. */
public final class Ledger {

    private static final double TOKENS_PER_PRICE = 1e6;

    final Timeline timeline;
    long steps;
    long tokens;
    long verifierCalls;
    /** Tokens of the prompt, once the policy has read it. */
    long promptTokens;
    /** Samples begun, all of which read the prompt together, once. */
    long samples;
    /** Tokens that revisions and merges read, but for those from the cache: the prompt again, and candidates. */
    long readTokens;
    /** Tokens that revisions and merges read from the cache. */
    long recalledTokens;

    private final Latency latency;
    private final double flopsPerToken;
    private final double flopsPerCall;
    /** Dollars for a million times the thing. */
    private final double perPromptToken;

    private final double perCachedToken;
    private final double perToken;
    private final double perCall;
    private final int tokensPerCall;
    private long stepsPerSolution = 1;

    /** The ledger of a world of such costs; nothing is spent yet. */
    public Ledger(Costs costs) {
        Tariff policy = costs.policy();
        Tariff verifier = costs.verifier();
        tokensPerCall = costs.tokensPerCall();
        latency = policy.latency();
        flopsPerToken = 2 * policy.parameters();
        flopsPerCall = 2 * verifier.parameters() * tokensPerCall;
        perPromptToken = policy.price().input();
        perCachedToken = policy.price().cached().orElse(0);
        perToken = policy.price().output();
        perCall = verifier.price().input() * tokensPerCall;
        timeline = new Timeline(latency, verifier.latency(), costs.tokensPerCall());
    }

    void reset(int stepsOfOneSolution) {
        stepsPerSolution = stepsOfOneSolution;
        steps = 0;
        tokens = 0;
        verifierCalls = 0;
        promptTokens = 0;
        samples = 0;
        readTokens = 0;
        recalledTokens = 0;
        timeline.reset();
    }

    /** From here on verifier calls are those of the outcome verifier of a number. */
    void judgeBy(int number) {}

    /** All tokens that the policy read, but for those from its cache. */
    long freshTokens() {
        return promptTokens + readTokens;
    }

    /** All tokens that the policy read from its cache. */
    long cachedTokens() {
        return Math.max(0, samples - 1) * promptTokens + recalledTokens;
    }

    /** How long a policy call that generates so many tokens takes. */
    double nanos(double generated) {
        return latency.nanos(generated);
    }

    /** What was spent, in the whole units of {@link Resource}, as far as a long goes. */
    long spent(Resource resource) {
        return switch (resource) {
            case GENERATIONS -> steps / stepsPerSolution;
            case STEPS -> steps;
            case TOKENS -> tokens;
            case INPUT_TOKENS -> inputTokens(freshTokens() + cachedTokens(), verifierCalls);
            case VERIFIER_CALLS -> verifierCalls;
            case ROUNDS -> timeline.rounds();
            case LATENCY -> (long) timeline.nanos();
            case FLOPS -> (long) flops(freshTokens(), tokens, verifierCalls);
            case USD -> Math.round(1e9 * usd(freshTokens(), cachedTokens(), tokens, verifierCalls));
        };
    }

    /**
     * Whether what is spent after one more policy call, and {@code calls} more verifier calls on what the round made, is
     * within a budget.
     *
     * @param counted the budget of what is counted one by one
     * @param measured the budget of what is measured
     * @param fresh all tokens that the policy has read then, but for those from its cache
     * @param cached all tokens that it has read from its cache then
     */
    boolean pays(
            Resource resource,
            long counted,
            double measured,
            long addedSteps,
            long addedTokens,
            long calls,
            long fresh,
            long cached,
            boolean continues) {
        return switch (resource) {
            case GENERATIONS, STEPS -> steps + addedSteps <= counted;
            case TOKENS -> tokens + addedTokens <= counted;
            case INPUT_TOKENS -> inputTokens(fresh + cached, verifierCalls + calls) <= counted;
            case VERIFIER_CALLS -> verifierCalls + calls <= counted;
            case ROUNDS -> timeline.roundsAfterPolicy(continues) <= counted;
            case LATENCY -> timeline.nanosAfter(nanos(addedTokens), calls, continues) <= measured;
            case FLOPS -> flops(fresh, tokens + addedTokens, verifierCalls + calls) <= measured;
            case USD -> microDollars(fresh, cached, tokens + addedTokens, verifierCalls + calls) <= measured;
        };
    }

    /** Whether what is spent after one more of the verifier calls issued is within a budget, as in {@link #pays}. */
    boolean paysVerify(Resource resource, long counted, double measured) {
        return switch (resource) {
            case GENERATIONS, STEPS, TOKENS, ROUNDS -> true;
            case INPUT_TOKENS -> inputTokens(freshTokens() + cachedTokens(), verifierCalls + 1) <= counted;
            case VERIFIER_CALLS -> verifierCalls + 1 <= counted;
            case LATENCY -> timeline.nanosAfterVerify() <= measured;
            case FLOPS -> flops(freshTokens(), tokens, verifierCalls + 1) <= measured;
            case USD -> microDollars(freshTokens(), cachedTokens(), tokens, verifierCalls + 1) <= measured;
        };
    }

    /** All tokens read, of so many that the policy read and so many verifier calls. */
    private long inputTokens(long read, long calls) {
        return read + tokensPerCall * calls;
    }

    /** All tokens read, of so many that the policy read, afresh and from its cache, and so many verifier calls. */
    public double inputTokens(double fresh, double cached, double calls) {
        return fresh + cached + tokensPerCall * calls;
    }

    /** The floating-point operations of so many tokens read afresh and generated, and verifier calls. */
    public double flops(double fresh, double generated, double calls) {
        return flopsPerToken * (fresh + generated) + flopsPerCall * calls;
    }

    /** The dollars of so many tokens read afresh, read from the cache and generated, and verifier calls. */
    public double usd(double fresh, double cached, double generated, double calls) {
        return microDollars(fresh, cached, generated, calls) / TOKENS_PER_PRICE;
    }

    /** Millionths of a dollar; a price of any size, times a whole number, is no less than the price. */
    double microDollars(double fresh, double cached, double generated, double calls) {
        return perPromptToken * fresh + perToken * generated + perCall * calls + perCachedToken * cached;
    }
}
