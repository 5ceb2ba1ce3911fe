package overthink.scenarios.cluster;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Carries out orders on a machine of a cluster. The last jobs that it met are kept ready. */
public final class ClusterExecutor {

    private static final int KEPT = 2;

    /** The newest first; guarded by itself. */
    private static final Deque<ReadyJob> READY = new ArrayDeque<>();

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
        Locale.setDefault(Locale.ROOT); // a plugin may have set another, and numbers look the same everywhere
        return ready(job).carryOut(ClusterOrder.of(order)).bytes();
    }

    private static ReadyJob ready(ClusterJob job) {
        synchronized (READY) {
            for (ReadyJob ready : READY) {
                if (ready.digest().equals(job.digest())) {
                    return ready;
                }
            }
            ReadyJob ready = ReadyJob.of(job);
            READY.addFirst(ready);
            while (READY.size() > KEPT) {
                READY.removeLast().close();
            }
            return ready;
        }
    }
}
