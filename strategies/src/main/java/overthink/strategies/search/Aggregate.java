package overthink.strategies.search;

import java.util.List;
import java.util.Locale;
import overthink.core.api.LogOdds;
import overthink.core.api.ParameterSpec;
import overthink.core.api.Parameters;

/** How the process scores r = 1/(1 + e<sup>−s</sup>) along a path make the value that nodes are compared by. */
enum Aggregate {
    /** The latest score. */
    LAST,
    /** The least score. */
    MIN,
    /** The product of all scores. */
    PRODUCT;

    static ParameterSpec parameter() {
        return ParameterSpec.choice(
                "aggregate",
                List.of("last", "min", "product"),
                "how the process scores along a path make the value that nodes are compared by");
    }

    static Aggregate of(Parameters parameters) {
        return valueOf(parameters.choice("aggregate").toUpperCase(Locale.ROOT));
    }

    /**
     * The value of a node, on a scale that grows with it: log-odds, of a product its logarithm.
     *
     * @param parent the value of its parent; of a first step, {@link #start()}
     * @param score its own process score in log-odds
     */
    double value(double parent, double score) {
        return switch (this) {
            case LAST -> score;
            case MIN -> Math.min(parent, score);
            case PRODUCT -> parent + LogOdds.logProbability(score);
        };
    }

    /** The value of the empty solution. */
    double start() {
        return this == MIN ? Double.POSITIVE_INFINITY : 0;
    }
}
