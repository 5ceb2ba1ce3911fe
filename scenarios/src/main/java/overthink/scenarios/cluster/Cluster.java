package overthink.scenarios.cluster;

/** Machines that were connected to. Its methods are called on several threads at once. */
public interface Cluster extends AutoCloseable {

    /**
     * How many orders are carried out at once, at least 1: threads of all machines together. Asked again and again, since
     * machines come and go.
     */
    int places();

    /**
     * Makes a job known to every machine, each of which gets it once, however many orders it carries out. Several jobs may be
     * open at a time.
     *
     * @throws ClusterException when that cannot be done
     */
    ClusterSite open(ClusterJob job);

    /** Leaves the cluster; orders in hand are given up. Does not throw. */
    @Override
    void close();
}
