/**
 * The simulator without files or terminals: laws, worlds, the referee that meters and grades, estimates and exact values.
 *
 * <p>{@link overthink.core.api} is for everybody. The other packages know the truth that strategies must not see, and are
 * exported to the application alone.
 */
module overthink.core {
    requires transitive org.apache.commons.rng.api;
    requires commons.math3;
    requires org.apache.commons.numbers.gamma;
    requires org.apache.commons.rng.sampling;
    requires org.apache.commons.rng.simple;
    requires org.apache.commons.statistics.distribution;
    requires org.apache.commons.statistics.inference;
    requires org.apache.commons.statistics.interval;
    requires static org.jspecify;

    exports overthink.core.api;
    exports overthink.core.estimate to
            overthink.scenarios;
    exports overthink.core.exact.selection to
            overthink.scenarios;
    exports overthink.core.experiment to
            overthink.scenarios;
    exports overthink.core.fault to
            overthink.scenarios;
    exports overthink.core.law.answer to
            overthink.scenarios;
    exports overthink.core.law.cost to
            overthink.scenarios;
    exports overthink.core.law.difficulty to
            overthink.scenarios;
    exports overthink.core.law.step to
            overthink.scenarios;
    exports overthink.core.law.verifier to
            overthink.scenarios;
    exports overthink.core.model to
            overthink.scenarios;
    exports overthink.core.results to
            overthink.scenarios;
    exports overthink.core.run to
            overthink.scenarios;
    exports overthink.core.world to
            overthink.scenarios;
}
