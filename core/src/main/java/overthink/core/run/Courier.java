package overthink.core.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.ConfiguredStrategy;
import overthink.core.experiment.ShardHost;
import overthink.core.fault.Fault;
import overthink.core.trial.Tally;

/**
 * One thread's share of a run whose shards a host plays: it takes several at a time, so many that an order takes about half a
 * second, or longer where there are many places, and delivers what became of each as a {@link Worker} does.
 */
final class Courier implements Runnable {

    private static final int FEWEST = 2;

    /** More shards at a time are not worth what is lost with them. */
    private static final int MOST = 1 << 14;

    private static final double SHORT_SECONDS = 0.3;

    /** For each place: a host that has to answer to many hands out a few hundred orders a second. */
    private static final double SHORT_SECONDS_OF_PLACE = 0.003;

    private static final double LONG_OF_SHORT = 3;

    /** More bytes of sums at a time take as long to send as to make. */
    private static final long MANY_BYTES = 1 << 20;

    private final WorkerPool pool;
    private final ShardHost host;
    private final Tally tally;
    private final Map<StrategyRun, Integer> sizes = new HashMap<>();
    private final Thread thread;

    Courier(WorkerPool pool, ShardHost host, Tally tally) {
        this.pool = pool;
        this.host = host;
        this.tally = tally;
        thread = new Thread(this, "overthink-courier");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public void run() {
        try {
            for (List<Shard> hand = take(); hand != null; hand = take()) {
                if (!deliver(hand)) {
                    return;
                }
            }
        } catch (RuntimeException | Error thrown) {
            pool.hostBroke(thrown);
        }
    }

    private @Nullable List<Shard> take() {
        return pool.takeHand(run -> sizes.getOrDefault(run, FEWEST));
    }

    /** Has what was not kept played; false when the run is over. */
    private boolean deliver(List<Shard> hand) {
        List<Shard> toPlay = new ArrayList<>();
        for (Shard shard : hand) {
            byte[] sums = pool.recall(shard);
            if (sums != null) {
                tally.restore(sums);
                pool.spend(shard, tally);
                pool.finished(shard, tally, 0);
            } else if (shard.run().pointless(shard.number())) {
                pool.finished(shard, null, 0);
            } else {
                toPlay.add(shard);
            }
        }
        if (toPlay.isEmpty()) {
            return true;
        }
        StrategyRun run = toPlay.get(0).run();
        long start = System.nanoTime();
        List<ShardHost.Outcome> outcomes =
                host.play(pool.order(run, toPlay.stream().map(Shard::number).toList()));
        if (outcomes == null) {
            return false;
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        long bytes = 0;
        for (int i = 0; i < toPlay.size(); i++) {
            bytes += deliver(toPlay.get(i), outcomes.get(i));
        }
        double brief = Math.max(SHORT_SECONDS, SHORT_SECONDS_OF_PLACE * host.places());
        if (seconds > LONG_OF_SHORT * brief || bytes > MANY_BYTES) {
            sizes.put(run, Math.max(1, toPlay.size() / 2));
        } else if (seconds < brief && toPlay.size() >= sizes.getOrDefault(run, FEWEST)) {
            sizes.put(run, Math.min(MOST, toPlay.size() * 2));
        }
        return true;
    }

    /** Delivers what became of a shard; says how many bytes its sums have. */
    private int deliver(Shard shard, ShardHost.Outcome outcome) {
        if (outcome instanceof ShardHost.Played played) {
            tally.restore(played.sums());
            pool.keep(shard, tally);
            pool.spend(shard, tally);
            pool.finished(shard, tally, played.seconds());
            return played.sums().length;
        }
        if (outcome instanceof ShardHost.Failed failed) {
            ConfiguredStrategy strategy = shard.run().strategy();
            Fault fault = new Fault(strategy.name(), strategy.given(), failed.kind(), failed.message());
            if (failed.outside()) {
                shard.run().disqualify(fault);
            } else {
                shard.run().fail(shard.number(), fault);
            }
        }
        pool.finished(shard, null, 0);
        return 0;
    }
}
