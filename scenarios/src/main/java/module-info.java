/** The application: scenario files, plugins, the command line, results and reports. */
module overthink.scenarios {
    requires info.picocli;
    requires java.desktop;
    requires java.sql;
    requires jdk.httpserver;
    requires org.apache.commons.csv;
    requires org.apache.pdfbox;
    requires org.snakeyaml.engine;
    requires overthink.core;
    requires overthink.core.testkit;
    requires tools.jackson.core;
    requires static org.jspecify;

    uses overthink.core.api.StrategyProvider;

    opens overthink.scenarios.command to
            info.picocli;
}
