package overthink.core.fit.difficulty;

/** The probabilities of groups' counts under the laws of one family, one law at a time. */
interface Marginals {

    /** Turns to a law of those looked at. */
    void turnTo(Lattice laws, int point);

    /** The logarithm of the probability of a group's counts under the law turned to. */
    double logOf(int group);
}
