package overthink.scenarios.analysis.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.experiment.ShardHost;
import overthink.scenarios.document.ScenarioReader;
import overthink.scenarios.plugins.StrategyCatalog;

/** Units that others solve: several in an order, each given to whom it was asked for. */
class SolvedAheadTest {

    private static final int UNITS = 120;
    private static final int PLACES = 2;

    @TempDir
    private Path temp;

    private List<Unit> units() throws IOException {
        Path file = Files.writeString(temp.resolve("s.yaml"), """
                seed: 3
                world:
                  problems: {accuracy: {empirical: [0.2, 0.9]}}
                  verifier: {outcome: {tpr: 1, fpr: 0}}
                budgets: {values: [1, 8]}
                method: exact
                strategies: [first-accepted]
                sweep: {world.verifier.outcome.fpr: [%s]}
                """.formatted(String.join(
                ", ",
                IntStream.range(0, UNITS)
                        .mapToObj(i -> Double.toString(i / 128.0))
                        .toList())));
        return Unit.plan(new ScenarioReader(StrategyCatalog.load(List.of()))
                        .read(file, List.of())
                        .sweep()
                        .orElseThrow()
                        .points())
                .all();
    }

    /** Says the number of each unit. */
    private static class Numbers implements SweepRun.Hosts {

        final List<List<Integer>> orders = new CopyOnWriteArrayList<>();

        @Override
        public List<long[]> solve(List<Integer> units, boolean search) {
            orders.add(units);
            return units.stream().map(unit -> new long[] {unit}).toList();
        }

        @Override
        public ShardHost host(int unit) {
            throw new AssertionError("nothing is played");
        }

        @Override
        public int places() {
            return PLACES;
        }
    }

    @Tag("slow")
    @Test
    void numbers_ofManyUnits_comeSeveralAtATimeAndNoMoreThanThereIsRoomFor() throws IOException {
        List<Unit> units = units();
        assertEquals(UNITS, units.size());
        Numbers hosts = new Numbers();
        try (SolvedAhead solved = new SolvedAhead(units, hosts, false, () -> false)) {
            for (Unit unit : units) {
                assertArrayEquals(
                        new long[] {unit.number()}, solved.numbers(unit).orElseThrow());
                int ahead = hosts.orders.stream().mapToInt(List::size).sum() - unit.number();
                int largest = hosts.orders.stream().mapToInt(List::size).max().orElseThrow();
                assertTrue(ahead <= (2 * PLACES + 1) * largest, () -> "%d ahead".formatted(ahead));
            }
        }
        assertEquals(
                IntStream.range(0, UNITS).boxed().toList(),
                hosts.orders.stream().flatMap(List::stream).sorted().toList());
        assertTrue(hosts.orders.size() < UNITS / 2, () -> hosts.orders.toString()); // an order takes no time
    }

    @Test
    void numbers_whoseHostGivesUp_sayWhy() throws IOException {
        List<Unit> units = units();
        RuntimeException reason = new RuntimeException("all machines are gone");
        SweepRun.Hosts gone = new Numbers() {
            @Override
            public List<long[]> solve(List<Integer> units, boolean search) {
                throw reason;
            }
        };
        try (SolvedAhead solved = new SolvedAhead(units, gone, false, () -> false)) {
            assertSame(reason, assertThrows(RuntimeException.class, () -> solved.numbers(units.get(0))));
        }
    }

    @Test
    void numbers_ofARunThatIsStopped_areNotWaitedFor() throws IOException {
        List<Unit> units = units();
        CountDownLatch asked = new CountDownLatch(1);
        SweepRun.Hosts silent = new Numbers() {
            @Override
            public List<long[]> solve(List<Integer> units, boolean search) {
                asked.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt(); // which close does
                }
                throw new IllegalStateException("nobody asks any more");
            }
        };
        try (SolvedAhead solved = new SolvedAhead(units, silent, false, () -> asked.getCount() == 0)) {
            assertEquals(Optional.empty(), solved.numbers(units.get(0)));
        }
    }
}
