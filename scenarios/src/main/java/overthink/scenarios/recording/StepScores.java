package overthink.scenarios.recording;

/** How scores of steps become the score of a candidate. */
public enum StepScores {
    /** That of the last step. */
    LAST,
    /** The least. */
    MIN,
    /** The product, for scores that are probabilities. */
    PRODUCT,
    /** The mean. */
    MEAN;

    /** The score; NaN of no steps. */
    double of(double[] steps, int from, int to) {
        if (from == to) {
            return Double.NaN;
        }
        double least = steps[from];
        double product = 1;
        double sum = 0;
        for (int i = from; i < to; i++) {
            least = Math.min(least, steps[i]);
            product *= steps[i];
            sum += steps[i];
        }
        return switch (this) {
            case LAST -> steps[to - 1];
            case MIN -> least;
            case PRODUCT -> product;
            case MEAN -> sum / (to - from);
        };
    }
}
