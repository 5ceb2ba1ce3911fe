package overthink.scenarios.analysis.sweep;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import overthink.core.run.Simulator;

/**
 * Has the mathematics of units done by other machines before it is asked for: so many units at a time that an order takes about
 * half a second, and two orders for each place.
 */
final class SolvedAhead implements AutoCloseable {

    /** Orders whose answers are not all asked for yet: more would have to be kept. */
    private static final int MOST_ORDERS = 256;

    private static final double SHORT_SECONDS = 0.3;
    private static final double LONG_SECONDS = 0.9;

    /** More bytes at a time take as long to send as to make. */
    private static final long MANY_BYTES = 1 << 20;

    private static final long GLANCE_MILLIS = 50;

    private final SweepRun.Hosts hosts;
    private final boolean search;
    private final BooleanSupplier stop;
    private final ExecutorService threads;

    // guarded by this
    private final Map<Integer, Part> parts = new HashMap<>();
    private final Iterator<Unit> units;
    private int unordered;
    private int orders;
    private int size = 1;

    /** What comes of a unit, and how many units of its order are not asked for yet. */
    private record Part(CompletableFuture<Optional<long[]>> numbers, AtomicInteger left) {}

    /**
     * Solved units to be.
     *
     * @param units in the order in which they are asked for
     * @param search whether it is searched where accuracies turn
     * @param stop whether nobody needs them any more
     */
    SolvedAhead(List<Unit> units, SweepRun.Hosts hosts, boolean search, BooleanSupplier stop) {
        this.hosts = hosts;
        this.search = search;
        this.stop = stop;
        this.units = units.iterator();
        unordered = units.size();
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "overthink-solved");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What mathematics says of a unit of which it says anything, and which is asked for once; empty when the run was stopped. */
    Optional<long[]> numbers(Unit unit) {
        try {
            Optional<Part> part = part(unit.number());
            while (part.isPresent() && !stop.getAsBoolean()) {
                try {
                    Optional<long[]> numbers = part.get().numbers().get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
                    used(part.get());
                    return numbers;
                } catch (TimeoutException notYet) {
                    // the run may have been stopped
                }
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    private synchronized Optional<Part> part(int unit) throws InterruptedException {
        order();
        while (!parts.containsKey(unit) && !stop.getAsBoolean()) {
            wait(GLANCE_MILLIS);
        }
        return Optional.ofNullable(parts.remove(unit));
    }

    private synchronized void used(Part part) {
        if (part.left().decrementAndGet() == 0) {
            orders--;
            order();
        }
    }

    /** Sends orders as long as there is room. */
    private synchronized void order() {
        int room = Math.min(MOST_ORDERS, 2 * hosts.places());
        while (orders < room && units.hasNext()) {
            int share = (unordered + room - 1) / room; // so that the last orders end together
            Map<Integer, CompletableFuture<Optional<long[]>>> answers = new LinkedHashMap<>();
            while (units.hasNext() && answers.size() < Math.min(size, share)) {
                Unit unit = units.next();
                unordered--;
                if (Simulator.solves(unit.experiment())) {
                    answers.put(unit.number(), new CompletableFuture<>());
                }
            }
            if (!answers.isEmpty()) {
                AtomicInteger left = new AtomicInteger(answers.size());
                answers.forEach((unit, answer) -> parts.put(unit, new Part(answer, left)));
                orders++;
                threads.execute(() -> solve(answers));
            }
        }
        notifyAll();
    }

    private void solve(Map<Integer, CompletableFuture<Optional<long[]>>> answers) {
        long start = System.nanoTime();
        try {
            List<long[]> numbers = hosts.solve(List.copyOf(answers.keySet()), search);
            if (numbers != null) {
                long bytes = numbers.stream()
                        .mapToLong(one -> (long) one.length * Long.BYTES)
                        .sum();
                resize(answers.size(), (System.nanoTime() - start) * 1e-9, bytes);
            }
            Iterator<long[]> next = numbers == null ? Collections.emptyIterator() : numbers.iterator();
            answers.values()
                    .forEach(answer -> answer.complete(next.hasNext() ? Optional.of(next.next()) : Optional.empty()));
        } catch (RuntimeException | Error failure) {
            answers.values().forEach(answer -> answer.completeExceptionally(failure));
        }
    }

    private synchronized void resize(int units, double seconds, long bytes) {
        if (seconds > LONG_SECONDS || bytes > MANY_BYTES) {
            size = Math.max(1, units / 2);
        } else if (seconds < SHORT_SECONDS && 2 * bytes < MANY_BYTES && units == size) {
            size *= 2;
        }
    }

    /** Gives up what nobody asked for. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
