package overthink.core.route;

/** Hears what came of a trial at one budget after the other. */
@FunctionalInterface
public interface OutcomeListener {

    /**
     * Closes the next budget.
     *
     * @param answered whether an answer is given
     * @param correct whether it is right
     * @param covered whether some candidate so far is right
     */
    void close(boolean answered, boolean correct, boolean covered);
}
