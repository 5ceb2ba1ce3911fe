package overthink.core.exact;

import java.util.OptionalDouble;

/**
 * The accuracy of a choice among candidates of several kinds, as those of several policies are, on one problem as a function of how
 * many there are of each kind. Those of the first kind come first.
 */
public interface PooledAccuracy {

    /**
     * The accuracy.
     *
     * @param counts by kind, at least 0 and one of them above it
     */
    Approximation at(long[] counts);

    /** The accuracy as the numbers of all kinds, which are equal, grow without end; empty where that is not known. */
    default OptionalDouble limit() {
        return OptionalDouble.empty();
    }
}
