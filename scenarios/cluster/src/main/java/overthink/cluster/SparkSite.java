package overthink.cluster;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import overthink.scenarios.cluster.ClusterJob;
import overthink.scenarios.cluster.ClusterReply;
import overthink.scenarios.cluster.ClusterSite;
import scala.Function1;
import scala.concurrent.ExecutionContext;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Try;

/** The orders of one job: each is a Spark job of one task, so that one that fails takes no other along. */
final class SparkSite implements ClusterSite {

    private static final int LONGEST_REASON = 300;

    private final SparkCluster cluster;
    private final String group;
    private final Broadcast<ClusterJob> job;
    private final Function1<scala.collection.Iterator<byte[]>, byte[]> task;
    private final Set<ClusterReply> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * A site.
     *
     * @param group a name that its Spark jobs have in common
     */
    SparkSite(SparkCluster cluster, String group, Broadcast<ClusterJob> job) {
        this.cluster = cluster;
        this.group = group;
        this.job = job;
        task = new CarryOut(job);
    }

    @Override
    public void submit(byte[] order, ClusterReply reply) {
        inHand.add(reply);
        String over = cluster.end();
        if (over != null) {
            finish(reply, () -> reply.broken(over));
            return;
        }
        try {
            JavaSparkContext spark = cluster.spark();
            spark.setJobGroup(group, group, true); // of this thread; being stopped interrupts a task
            AtomicReference<byte @Nullable []> answer = new AtomicReference<>();
            SimpleFutureAction<byte[]> action = spark.sc()
                    .submitJob(
                            spark.parallelize(List.of(order), 1).rdd(),
                            task,
                            CollectionConverters.asScala(List.<Object>of(0)).toSeq(),
                            (partition, answered) -> {
                                answer.set(answered);
                                return scala.runtime.BoxedUnit.UNIT;
                            },
                            answer::get);
            action.onComplete(
                    outcome -> {
                        finished(reply, outcome);
                        return null;
                    },
                    ExecutionContext.fromExecutor(this::tell));
        } catch (RuntimeException failure) { // the context was stopped between the two
            finish(reply, () -> reply.lost(reason(failure)));
        }
    }

    private void tell(Runnable what) {
        try {
            cluster.replies().execute(what);
        } catch (RejectedExecutionException over) {
            // the cluster was left: nobody listens
        }
    }

    private void finished(ClusterReply reply, Try<byte[]> outcome) {
        finish(reply, () -> {
            String over = cluster.end();
            if (outcome.isSuccess()) {
                reply.answered(outcome.get());
            } else if (over != null) {
                reply.broken(over);
            } else {
                reply.lost(reason(outcome.failed().get()));
            }
        });
    }

    private void finish(ClusterReply reply, Runnable saying) {
        if (inHand.remove(reply) && !closed) {
            saying.run();
        }
    }

    /** The first line of what Spark says, which goes on with a trace. */
    private static String reason(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        String line = message.lines().findFirst().orElse(message);
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
    }

    /** Tells all who wait that there is no cluster any more. */
    void broken(String reason) {
        inHand.forEach(reply -> finish(reply, () -> reply.broken(reason)));
    }

    @Override
    public void close() {
        closed = true;
        cluster.forget(this);
        try {
            cluster.spark().sc().cancelJobGroup(group);
            job.destroy();
        } catch (RuntimeException over) {
            // it was stopped, and has forgotten all
        }
    }
}
