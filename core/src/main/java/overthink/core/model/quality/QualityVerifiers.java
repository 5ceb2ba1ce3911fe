package overthink.core.model.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.core.law.cost.Tariff;
import overthink.core.law.quality.QualityJudge;
import overthink.core.law.quality.QualityVerifier;
import overthink.core.world.Verifiers;

/**
 * What judges quality.
 *
 * @param outcome scores candidates, by name, in order; none when there is none
 * @param process scores nodes; null when there is none
 * @param judge compares candidates; null when there is none
 * @param tokensPerCall tokens that a call of any of them reads
 * @param tariff what those tokens cost; a call generates none
 */
public record QualityVerifiers(
        Map<String, QualityVerifier> outcome,
        @Nullable QualityVerifier process,
        @Nullable QualityJudge judge,
        int tokensPerCall,
        Tariff tariff) {

    /** What the only outcome verifier is called. */
    public static final String OUTCOME = "outcome";

    /** The most outcome verifiers. */
    public static final int MOST = 16;

    /** No verifier. */
    public static final QualityVerifiers NONE = new QualityVerifiers(Map.of(), null, null, 0, Tariff.FREE);

    /**
     * Copies the map and checks the ranges.
     *
     * @throws IllegalArgumentException when one is outside its range, there are too many outcome verifiers, tokens generated
     *     have a price, an outcome verifier has persistence, or the process verifier's noise has an answer's share
     */
    public QualityVerifiers {
        outcome = Collections.unmodifiableMap(new LinkedHashMap<>(outcome));
        Verifiers.TOKENS_PER_CALL.check("tokens-per-call", tokensPerCall);
        if (outcome.size() > MOST) {
            throw new IllegalArgumentException(
                    "there are at most %d outcome verifiers, not %d".formatted(MOST, outcome.size()));
        }
        if (tariff.price().output() != 0) {
            throw new IllegalArgumentException(
                    "a verifier's call reads tokens and generates none: its price of output must be 0, not "
                            + tariff.price().output());
        }
        if (outcome.values().stream().anyMatch(one -> one.persistence() != 0)) {
            throw new IllegalArgumentException("only a process verifier has persistence");
        }
        if (process != null && process.shares().answer() > 0) {
            throw new IllegalArgumentException(
                    "a process verifier shares noise by problem, path and call, not by answer");
        }
    }

    /** An outcome verifier alone, free of cost. */
    public static QualityVerifiers outcome(QualityVerifier outcome) {
        return new QualityVerifiers(Map.of(OUTCOME, outcome), null, null, 0, Tariff.FREE);
    }

    /** A process verifier alone, free of cost. */
    public static QualityVerifiers process(QualityVerifier process) {
        return new QualityVerifiers(Map.of(), process, null, 0, Tariff.FREE);
    }

    /** The names of the outcome verifiers, in order. */
    public List<String> names() {
        return new ArrayList<>(outcome.keySet());
    }
}
