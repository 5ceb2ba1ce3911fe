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
    /** Those of the verifier calls that are of outcome verifiers that cost something else than others. */
    final OutcomeCalls outcomeCalls;

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

    /** The outcome verifier that is asked, or would be. */
    private int outcome;

    /** Whose verifier calls are made: an outcome verifier's that costs something else than others, or {@link OutcomeCalls#OTHERS}. */
    private int charging = OutcomeCalls.OTHERS;

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
        outcomeCalls = new OutcomeCalls(costs.outcomes());
        timeline = new Timeline(latency, verifier.latency(), costs.tokensPerCall(), costs.outcomes());
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
        outcomeCalls.clear();
        timeline.reset();
    }

    /** From here on the outcome verifier that is asked is that of a number. */
    void judgeBy(int number) {
        outcome = number;
    }

    /** From here on verifier calls are those of the outcome verifier that is asked, or of others again. */
    void chargeOutcome(boolean ofOutcome) {
        charging = ofOutcome ? expected() : OutcomeCalls.OTHERS;
        timeline.turnTo(charging);
    }

    /** Whose calls are reckoned with before they are made: those of the outcome verifier that is asked, where they are told from others'. */
    private int expected() {
        return outcomeCalls.told() ? outcome : OutcomeCalls.OTHERS;
    }

    /** Charges verifier calls that are paid. */
    void verified(long calls) {
        verifierCalls += calls;
        outcomeCalls.add(charging, calls);
        timeline.verify(calls);
    }

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
            case INPUT_TOKENS -> inputTokensAfter(freshTokens() + cachedTokens(), charging, 0);
            case VERIFIER_CALLS -> verifierCalls;
            case ROUNDS -> timeline.rounds();
            case LATENCY -> (long) timeline.nanos();
            case FLOPS -> (long) flopsAfter(freshTokens(), tokens, charging, 0);
            case USD -> Math.round(1e9 * usd());
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
            case INPUT_TOKENS -> inputTokensAfter(fresh + cached, expected(), calls) <= counted;
            case VERIFIER_CALLS -> verifierCalls + calls <= counted;
            case ROUNDS -> timeline.roundsAfterPolicy(continues) <= counted;
            case LATENCY -> nanosAfter(addedTokens, calls, continues) <= measured;
            case FLOPS -> flopsAfter(fresh, tokens + addedTokens, expected(), calls) <= measured;
            case USD -> microDollarsAfter(fresh, cached, tokens + addedTokens, expected(), calls) <= measured;
        };
    }

    /** Whether what is spent after one more of the verifier calls issued is within a budget, as in {@link #pays}. */
    boolean paysVerify(Resource resource, long counted, double measured) {
        return switch (resource) {
            case GENERATIONS, STEPS, TOKENS, ROUNDS -> true;
            case INPUT_TOKENS -> inputTokensAfter(freshTokens() + cachedTokens(), charging, 1) <= counted;
            case VERIFIER_CALLS -> verifierCalls + 1 <= counted;
            case LATENCY -> timeline.nanosAfterVerify() <= measured;
            case FLOPS -> flopsAfter(freshTokens(), tokens, charging, 1) <= measured;
            case USD -> microDollarsAfter(freshTokens(), cachedTokens(), tokens, charging, 1) <= measured;
        };
    }

    private double nanosAfter(long addedTokens, long calls, boolean continues) {
        timeline.turnTo(expected());
        double nanos = timeline.nanosAfter(nanos(addedTokens), calls, continues);
        timeline.turnTo(charging);
        return nanos;
    }

    /** Verifier calls that are not told apart, after so many more of somebody. */
    private long othersAfter(int by, long more) {
        return verifierCalls - outcomeCalls.inAll() + (by == OutcomeCalls.OTHERS ? more : 0);
    }

    private long inputTokensAfter(long read, int by, long more) {
        return read + tokensPerCall * othersAfter(by, more) + outcomeCalls.tokensAfter(by, more);
    }

    private double flopsAfter(long fresh, long generated, int by, long more) {
        return flops(fresh, generated, othersAfter(by, more)) + outcomeCalls.flopsAfter(by, more);
    }

    private double microDollarsAfter(long fresh, long cached, long generated, int by, long more) {
        return microDollars(fresh, cached, generated, othersAfter(by, more)) + outcomeCalls.microDollarsAfter(by, more);
    }

    /** Dollars spent so far. */
    double usd() {
        return microDollarsAfter(freshTokens(), cachedTokens(), tokens, charging, 0) / TOKENS_PER_PRICE;
    }

    /** So many calls of the outcome verifier that is asked, by verifier, where they are told from others'. */
    double[] expectedCalls(double calls) {
        return outcomeCalls.only(expected(), calls);
    }

    /**
     * All tokens read, of so many that the policy read, afresh and from its cache, and so many verifier calls.
     *
     * @param calls in all
     * @param ofOutcomes those of them that are of outcome verifiers, by number, where these are told from others
     */
    public double inputTokens(double fresh, double cached, double calls, double[] ofOutcomes) {
        return fresh + cached + tokensPerCall * others(calls, ofOutcomes) + outcomeCalls.tokens(ofOutcomes);
    }

    /** The floating-point operations of so many tokens read afresh and generated, and verifier calls as in {@link #inputTokens}. */
    public double flops(double fresh, double generated, double calls, double[] ofOutcomes) {
        return flops(fresh, generated, others(calls, ofOutcomes)) + outcomeCalls.flops(ofOutcomes);
    }

    /** The dollars of so many tokens read afresh, read from the cache and generated, and verifier calls as in {@link #inputTokens}. */
    public double usd(double fresh, double cached, double generated, double calls, double[] ofOutcomes) {
        return microDollars(fresh, cached, generated, calls, ofOutcomes) / TOKENS_PER_PRICE;
    }

    /** Millionths of a dollar; a price of any size, times a whole number, is no less than the price. */
    double microDollars(double fresh, double cached, double generated, double calls, double[] ofOutcomes) {
        return microDollars(fresh, cached, generated, others(calls, ofOutcomes))
                + outcomeCalls.microDollars(ofOutcomes);
    }

    private static double others(double calls, double[] ofOutcomes) {
        double others = calls;
        for (double one : ofOutcomes) {
            others -= one;
        }
        return others;
    }

    private double flops(double fresh, double generated, double others) {
        return flopsPerToken * (fresh + generated) + flopsPerCall * others;
    }

    private double microDollars(double fresh, double cached, double generated, double others) {
        return perPromptToken * fresh + perToken * generated + perCall * others + perCachedToken * cached;
    }
}
