package overthink.core.fit.curve;

/** What a rule gives on average for every k candidates of some that a problem has. Not for use by several threads. */
interface Statistic {

    /**
     * Computes the values.
     *
     * @param problem from 0
     * @param candidates which of its candidates there are, at least one
     * @param ks at least 1 each; those above the number of candidates are passed over
     * @param into receives the value at each k
     */
    void of(int problem, int[] candidates, int[] ks, double[] into);
}
