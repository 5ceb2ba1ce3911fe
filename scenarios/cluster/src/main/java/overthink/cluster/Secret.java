package overthink.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import overthink.scenarios.cluster.ClusterException;

/** What a driver, a master and its workers know, and nobody else: who does not know it is refused. */
final class Secret {

    /** The environment's variable that may hold it. */
    static final String VARIABLE = "OVERTHINK_CLUSTER_SECRET";

    private static final int BYTES = 32;

    private Secret() {}

    /** One that nobody else knows, for processes that this one starts. */
    static String fresh() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * The secret of a cluster: the environment's, else that of the file where a cluster that is started here leaves it.
     *
     * @throws ClusterException when there is none, or the file cannot be read
     */
    static String known() {
        String given = System.getenv(VARIABLE);
        if (given != null && !given.isBlank()) {
            return given.strip();
        }
        Optional<Path> file = file();
        if (file.isEmpty() || !Files.exists(file.get())) {
            throw new ClusterException("a cluster is met with its secret, and there is none: set %s%s"
                    .formatted(
                            VARIABLE,
                            file.map(place -> ", or start a cluster here, which leaves it in " + place)
                                    .orElse("")));
        }
        try {
            return Files.readString(file.get()).strip();
        } catch (IOException e) {
            throw new ClusterException("the cluster's secret cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<Path> file() {
        return Optional.ofNullable(System.getenv("SPARK_HOME"))
                .map(home -> Path.of(home).resolveSibling("run").resolve("secret"));
    }
}
