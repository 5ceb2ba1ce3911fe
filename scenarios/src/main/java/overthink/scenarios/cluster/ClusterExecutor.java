package overthink.scenarios.cluster;

/** Carries out orders on a machine of a cluster. The last jobs that it met are kept ready. */
public final class ClusterExecutor {

    private ClusterExecutor() {}

    /**
     * Carries out an order, on the calling thread and those that it starts for strategies; several threads may call at once.
     * What a strategy does wrong, and why this machine cannot carry it out (another version, another Java, a file that is
     * damaged), is part of the answer. Interrupting the calling thread makes it come back soon, with an exception.
     *
     * @param job as it was sent
     * @param order as it was submitted
     * @return the answer, opaque
     * @throws Error when Java runs out of memory, say: the order is lost then
     */
    public static byte[] carryOut(ClusterJob job, byte[] order) {
        throw new UnsupportedOperationException();
    }
}
