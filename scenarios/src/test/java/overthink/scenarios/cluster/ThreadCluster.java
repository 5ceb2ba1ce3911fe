package overthink.scenarios.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A cluster of threads of this process, to which jobs and orders come as bytes. It loses orders, and answers twice. */
final class ThreadCluster implements Cluster {

    private static final int PLACES = 3;

    private final ExecutorService threads = Executors.newFixedThreadPool(PLACES);
    private final UnaryOperator<byte[]> onItsWay;
    private final int lostOf;
    private final Set<ByteBuffer> once = ConcurrentHashMap.newKeySet();
    final AtomicInteger orders = new AtomicInteger();
    final AtomicInteger lost = new AtomicInteger();

    /**
     * A cluster.
     *
     * @param lostOf one order of so many is lost once it was carried out, but no order twice; all are when it is 1
     * @param onItsWay what becomes of the bytes of a job
     */
    ThreadCluster(int lostOf, UnaryOperator<byte[]> onItsWay) {
        this.lostOf = lostOf;
        this.onItsWay = onItsWay;
    }

    @Override
    public int places() {
        return PLACES;
    }

    @Override
    public ClusterSite open(ClusterJob job) {
        ClusterJob sent = new ClusterJob(onItsWay.apply(arrived(job).bytes()));
        return new ClusterSite() {
            @Override
            public void submit(byte[] order, ClusterReply reply) {
                boolean unlucky = orders.incrementAndGet() % lostOf == 0 && once.add(ByteBuffer.wrap(order));
                threads.execute(() -> {
                    byte[] answer = ClusterExecutor.carryOut(sent, order);
                    if (unlucky || lostOf == 1) {
                        lost.incrementAndGet();
                        reply.lost("its machine burnt down");
                    } else {
                        reply.answered(answer);
                        reply.answered(answer);
                    }
                });
            }

            @Override
            public void close() {}
        };
    }

    private static ClusterJob arrived(ClusterJob job) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(job);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (ClusterJob) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
