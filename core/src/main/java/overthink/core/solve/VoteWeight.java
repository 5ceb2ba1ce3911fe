package overthink.core.solve;

import overthink.core.api.LogOdds;
import overthink.core.law.verifier.Scoring;

/** How {@code weighted-vote} makes an answer's weight of the scores of its candidates, when the scores are verdicts. */
enum VoteWeight {
    /** The sum of scores as probabilities. */
    SUM("sum"),
    /** Their mean. */
    MEAN("mean"),
    /** The greatest score. */
    MAX("max"),
    /** The sum of scores in log-odds. */
    LOGIT_SUM("logit-sum");

    private final String label;

    VoteWeight(String label) {
        this.label = label;
    }

    /** The weight of a name. */
    static VoteWeight of(String label) {
        for (VoteWeight weight : values()) {
            if (weight.label.equals(label)) {
                return weight;
            }
        }
        throw new IllegalArgumentException("weighted-vote has no weight " + label);
    }

    /** The score of one candidate, as it enters the weight. */
    double score(Scoring.Verdict verdict, boolean accepted) {
        double logOdds = accepted ? verdict.accepted() : verdict.rejected();
        return this == SUM || this == MEAN ? LogOdds.probability(logOdds) : logOdds;
    }

    /**
     * The weight of an answer.
     *
     * @param yes how many of its candidates are accepted
     * @param no how many are not; at least one is one or the other
     * @param accepted the {@link #score} of those
     * @param rejected the {@link #score} of these
     */
    double of(long yes, long no, double accepted, double rejected) {
        return switch (this) {
            case SUM, LOGIT_SUM -> yes * accepted + no * rejected;
            case MEAN -> (yes * accepted + no * rejected) / (yes + no);
            case MAX -> yes > 0 ? accepted : rejected;
        };
    }
}
