package overthink.strategies.search;

/** What tests see of a search beyond its calls of the session. */
interface SearchTrace {

    /** Looks at nothing. */
    SearchTrace NONE = new SearchTrace() {};

    /** Says how many children the next level may get. */
    default void width(int remaining) {}

    /**
     * Says what the search ended with, in its own order; the same node may stand there more than once.
     *
     * @param nodes the solutions
     * @param count how many of {@code nodes}, from index 0
     * @param selected the index of the one chosen
     */
    default void result(int[] nodes, int count, int selected) {}
}
