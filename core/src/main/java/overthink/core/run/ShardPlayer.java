package overthink.core.run;

import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.Execution;
import overthink.core.experiment.Experiment;
import overthink.core.experiment.ShardHost;
import overthink.core.model.DrawnWorld;
import overthink.core.route.RoutePlan;

/**
 * Plays shards of an experiment for a run that is elsewhere: the other end of a {@link ShardHost}. It knows the experiment, and
 * comes to the same sums and faults as the run itself would. Several threads may play at once.
 */
public final class ShardPlayer {

    private final Experiment experiment;
    private final Execution execution;
    private final DrawnWorld drawn;
    private final List<RoutePlan> plans;
    private final Deque<PlayerSeat> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /**
     * A player.
     *
     * @param execution how long strategies are waited for, and how closely they are looked at
     * @param plans one for each strategy, in order
     */
    ShardPlayer(Experiment experiment, Execution execution, List<RoutePlan> plans) {
        this.experiment = experiment;
        this.execution = execution;
        this.plans = List.copyOf(plans);
        drawn = experiment.world().draw(experiment.seed());
    }

    /**
     * Plays shards, and waits for that.
     *
     * @return what became of each, in their order
     * @throws InterruptedException when the calling thread was interrupted; what is in hand is left behind
     * @throws IllegalStateException when they cannot be played by a mistake of ours
     * @throws OutOfMemoryError when there is not enough memory
     */
    public List<ShardHost.Outcome> play(ShardHost.Order order) throws InterruptedException {
        @Nullable PlayerSeat free = idle.poll();
        PlayerSeat seat = free == null ? new PlayerSeat(experiment, drawn, plans, execution) : free;
        boolean whole = false;
        try {
            List<ShardHost.Outcome> outcomes = seat.play(order);
            whole = true;
            idle.push(seat);
            return outcomes;
        } finally {
            if (!whole) {
                seat.close();
            } else if (closed) { // since it had nobody to end it
                endIdle();
            }
        }
    }

    /** Ends its threads once they have nothing in hand; an order that still comes is played by one that ends with it. */
    public void close() {
        closed = true;
        endIdle();
    }

    private void endIdle() {
        for (PlayerSeat seat = idle.poll(); seat != null; seat = idle.poll()) {
            seat.close();
        }
    }
}
