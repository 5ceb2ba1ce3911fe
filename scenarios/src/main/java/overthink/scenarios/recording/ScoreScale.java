package overthink.scenarios.recording;

/** What the numbers in a column of scores are. */
public enum ScoreScale {
    /** Probabilities when all are between 0 and 1, else amounts. */
    AUTO,
    /** The probability that the candidate is right. */
    PROBABILITIES,
    /** ln(p ÷ (1 − p)) of that probability. */
    LOG_ODDS,
    /** Numbers whose sums count: as probabilities, from the least or 0 to the greatest. */
    AMOUNTS;

    /** Log-odds of what is certain. */
    private static final double CERTAIN = 40;

    /** What they are, given the least and the greatest of them. */
    ScoreScale of(double least, double greatest) {
        return this != AUTO ? this : least >= 0 && greatest <= 1 ? PROBABILITIES : AMOUNTS;
    }

    /** A score as log-odds, at most those of what is certain. */
    double logOdds(double score, double least, double greatest) {
        double odds = switch (this) {
            case LOG_ODDS -> score;
            case AUTO, PROBABILITIES -> logit(score);
            case AMOUNTS -> {
                double from = Math.min(0, least);
                yield greatest == from ? 0 : logit((score - from) / (greatest - from));
            }
        };
        return Math.max(-CERTAIN, Math.min(CERTAIN, odds));
    }

    private static double logit(double p) {
        return p <= 0 ? -CERTAIN : p >= 1 ? CERTAIN : StrictMath.log(p) - StrictMath.log1p(-p);
    }
}
