package overthink.core.fit.answer;

/** What makes the weight of an answer in a vote; of equal weights the answer seen first wins. */
public enum VoteWeight {
    /** The number of its votes: the majority. */
    COUNT,
    /** The sum of its candidates' probabilities r = 1/(1 + e<sup>−s</sup>). */
    SUM,
    /** The mean of its candidates' probabilities. */
    MEAN,
    /** The greatest of its candidates' scores. */
    MAX,
    /** The sum of its candidates' scores s as they were recorded. */
    LOGIT_SUM,
    /** The square root of its votes times the mean of its candidates' scores s (Chen et al. 2023, CodeT). */
    ROOT_COUNT;

    /** Whether it needs no scores. */
    public boolean isCount() {
        return this == COUNT;
    }

    /** Whether an answer's weight grows with its votes, and with which power. */
    double power() {
        return switch (this) {
            case COUNT, SUM, LOGIT_SUM -> 1;
            case ROOT_COUNT -> 0.5;
            case MEAN, MAX -> 0;
        };
    }
}
