package overthink.scenarios.spool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.api.Resource;

/** What is kept is read again as it was. */
class SpoolTest {

    @TempDir
    private Path temp;

    record Inner(double value, @Nullable String maybe, Resource resource) {}

    @SuppressWarnings("ArrayRecordComponent")
    record Item(
            int number,
            long count,
            boolean truth,
            List<Inner> inner,
            Map<String, Object> values,
            Optional<Inner> one,
            double[] reals) {}

    private static Item item(int number, double[] reals) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("z", new BigDecimal("0.30"));
        values.put("a", 3);
        values.put("größe", "viel");
        return new Item(
                number,
                Long.MIN_VALUE + number,
                number % 2 == 0,
                List.of(new Inner(-0.0, null, Resource.TOKENS), new Inner(Double.NaN, "x" + number, Resource.USD)),
                values,
                number % 3 == 0 ? Optional.empty() : Optional.of(new Inner(1e-300, "", Resource.STEPS)),
                reals);
    }

    /** 1,200 items of 8 KB are 10 MB: two batches in the file, one in memory. They are as they were, read in whatever order. */
    @Tag("slow")
    @Test
    void items_moreThanFindRoom_areReadAsTheyWere() throws IOException {
        Path file = temp.resolve("points");
        double[] reals = new double[1_000];
        reals[7] = Double.longBitsToDouble(0x7ff8000000000123L); // not any NaN, but this one
        try (Spool<Item> spool = new Spool<>(file)) {
            for (int i = 0; i < 1_200; i++) {
                spool.add(item(i, reals));
            }
            assertTrue(spool.written() >= 2L * Spool.MEMORY, "some of it is in the file");
            List<Item> items = spool.items(Function.identity());
            assertEquals(1_200, items.size());
            for (int i : new int[] {1_199, 0, 600, 601, 1, 1_198}) {
                Item read = items.get(i);
                assertArrayEquals(reals, read.reals());
                assertEquals(0x7ff8000000000123L, Double.doubleToRawLongBits(read.reals()[7]));
                assertEquals(item(i, read.reals()), read);
                assertEquals(
                        List.of("z", "a", "größe"),
                        new ArrayList<>(read.values().keySet()),
                        "in order");
            }
            int number = 0;
            for (Item read : items) {
                assertEquals(number++, read.number());
            }
            assertEquals(3, spool.held(), "the resources, each once");
            assertThrows(IndexOutOfBoundsException.class, () -> items.get(1_200));
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void items_fewEnough_needNoFile() throws IOException {
        try (Spool<Item> spool = new Spool<>(temp.resolve("absent/points"))) {
            spool.add(item(1, new double[0]));
            assertEquals(1, spool.items(Item::number).get(0));
            assertEquals(0, spool.written());
        }
    }

    @Test
    void add_noPlaceForTheFile_saysSo() throws IOException {
        try (Spool<Item> spool = new Spool<>(temp.resolve("absent/points"))) {
            assertThrows(IOException.class, () -> {
                for (int i = 0; i < 20; i++) {
                    spool.add(item(i, new double[50_000]));
                }
            });
        }
    }

    @Test
    void items_afterTheEnd_areGone() throws IOException {
        Spool<Item> spool = new Spool<>(null);
        for (int i = 0; i < 12; i++) {
            spool.add(item(i, new double[50_000]));
        }
        List<Item> items = spool.items(Function.identity());
        spool.close();
        UncheckedIOException gone = assertThrows(UncheckedIOException.class, () -> items.get(0));
        assertSame(ClosedChannelException.class, gone.getCause().getClass());
    }
}
