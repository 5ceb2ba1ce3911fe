/**
 * The simulator without files or terminals: laws, worlds, the referee that meters and grades, estimates and exact values.
 *
 * <p>{@link overthink.core.api} is for everybody. The other packages know the truth that strategies must not see, and are
 * exported to the application alone.
 */
module overthink.core {
    requires transitive org.apache.commons.rng.api;
    requires commons.math3;
    requires static org.jspecify;

    exports overthink.core.api;
    exports overthink.core.estimate to
            overthink.core.testkit,
            overthink.scenarios;
    exports overthink.core.exact.allocation to
            overthink.scenarios;
    exports overthink.core.exact.selection to
            overthink.scenarios;
    exports overthink.core.experiment to
            overthink.core.testkit,
            overthink.scenarios;
    exports overthink.core.fault to
            overthink.core.testkit,
            overthink.scenarios;
    exports overthink.core.fit to
            overthink.scenarios;
    exports overthink.core.fit.answer to
            overthink.scenarios;
    exports overthink.core.fit.baseline to
            overthink.scenarios;
    exports overthink.core.fit.curve to
            overthink.scenarios;
    exports overthink.core.fit.difficulty to
            overthink.scenarios;
    exports overthink.core.fit.forecast to
            overthink.scenarios;
    exports overthink.core.fit.verifier to
            overthink.scenarios;
    exports overthink.core.fit.world to
            overthink.scenarios;
    exports overthink.core.law.answer to
            overthink.core.testkit,
            overthink.scenarios;
    exports overthink.core.law.chain to
            overthink.core.testkit,
            overthink.scenarios;
    exports overthink.core.law.cost to
            overthink.core.testkit,
            overthink.scenarios;
    exports overthink.core.law.difficulty to
            overthink.core.testkit,
            overthink.scenarios;
    exports overthink.core.law.idea to
            overthink.core.testkit,
            overthink.scenarios;
    exports overthink.core.law.reading to
            overthink.core.testkit,
            overthink.scenarios;
    exports overthink.core.law.part to
            overthink.core.testkit,
            overthink.scenarios;
    exports overthink.core.law.quality to
            overthink.core.testkit,
            overthink.scenarios;
    exports overthink.core.law.step to
            overthink.core.testkit,
            overthink.scenarios;
    exports overthink.core.law.verifier to
            overthink.core.testkit,
            overthink.scenarios;
    exports overthink.core.model to
            overthink.core.testkit,
            overthink.scenarios;
    exports overthink.core.model.part to
            overthink.core.testkit,
            overthink.scenarios;
    exports overthink.core.model.quality to
            overthink.core.testkit,
            overthink.scenarios;
    exports overthink.core.results to
            overthink.core.testkit,
            overthink.scenarios;
    exports overthink.core.run to
            overthink.core.testkit,
            overthink.scenarios;
    exports overthink.core.trial to
            overthink.core.testkit;
    exports overthink.core.world to
            overthink.core.testkit,
            overthink.scenarios;
}
