package overthink.core.world;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import overthink.core.api.WholeRange;
import overthink.core.law.cost.Tariff;
import overthink.core.law.verifier.Judge;
import overthink.core.law.verifier.Variation;
import overthink.core.law.verifier.Verifier;

/**
 * What judges the policy's work; a part that is null does not exist in this world.
 *
 * @param outcome scores candidates; where several do, the first of them
 * @param process scores nodes
 * @param judge compares candidates
 * @param tokensPerCall tokens that a call of any of them reads, those of the panel apart, in
 *     {@link #TOKENS_PER_CALL}
 * @param tariff what those tokens cost; a call generates none, so that its price of output must be 0
 * @param panel the outcome verifiers by name, where there are several; {@link VerifierPanel#NONE} otherwise
 */
public record Verifiers(
        @Nullable Verifier outcome,
        @Nullable Verifier process,
        @Nullable Judge judge,
        int tokensPerCall,
        Tariff tariff,
        VerifierPanel panel) {

    /** What the tokens that a call reads may be. */
    public static final WholeRange TOKENS_PER_CALL = new WholeRange(0, 1_000_000_000);

    /** No verifier. */
    public static final Verifiers NONE = new Verifiers(null, null, null, 0, Tariff.FREE);

    /**
     * Checks the ranges and what must fit.
     *
     * @throws IllegalArgumentException when {@code tokensPerCall} is outside its range, tokens generated have a price, the outcome
     *     verifier has persistence or is not the first of the panel, or the process verifier's noise has an answer's share
     */
    public Verifiers {
        TOKENS_PER_CALL.check("tokens-per-call", tokensPerCall);
        checkReading(tariff);
        if (outcome != null) {
            checkOutcome(outcome);
        }
        if (process != null && process.answersShare()) {
            throw new IllegalArgumentException(
                    "a process verifier shares noise by problem, path and call, not by answer");
        }
        if (panel.size() > 0 && !panel.members().get(0).verifier().equals(outcome)) {
            throw new IllegalArgumentException("the outcome verifier is the first of the panel");
        }
    }

    /** Verifiers of which none has a name. */
    public Verifiers(
            @Nullable Verifier outcome,
            @Nullable Verifier process,
            @Nullable Judge judge,
            int tokensPerCall,
            Tariff tariff) {
        this(outcome, process, judge, tokensPerCall, tariff, VerifierPanel.NONE);
    }

    /** What judges and has no name of its own, by its kind: {@code outcome}, {@code process} and {@code judge}, as far as there are such. */
    public List<String> unnamed() {
        List<String> kinds = new ArrayList<>();
        if (outcome != null && panel.size() == 0) {
            kinds.add("outcome");
        }
        if (process != null) {
            kinds.add("process");
        }
        if (judge != null) {
            kinds.add("judge");
        }
        return kinds;
    }

    static void checkReading(Tariff tariff) {
        if (tariff.price().output() != 0) {
            throw new IllegalArgumentException(
                    "a verifier's call reads tokens and generates none: its price of output must be 0, not "
                            + tariff.price().output());
        }
    }

    static void checkOutcome(Verifier outcome) {
        if (outcome.variations().stream().anyMatch(Variation.Depth.class::isInstance)) {
            throw new IllegalArgumentException(
                    "first and last are for a process verifier: an outcome verifier sees whole solutions");
        }
        if (outcome.persistence() != 0) {
            throw new IllegalArgumentException("only a process verifier has persistence");
        }
    }

    /** Several outcome verifiers by name, with the same process verifier and judge. */
    public Verifiers with(VerifierPanel several) {
        return new Verifiers(several.members().get(0).verifier(), process, judge, tokensPerCall, tariff, several);
    }

    /**
     * These verifiers with what goes by level in the order in which a world has its levels.
     *
     * @throws IllegalArgumentException when one goes by other levels
     */
    public Verifiers inOrder(List<String> levels) {
        boolean varied = outcomes().stream().anyMatch(one -> !one.variations().isEmpty())
                || (process != null && !process.variations().isEmpty());
        if (!varied) {
            return this;
        }
        VerifierPanel ordered = panel.size() == 0
                ? VerifierPanel.NONE
                : new VerifierPanel(
                        panel.members().stream()
                                .map(one -> new NamedVerifier(
                                        one.name(), one.verifier().inOrder(levels), one.tokensPerCall(), one.tariff()))
                                .toList(),
                        panel.correlation());
        return new Verifiers(
                outcome == null ? null : outcome.inOrder(levels),
                process == null ? null : process.inOrder(levels),
                judge,
                tokensPerCall,
                tariff,
                ordered);
    }

    /** The outcome verifiers, in order. */
    public List<Verifier> outcomes() {
        if (panel.size() > 0) {
            return panel.members().stream().map(NamedVerifier::verifier).toList();
        }
        return outcome == null ? List.of() : List.of(outcome);
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
