package overthink.core.trial;

import overthink.core.law.cost.Latency;
import overthink.core.law.cost.Tariff;

/** What one policy read and generated in a trial, and what tokens cost it. */
final class PolicyWork {

    /** Whether its revisions and merges read from the cache what was read before. */
    final boolean caching;

    final Latency latency;
    long tokens;
    /** Tokens of the prompt, once it has read it. */
    long promptTokens;
    /** Samples begun, all of which read the prompt together, once. */
    long samples;
    /** Tokens that revisions, merges and steps after others' read, but for those from the cache: the prompt again, and candidates. */
    long readTokens;
    /** Tokens that revisions and merges read from the cache. */
    long recalledTokens;

    private final double flopsPerToken;
    /** Dollars for a million times the thing. */
    private final double perPromptToken;

    private final double perCachedToken;
    private final double perToken;

    PolicyWork(Tariff tariff) {
        latency = tariff.latency();
        flopsPerToken = 2 * tariff.parameters();
        caching = tariff.price().cached().isPresent();
        perPromptToken = tariff.price().input();
        perCachedToken = tariff.price().cached().orElse(0);
        perToken = tariff.price().output();
    }

    void clear() {
        tokens = 0;
        promptTokens = 0;
        samples = 0;
        readTokens = 0;
        recalledTokens = 0;
    }

    /** What it reads from here on is another prompt: that of before counts as read, and is not read again. */
    void turnPage() {
        recalledTokens += Math.max(0, samples - 1) * promptTokens;
        readTokens += promptTokens;
        promptTokens = 0;
        samples = 0;
    }

    /** All tokens that it read, but for those from its cache. */
    long fresh() {
        return promptTokens + readTokens;
    }

    /** All tokens that it read from its cache. */
    long cached() {
        return Math.max(0, samples - 1) * promptTokens + recalledTokens;
    }

    /** Floating-point operations of so many tokens. */
    double flops(double fresh, double generated) {
        return flopsPerToken * (fresh + generated);
    }

    /** Millionths of a dollar that so many tokens cost. */
    double microDollars(double fresh, double cached, double generated) {
        return perPromptToken * fresh + perToken * generated + perCachedToken * cached;
    }
}
