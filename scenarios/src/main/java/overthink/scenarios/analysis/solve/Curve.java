package overthink.scenarios.analysis.solve;

import java.util.List;

/** A number that depends on another. */
@FunctionalInterface
public interface Curve {

    /**
     * The curve at some places, in their order. The same place always has the same value: what is random there has the same
     * addresses everywhere, so that values at different places are paired.
     */
    List<LookedPoint> at(List<Double> places);

    /** How many places cost about as much as one. */
    default int together() {
        return 1;
    }
}
