package overthink.scenarios.command.option;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.Oversight;
import overthink.scenarios.cluster.Cluster;
import overthink.scenarios.cluster.ClusterRun;
import overthink.scenarios.cluster.Clusters;
import overthink.scenarios.command.process.InvalidInputException;
import overthink.scenarios.document.Scenario;
import picocli.CommandLine.Option;

/** Whether other machines play the trials, and which. */
public final class ClusterOptions implements AutoCloseable {

    @Option(
            names = "--cluster",
            paramLabel = "MASTER",
            description =
                    "Have a cluster of Apache Spark play the trials: spark://HOST:PORT (scenarios/cluster/start starts one here),"
                            + " local[N] or local-cluster[WORKERS,CORES,MEGABYTES]. The bytes of the results are the same.")
    private @Nullable String master;

    private @Nullable Cluster cluster;

    /**
     * Connects, if a cluster is named.
     *
     * @throws InvalidInputException when there is no such kind of cluster
     * @throws overthink.scenarios.cluster.ClusterException when it cannot be had
     */
    public void connect() {
        if (master != null) {
            try {
                cluster = Clusters.connect(master);
            } catch (IllegalArgumentException refused) {
                throw new InvalidInputException(List.of(String.valueOf(refused.getMessage())));
            }
        }
    }

    /** A scenario that the cluster plays; empty when none is named. */
    public Optional<ClusterRun> open(Scenario scenario, OverrideOptions options, Oversight oversight) {
        Cluster connected = cluster;
        return connected == null
                ? Optional.empty()
                : Optional.of(Clusters.open(
                        connected,
                        scenario,
                        new Clusters.Strategies(
                                options.pluginJars(), options.isolation(), options.patience(), oversight)));
    }

    /** Leaves the cluster. */
    @Override
    public void close() {
        if (cluster != null) {
            cluster.close();
        }
    }
}
