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

    exports overthink.scenarios.cluster;

    uses overthink.core.api.StrategyProvider;
    uses overthink.scenarios.cluster.ClusterProvider;

    opens overthink.scenarios.command to
            info.picocli;
    opens overthink.scenarios.command.analysis to
            info.picocli;
    opens overthink.scenarios.command.catalog to
            info.picocli;
    opens overthink.scenarios.command.option to
            info.picocli;
    opens overthink.scenarios.command.page to
            info.picocli;
    opens overthink.scenarios.command.process to
            info.picocli;
    opens overthink.scenarios.command.recording to
            info.picocli;
    opens overthink.scenarios.command.run to
            info.picocli;
}
