/** What the author of a strategy tests it with. JUnit is needed by the classes that are tests, and by nothing else. */
module overthink.core.testkit {
    requires java.management;
    requires jdk.management;
    requires transitive org.apache.commons.rng.api;
    requires org.apache.commons.statistics.distribution;
    requires static org.jspecify;
    requires static org.junit.jupiter.api;
    requires transitive overthink.core;

    exports overthink.core.testkit;
}
