package overthink.cluster;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.status.api.v1.ExecutorSummary;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.cluster.Cluster;
import overthink.scenarios.cluster.ClusterException;
import overthink.scenarios.cluster.ClusterJob;
import overthink.scenarios.cluster.ClusterSite;
import scala.jdk.javaapi.CollectionConverters;

/** A Spark context: its executors come and go, and each order is a job of one task. */
final class SparkCluster extends SparkListener implements Cluster {

    /** How long there may be no executor at all. */
    private static final long PATIENCE_SECONDS = Integer.getInteger("overthink.cluster.patience", 120);

    /** What Spark calls the executor that is this process. */
    private static final String DRIVER = "driver";

    private static final int REPLYING = 2;

    private final String name;
    private final JavaSparkContext spark;
    /** Threads of this process instead of executors; 0 when there are executors. */
    private final int threads;

    private final Map<String, Integer> cores = new ConcurrentHashMap<>();
    private final Set<SparkSite> sites = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();
    private final ExecutorService replies = Executors.newFixedThreadPool(REPLYING, task -> daemon(task, "replies"));
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "watch"));
    private volatile long aloneSince = System.nanoTime();
    private volatile boolean closing;
    private volatile @Nullable String end;

    private SparkCluster(String name, SparkConf conf, Master master) {
        this.name = name;
        spark = new JavaSparkContext(conf);
        threads = master instanceof Master.Local ? spark.defaultParallelism() : 0;
        spark.sc().addSparkListener(this);
    }

    private static Thread daemon(Runnable task, String what) {
        Thread thread = new Thread(task, "overthink-cluster-" + what);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Connects, and waits for the first executor.
     *
     * @throws ClusterException when none comes
     */
    static SparkCluster start(String name, SparkConf conf, Master master) {
        SparkCluster cluster = new SparkCluster(name, conf, master);
        try {
            cluster.awaitExecutor();
            ScheduledFuture<?> unused = cluster.watch.scheduleAtFixedRate(cluster::look, 1, 1, TimeUnit.SECONDS);
            return cluster;
        } catch (RuntimeException failure) {
            cluster.close();
            throw failure;
        }
    }

    private void awaitExecutor() {
        while (threads == 0 && cores.isEmpty()) {
            meetEarlyExecutors();
            String over = end;
            if (over != null) {
                throw new ClusterException(over);
            }
            if (alone() > PATIENCE_SECONDS) {
                throw new ClusterException(noWorker());
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ClusterException("%s: interrupted".formatted(name), e);
            }
        }
    }

    /** One may have come before the listener was there. */
    private void meetEarlyExecutors() {
        for (ExecutorSummary executor :
                CollectionConverters.asJava(spark.sc().statusStore().executorList(true))) {
            if (!executor.id().equals(DRIVER)) {
                cores.putIfAbsent(executor.id(), executor.totalCores());
            }
        }
    }

    private long alone() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - aloneSince);
    }

    private String noWorker() {
        return "%s: no worker has taken part for %d s. Is one started, is it free, and has it %s of memory for this run?"
                .formatted(name, PATIENCE_SECONDS, spark.getConf().get("spark.executor.memory", "1g"));
    }

    /** Ends what waits for workers that do not come. */
    private void look() {
        if (threads == 0 && cores.isEmpty() && alone() > PATIENCE_SECONDS) {
            over(noWorker());
        }
    }

    private void over(String reason) {
        if (!closing) {
            end = reason;
            sites.forEach(site -> site.broken(reason));
        }
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded added) {
        cores.put(added.executorId(), added.executorInfo().totalCores());
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        cores.remove(removed.executorId());
        aloneSince = System.nanoTime();
    }

    @Override
    public void onApplicationEnd(SparkListenerApplicationEnd ended) {
        over("%s: the cluster ended this run: its master is gone, or its workers' processes ended again and again"
                .formatted(name));
    }

    /** Why there is no cluster any more; null while there is one. */
    @Nullable
    String end() {
        return end;
    }

    /** The context. */
    JavaSparkContext spark() {
        return spark;
    }

    /** Runs what somebody is told. */
    ExecutorService replies() {
        return replies;
    }

    /** A site was closed. */
    void forget(SparkSite site) {
        sites.remove(site);
    }

    @Override
    public int places() {
        return Math.max(
                1, threads + cores.values().stream().mapToInt(Integer::intValue).sum());
    }

    @Override
    public ClusterSite open(ClusterJob job) {
        String over = end;
        if (over != null) {
            throw new ClusterException(over);
        }
        try {
            SparkSite site = new SparkSite(this, "overthink-" + opened.incrementAndGet(), spark.broadcast(job));
            sites.add(site);
            return site;
        } catch (RuntimeException failure) {
            throw new ClusterException(
                    "%s: a job of %,d bytes cannot be made known (%s)"
                            .formatted(name, job.size(), failure.getMessage()),
                    failure);
        }
    }

    @Override
    public void close() {
        closing = true;
        watch.shutdownNow();
        replies.shutdownNow();
        try {
            spark.close();
        } catch (RuntimeException ignored) {
            // what was left of it is gone with this process
        }
    }
}
