package overthink.core.fit.difficulty;

/** The probability of each group's counts under the laws of one family. */
interface Marginals {

    /**
     * Writes the logarithms of the probabilities of all groups' counts.
     *
     * @param laws the laws looked at
     * @param point which of them
     * @param into one for each group
     */
    void logOf(Lattice laws, int point, double[] into);
}
