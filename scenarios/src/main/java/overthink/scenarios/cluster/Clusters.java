package overthink.scenarios.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import overthink.core.experiment.Oversight;
import overthink.scenarios.document.NamedFiles;
import overthink.scenarios.document.Scenario;

/** Connects to clusters, and brings scenarios there. */
@SuppressWarnings("exports") // for the application alone
public final class Clusters {

    /** More bytes than these do not travel: they are held once by every machine. */
    private static final long MOST_BYTES = 1L << 30;

    /** What a file is called on its way, with its number. */
    private static final String SENT = "sent-";

    private Clusters() {}

    /** The number of a file on its way. */
    static int number(String name) {
        return Integer.parseInt(name.substring(SENT.length()));
    }

    /**
     * How strategies are met.
     *
     * @param plugins the jars of each directory of plugins
     * @param isolated how much memory, in megabytes, each plugin's process may use; empty when plugins have no processes of
     *     their own
     * @param patience how long one is waited for
     * @param oversight how closely they are looked at
     */
    public record Strategies(
            List<List<Path>> plugins, Optional<Integer> isolated, Duration patience, Oversight oversight) {

        /** Copies the list. */
        public Strategies {
            plugins = List.copyOf(plugins);
        }
    }

    /**
     * Connects to a cluster.
     *
     * @param master such as {@code spark://HOST:PORT}
     * @throws IllegalArgumentException when nobody knows this kind of cluster
     * @throws ClusterException when it cannot be had
     */
    public static Cluster connect(String master) {
        List<ClusterProvider> providers =
                ServiceLoader.load(ClusterProvider.class, Clusters.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        if (providers.isEmpty()) {
            throw new IllegalArgumentException(
                    "--cluster %s: no cluster can be met, as the module that knows Apache Spark is not here."
                                    .formatted(master)
                            + " In a checkout: mvn -q -Dquick -Pcluster -pl scenarios/cluster -am package");
        }
        return providers.stream()
                .filter(provider -> provider.serves(master))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--cluster must be one of %s, not '%s'"
                        .formatted(
                                providers.stream().map(ClusterProvider::masters).collect(Collectors.joining(", ")),
                                master)))
                .connect(master);
    }

    /**
     * Makes a scenario known to a cluster, with the files that it reads and the plugins.
     *
     * @throws ClusterException when it cannot be done
     */
    public static ClusterRun open(Cluster cluster, Scenario scenario, Strategies strategies) {
        try {
            List<String> names = new ArrayList<>(NamedFiles.of(scenario.text()));
            List<Path> all = names.stream().map(Path::of).collect(Collectors.toCollection(ArrayList::new));
            strategies.plugins().forEach(all::addAll);
            long bytes = 0;
            for (Path file : all) {
                bytes += Files.size(file);
            }
            if (bytes > MOST_BYTES) {
                throw new ClusterException(
                        "%s: its files and plugins have %,d bytes, and at most %,d travel to a cluster"
                                .formatted(scenario.name(), bytes, MOST_BYTES));
            }
            List<List<JobContent.SentFile>> plugins = new ArrayList<>();
            for (List<Path> jars : strategies.plugins()) {
                plugins.add(read(jars));
            }
            JobContent content = new JobContent(
                    Program.ofThis(),
                    NamedFiles.renamed(scenario.text(), name -> SENT + names.indexOf(name)),
                    read(all.subList(0, names.size())),
                    plugins,
                    strategies.isolated(),
                    strategies.patience(),
                    strategies.oversight());
            return new ClusterRun(cluster, content.job());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JobContent.SentFile> read(List<Path> files) throws IOException {
        List<JobContent.SentFile> read = new ArrayList<>();
        for (Path file : files) {
            read.add(JobContent.SentFile.of(String.valueOf(file), Files.readAllBytes(file)));
        }
        return read;
    }
}
