package overthink.core.exact.search;

import overthink.core.exact.Approximation;

/**
 * The best of all children in the last step of trees that do not know of one another: each tree has {@code width} children of one
 * node, which is sound with the same probability in every tree.
 */
public interface Forest {

    /**
     * The chance that the best child of all is sound, of equals the first.
     *
     * @param parent the chance that a tree's node is sound
     * @param stays the chance that a child of a sound one is
     * @param recovers the chance that a child of a flawed one is
     * @param trees how many there are, at least 1
     * @param width children of each, at least 1
     */
    Approximation at(double parent, double stays, double recovers, long trees, long width);

    /** {@link #at} of trees without end. */
    double limit(double parent, double stays, double recovers, long width);
}
