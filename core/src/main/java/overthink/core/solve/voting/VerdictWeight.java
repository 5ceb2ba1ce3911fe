package overthink.core.solve.voting;

import overthink.core.api.Law;
import overthink.core.api.LogOdds;
import overthink.core.law.verifier.Scoring;

/**
 * An answer's weight in a vote, when scores are verdicts: made of how many of its candidates are accepted and how many are
 * not.
 *
 * @param rule how scores make it
 * @param accepted the score of an accepted candidate, as it enters the weight
 * @param rejected that of another
 */
record VerdictWeight(Law.Weight rule, double accepted, double rejected) {

    static VerdictWeight of(Law.Weight rule, Scoring.Verdict verdict) {
        boolean probabilities = rule == Law.Weight.SUM || rule == Law.Weight.MEAN;
        return probabilities
                ? new VerdictWeight(
                        rule, LogOdds.probability(verdict.accepted()), LogOdds.probability(verdict.rejected()))
                : new VerdictWeight(rule, verdict.accepted(), verdict.rejected());
    }

    /**
     * The weight of an answer.
     *
     * @param yes how many of its candidates are accepted
     * @param no how many are not; at least one is one or the other
     */
    double of(long yes, long no) {
        return switch (rule) {
            case SUM, LOGIT_SUM -> yes * accepted + no * rejected;
            case MEAN -> (yes * accepted + no * rejected) / (yes + no);
            case MAX -> yes > 0 ? accepted : rejected;
        };
    }
}
