package overthink.scenarios.cluster;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.ShardHost;
import overthink.scenarios.analysis.sweep.SweepRun;

/** A scenario whose shards a cluster plays: this end of {@link ClusterExecutor}. */
@SuppressWarnings("exports") // for the application alone
public final class ClusterRun implements SweepRun.Hosts, AutoCloseable {

    /** An order that was lost so often takes down whoever carries it out. */
    private static final int MOST_LOST = 5;

    private final Cluster cluster;
    private final ClusterSite site;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Makes a scenario known to a cluster.
     *
     * @throws ClusterException when that cannot be done
     */
    ClusterRun(Cluster cluster, ClusterJob job) {
        this.cluster = cluster;
        site = cluster.open(job);
    }

    /** Who plays the shards of the scenario, which is run as it is. */
    public ShardHost host() {
        return host(ClusterOrder.WHOLE);
    }

    @Override
    public ShardHost host(int unit) {
        return new ShardHost() {
            @Override
            public int places() {
                return cluster.places();
            }

            @Override
            public @Nullable List<Outcome> play(Order shards) {
                OrderAnswer answer = ClusterRun.this.answer(
                        new ClusterOrder.Play(unit, shards),
                        "%d shards".formatted(shards.shards().size()));
                return answer == null ? null : ((OrderAnswer.Done) answer).outcomes();
            }
        };
    }

    @Override
    public int places() {
        return cluster.places();
    }

    @Override
    public @Nullable List<long[]> solve(List<Integer> units, boolean search) {
        OrderAnswer answer = answer(new ClusterOrder.Solve(units, search), "%d exact points".formatted(units.size()));
        return answer == null ? null : ((OrderAnswer.Solved) answer).numbers();
    }

    /** The answer to an order, of what is named; null when this run is over. */
    private @Nullable OrderAnswer answer(ClusterOrder order, String what) {
        byte[] bytes = order.bytes();
        String reason = "";
        for (int lost = 0; lost < MOST_LOST; lost++) {
            Optional<OrderAnswer> answer;
            try {
                answer = carriedOut(bytes);
            } catch (LostException gone) {
                reason = gone.getMessage();
                continue;
            }
            if (answer.isPresent() && answer.get() instanceof OrderAnswer.Refused refused) {
                throw new ClusterException("a worker refuses: %s".formatted(refused.reason()));
            }
            return answer.orElse(null);
        }
        throw new ClusterException(
                "the same %s were lost %d times, lastly as %s. A strategy may end its process, or need more memory than a"
                                .formatted(what, MOST_LOST, reason)
                        + " worker has; with --isolate such a plugin is named");
    }

    /** The answer to an order; empty when this run is over. */
    private Optional<OrderAnswer> carriedOut(byte[] order) throws LostException {
        Waiting answer = new Waiting();
        waiting.add(answer);
        try {
            if (closed) {
                return Optional.empty();
            }
            site.submit(order, answer);
            return Optional.of(OrderAnswer.of(answer.future.get()));
        } catch (CancellationException over) {
            return Optional.empty();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof LostException lost) {
                throw lost;
            }
            if (failure.getCause() instanceof ClusterException broken) {
                throw new ClusterException(String.valueOf(broken.getMessage()), broken);
            }
            throw new IllegalStateException(failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            waiting.remove(answer);
        }
    }

    /** The machine that had an order is gone. */
    private static final class LostException extends Exception {

        private static final long serialVersionUID = 1;

        LostException(String reason) {
            super(reason);
        }
    }

    /** Somebody who waits for an answer. */
    private static final class Waiting implements ClusterReply {

        private final CompletableFuture<byte[]> future = new CompletableFuture<>();

        @Override
        public void answered(byte[] answer) {
            future.complete(answer);
        }

        @Override
        public void lost(String reason) {
            future.completeExceptionally(new LostException(reason));
        }

        @Override
        public void broken(String reason) {
            future.completeExceptionally(new ClusterException(reason));
        }
    }

    /** Gives up what is in hand. */
    @Override
    public void close() {
        closed = true;
        site.close();
        waiting.forEach(one -> one.future.cancel(false));
    }
}
