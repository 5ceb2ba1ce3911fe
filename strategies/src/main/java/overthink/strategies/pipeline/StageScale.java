package overthink.strategies.pipeline;

/**
 * By how much the {@code n} of a pipeline's stages are multiplied: the largest of them comes to some number, the others to their
 * share of that, rounded down, at least 1.
 */
final class StageScale {

    private final long stated;
    private long largest;

    /**
     * None: all are as stated.
     *
     * @param stated the largest as stated, at least 1
     */
    StageScale(long stated) {
        this.stated = stated;
        largest = stated;
    }

    /** The largest comes to so many. */
    void largest(long number) {
        largest = number;
    }

    /** What a number comes to. */
    int of(int n) {
        double scaled = Math.floor((double) n * largest / stated);
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, scaled));
    }
}
