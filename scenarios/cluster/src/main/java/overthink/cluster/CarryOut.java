package overthink.cluster;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;
import overthink.scenarios.cluster.ClusterExecutor;
import overthink.scenarios.cluster.ClusterJob;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** What a task does with its order, on the machine that has it. */
final class CarryOut extends AbstractFunction1<Iterator<byte[]>, byte[]> implements Serializable {

    private static final long serialVersionUID = 1;

    /** Sent to every machine once, which keeps it. */
    private final Broadcast<ClusterJob> job;

    CarryOut(Broadcast<ClusterJob> job) {
        this.job = job;
    }

    @Override
    public byte[] apply(Iterator<byte[]> orders) {
        return ClusterExecutor.carryOut(job.value(), orders.next());
    }
}
