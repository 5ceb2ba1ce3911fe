package overthink.scenarios.cluster;

/** Where the orders of one job are carried out. Its methods are called on several threads at once. */
public interface ClusterSite extends AutoCloseable {

    /**
     * Has an order carried out on some machine by {@link ClusterExecutor#carryOut}, with the job of this site, and the answer
     * delivered. Comes back at once: there are never many more orders in hand than {@linkplain Cluster#places places}.
     *
     * <p>Each order is answered or lost on any thread, in any order. An answer that comes twice, because a machine was thought
     * dead, counts once. A lost order is submitted again by whoever submitted it; one that a cluster carries out again by
     * itself is not lost.
     *
     * @param order opaque
     * @param reply hears of it
     */
    void submit(byte[] order, ClusterReply reply);

    /** Gives up the orders in hand, and lets machines forget the job. Replies that still come are ignored. Does not throw. */
    @Override
    void close();
}
