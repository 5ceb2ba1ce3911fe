package overthink.scenarios.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.results.Manifest;

/** The order of the runs of a store, under a clock that jumps. */
class RunOrderTest {

    private static final Manifest ONE = new Manifest("one", "0123456789abcdef", 42, "1", "17", 1, 0);
    private static final Manifest TWO = new Manifest("two", "fedcba9876543210", 42, "1", "17", 1, 0);
    private static final ShardLog.Origin ORIGIN = new ShardLog.Origin("0123456789abcdef", "1", "");

    @TempDir
    private Path temp;

    private RunFolder begin(Manifest manifest, String time) throws IOException {
        return new RunStore(temp).begin(manifest, "name: one\n", Instant.parse(time), ORIGIN);
    }

    private String last() throws IOException {
        return new RunStore(temp).last(ONE, "name: one\n").orElseThrow().name();
    }

    private List<String> names() throws IOException {
        return new RunStore(temp)
                .runs(broken -> {}).stream().map(RunFolder::name).toList();
    }

    /** Set back by an hour, ahead by a century, back to 1970, and standing still: the last to begin is gone on with. */
    @Test
    void last_clockThatJumps_isTheRunThatBeganLast() throws IOException {
        List<String> begun = new ArrayList<>();
        for (String time : List.of(
                "2026-03-01T12:00:00Z",
                "2026-03-01T11:00:00Z",
                "2126-03-01T11:00:00Z",
                "1970-01-01T00:00:00Z",
                "1970-01-01T00:00:00Z")) {
            begun.add(begin(ONE, time).name());
            assertEquals(begun.get(begun.size() - 1), last());
            begin(TWO, "2200-01-01T00:00:00Z");
        }
        List<String> ofOne =
                names().stream().filter(name -> name.contains("-one-")).toList();
        assertEquals(begun, ofOne);
        List<String> byName = new ArrayList<>(begun);
        Collections.sort(byName);
        assertTrue(!byName.get(byName.size() - 1).equals(last()), "names alone would choose another");
    }

    /** Those of an earlier version have no number: they come first, and by their names. */
    @Test
    void runs_withoutNumber_comeFirst() throws IOException {
        String old = begin(ONE, "2026-03-01T12:00:00Z").name();
        String older = begin(ONE, "2026-03-01T11:00:00Z").name();
        for (String name : List.of(old, older)) {
            Path manifest = temp.resolve(name).resolve(RunFolder.MANIFEST);
            Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"ordinal\": \\d+,\\s*", ""));
        }
        assertEquals(List.of(older, old), names());
        String next = begin(ONE, "2026-03-01T10:00:00Z").name();
        assertEquals(List.of(older, old, next), names());
        assertEquals(next, last());
    }
}
