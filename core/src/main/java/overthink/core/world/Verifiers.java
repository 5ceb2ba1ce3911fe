package overthink.core.world;

import org.jspecify.annotations.Nullable;
import overthink.core.law.cost.Tariff;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.Verifier;

/**
 * What judges the policy's work; a part that is null does not exist in this world.
 *
 * @param outcome scores candidates
 * @param process scores nodes
 * @param judge compares candidates
 * @param tokensPerCall tokens that a call of any of them reads, at least 0 and at most
 *     {@value #MOST_TOKENS_PER_CALL}
 * @param tariff what those tokens cost; a call generates none, so that its price of output must be 0
 */
public record Verifiers(
        @Nullable Verifier outcome,
        @Nullable Verifier process,
        @Nullable Judge judge,
        int tokensPerCall,
        Tariff tariff) {

    /** The most tokens that a call reads. */
    public static final int MOST_TOKENS_PER_CALL = 1_000_000_000;

    /** No verifier. */
    public static final Verifiers NONE = new Verifiers(null, null, null, 0, Tariff.FREE);

    /**
     * Checks the ranges and what must fit.
     *
     * @throws IllegalArgumentException when {@code tokensPerCall} is outside its range, tokens generated have a price, the outcome verifier has persistence, or the
     *     process verifier's noise has an answer's share
     */
    public Verifiers {
        if (tokensPerCall < 0 || tokensPerCall > MOST_TOKENS_PER_CALL) {
            throw new IllegalArgumentException("tokens-per-call must be between 0 and %d, not %d"
                    .formatted(MOST_TOKENS_PER_CALL, tokensPerCall));
        }
        if (tariff.price().output() != 0) {
            throw new IllegalArgumentException(
                    "a verifier's call reads tokens and generates none: its price of output must be 0, not "
                            + tariff.price().output());
        }
        if (outcome != null && outcome.persistence() != 0) {
            throw new IllegalArgumentException("only a process verifier has persistence");
        }
        if (process != null && process.shares().answer() != 0) {
            throw new IllegalArgumentException(
                    "a process verifier shares noise by problem, path and call, not by answer");
        }
    }

    /** An outcome verifier alone, free of cost. */
    public static Verifiers outcome(Verifier outcome) {
        return new Verifiers(outcome, null, null, 0, Tariff.FREE);
    }

    /** A process verifier alone, free of cost. */
    public static Verifiers process(Verifier process) {
        return new Verifiers(null, process, null, 0, Tariff.FREE);
    }
}
