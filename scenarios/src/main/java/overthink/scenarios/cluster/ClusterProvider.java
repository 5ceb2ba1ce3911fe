package overthink.scenarios.cluster;

/**
 * A kind of cluster, found with {@link java.util.ServiceLoader}: a module that knows one names its provider in
 * {@code META-INF/services/overthink.scenarios.cluster.ClusterProvider}. It has a public constructor without parameters.
 */
public interface ClusterProvider {

    /**
     * Whether a master is of this kind, by the form of its name alone: nothing is connected to.
     *
     * @param master as given to {@code --cluster}, such as {@code spark://HOST:PORT}
     */
    boolean serves(String master);

    /** The forms of masters that it serves, as messages list them, such as "spark://HOST:PORT, local[N]". */
    String masters();

    /**
     * Connects to a cluster.
     *
     * @param master one that it {@linkplain #serves serves}
     * @throws ClusterException when there is none, or it refuses, with what to do about it
     */
    Cluster connect(String master);
}
