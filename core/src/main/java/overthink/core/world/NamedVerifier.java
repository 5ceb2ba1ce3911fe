package overthink.core.world;

import overthink.core.law.cost.CallCost;
import overthink.core.law.cost.Tariff;
import overthink.core.law.verifier.Verifier;

/**
 * One of several outcome verifiers.
 *
 * @param name lower-case words joined by hyphens
 * @param verifier its law
 * @param tokensPerCall tokens that a call reads, in {@link Verifiers#TOKENS_PER_CALL}; 0 is the policy's own confidence
 * @param tariff what they cost; a call generates none, so that the price of output is 0
 */
public record NamedVerifier(String name, Verifier verifier, int tokensPerCall, Tariff tariff) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when the name is blank, {@code tokensPerCall} is outside its range, tokens generated have a
     *     price, or the verifier has persistence
     */
    public NamedVerifier {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a verifier among several needs a name");
        }
        Verifiers.TOKENS_PER_CALL.check("tokens-per-call", tokensPerCall);
        Verifiers.checkReading(tariff);
        Verifiers.checkOutcome(verifier);
    }

    /** What a call costs. */
    public CallCost cost() {
        return new CallCost(name, tokensPerCall, tariff);
    }
}
