package overthink.core.estimate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a trial comes to beside its accuracy and its mean cost. What is not known, or takes watching trials and was not asked
 * for, is {@code NaN}.
 *
 * @param correct candidates per trial that are right
 * @param distinct answers per trial, of all candidates together
 * @param length tokens of the candidate that was committed, over the trials that gave an answer
 * @param divergence Kullback–Leibler divergence, in nats, of the law of the candidate that best-of-N commits from the policy's:
 *     log N − (N − 1)/N, which it does not exceed and reaches as far as no two candidates have one score (Beirami et al. 2024,
 *     “Theoretical guarantees on the best-of-n alignment policy”); of no other strategy
 * @param costPopulationStdError standard errors of the mean costs over the population that the problems were drawn from;
 *     {@code NaN} for one problem
 * @param latencySeconds quantiles of a trial's latency in seconds
 * @param tokens quantiles of the tokens that a trial generates
 * @param usd quantiles of the dollars that a trial costs
 * @param quality of the candidate that was committed, over the trials that gave an answer, by the name of each of its numbers; empty
 *     where quality is no number
 * @param passRates what a trial says of the chance that a candidate is accepted
 * @param costShares how much of the mean cost goes to each policy and verifier; {@link CostShares#NONE} where there are not several
 * @param costParts what the mean cost goes for
 */
public record PerTrial(
        Mean correct,
        Mean distinct,
        Mean length,
        double divergence,
        Cost costPopulationStdError,
        Quantiles latencySeconds,
        Quantiles tokens,
        Quantiles usd,
        Map<String, Mean> quality,
        PassRates passRates,
        CostShares costShares,
        CostParts costParts) {

    /** Copies the map, in order. */
    public PerTrial {
        quality = Collections.unmodifiableMap(new LinkedHashMap<>(quality));
    }

    /** What there is where quality is no number. */
    public PerTrial(
            Mean correct,
            Mean distinct,
            Mean length,
            double divergence,
            Cost costPopulationStdError,
            Quantiles latencySeconds,
            Quantiles tokens,
            Quantiles usd) {
        this(
                correct,
                distinct,
                length,
                divergence,
                costPopulationStdError,
                latencySeconds,
                tokens,
                usd,
                Map.of(),
                PassRates.UNKNOWN,
                CostShares.NONE,
                CostParts.NONE);
    }

    /** This with other shares and parts of the mean cost. */
    public PerTrial with(CostShares shares, CostParts parts) {
        return new PerTrial(
                correct,
                distinct,
                length,
                divergence,
                costPopulationStdError,
                latencySeconds,
                tokens,
                usd,
                quality,
                passRates,
                shares,
                parts);
    }

    /** This with the quantiles that another knows and this one does not. */
    public PerTrial withQuantilesOf(PerTrial other) {
        return new PerTrial(
                correct,
                distinct,
                length,
                divergence,
                costPopulationStdError,
                latencySeconds.orElse(other.latencySeconds),
                tokens.orElse(other.tokens),
                usd.orElse(other.usd),
                quality,
                passRates,
                costShares,
                costParts);
    }

    /** The quality as a whole; unknown where it is no number. */
    public Mean wholeQuality() {
        return quality.isEmpty() ? Mean.UNKNOWN : quality.values().iterator().next();
    }

    /** Nothing is known. */
    public static final PerTrial UNKNOWN = new PerTrial(
            Mean.UNKNOWN,
            Mean.UNKNOWN,
            Mean.UNKNOWN,
            Double.NaN,
            Cost.UNKNOWN,
            Quantiles.UNKNOWN,
            Quantiles.UNKNOWN,
            Quantiles.UNKNOWN);
}
