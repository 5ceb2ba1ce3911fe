package overthink.scenarios.analysis.sweep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import overthink.core.experiment.Progress;
import overthink.core.results.Results;

/**
 * Runs units before they are asked for, several at a time and no more than so many ahead, in the order in which they are needed.
 * One that has the trials of another waits for that.
 */
final class UnitsAhead implements AutoCloseable {

    private final List<Unit> units;
    private final int ahead;
    private final Progress progress;
    private final Runner runner;
    private final ExecutorService threads;
    private final Map<Integer, Future<Optional<Results>>> begun = new HashMap<>();
    private int next;
    private volatile int awaited = -1;

    /** Runs a unit. */
    @FunctionalInterface
    interface Runner {

        /** The results of a unit; null when it was stopped. */
        @Nullable
        Results run(Unit unit, Progress progress);
    }

    /**
     * Units to be run.
     *
     * @param ahead how many at a time
     * @param progress hears of the unit that is waited for
     */
    UnitsAhead(List<Unit> units, int ahead, Progress progress, Runner runner) {
        this.units = units;
        this.ahead = ahead;
        this.progress = progress;
        this.runner = runner;
        threads = Executors.newFixedThreadPool(ahead, task -> {
            Thread thread = new Thread(task, "overthink-unit");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The results of a unit, which is asked for once; null when it was stopped. Units are asked for in their order. */
    @Nullable
    Results results(Unit unit) {
        awaited = unit.number();
        while (next < units.size() && next < unit.number() + ahead) {
            Unit one = units.get(next++);
            Future<Optional<Results>> twin = one.play() == one.number() ? null : begun.get(one.play());
            begun.put(one.number(), threads.submit(() -> run(one, twin)));
        }
        Future<Optional<Results>> future = begun.get(unit.number());
        if (future == null) {
            throw new IllegalArgumentException("unit %d is asked for twice".formatted(unit.number()));
        }
        try {
            Results results = future.get().orElse(null);
            begun.remove(unit.number());
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException told) {
                throw told;
            }
            if (failure.getCause() instanceof Error told) {
                throw told;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    private Optional<Results> run(Unit unit, @Nullable Future<Optional<Results>> twin) throws InterruptedException {
        if (twin != null) {
            try {
                twin.get();
            } catch (ExecutionException failure) {
                return Optional.empty(); // which ends the run before this unit is asked for
            }
        }
        return Optional.ofNullable(runner.run(unit, new OfAwaited(unit.number())));
    }

    /** Passes on what is said of a unit while that is waited for. */
    private final class OfAwaited implements Progress {

        private final int unit;

        OfAwaited(int unit) {
            this.unit = unit;
        }

        @Override
        public void report(long done, long planned, long steps) {
            if (unit == awaited) {
                progress.report(done, planned, steps);
            }
        }

        @Override
        public void left(double seconds) {
            if (unit == awaited) {
                progress.left(seconds);
            }
        }

        @Override
        public void solved(long done, long planned) {
            if (unit == awaited) {
                progress.solved(done, planned);
            }
        }
    }

    /** Units that nobody asked for end by themselves, soon where the run was stopped. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
