package overthink.scenarios.recording.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.scenarios.files.BrokenFileException;

/** Where DuckDB's jar is looked for, and what is said where it is not. */
class DuckDbTest {

    @TempDir
    Path folder;

    @Test
    void jar_named_isTakenOrMissed() throws IOException {
        Path jar = Files.writeString(folder.resolve("duck.jar"), "");
        assertEquals(jar, DuckDb.jar(Map.of(DuckDb.VARIABLE, jar.toString()), null));
        BrokenFileException missed = assertThrows(
                BrokenFileException.class,
                () -> DuckDb.jar(Map.of(DuckDb.VARIABLE, folder.resolve("none").toString()), null));
        assertTrue(
                String.valueOf(missed.getMessage()).contains("where there is no jar of DuckDB"), missed.getMessage());
    }

    @Test
    void jar_inTheCache_isFoundAndNothingIsFetched() throws IOException {
        Path cache = Files.createDirectories(folder.resolve("overthink"));
        Path jar = Files.writeString(cache.resolve("duckdb_jdbc-1.5.6.0.jar"), "");
        List<String> news = new ArrayList<>();
        assertEquals(jar, DuckDb.jar(Map.of("XDG_CACHE_HOME", folder.toString()), news::add));
        assertEquals(List.of(), news);
    }

    @Test
    void jar_nowhere_isNotFetchedUnasked() {
        BrokenFileException missed = assertThrows(
                BrokenFileException.class, () -> DuckDb.jar(Map.of("XDG_CACHE_HOME", folder.toString()), null));
        assertEquals("./overthink inspect FILE, which fetches it once", missed.hint());
        assertTrue(Files.notExists(folder.resolve("overthink")), "nothing is written");
    }

    @Test
    void jar_thatIsNone_isSaidToBeOne() throws IOException {
        Path jar = Files.writeString(folder.resolve("duckdb.jar"), "no jar");
        Path cache = Files.createDirectories(folder.resolve("overthink"));
        Files.move(jar, cache.resolve("duckdb_jdbc-1.5.6.0.jar"));
        BrokenFileException broken = assertThrows(
                BrokenFileException.class, () -> DuckDb.connect(Map.of("XDG_CACHE_HOME", folder.toString()), null));
        assertTrue(String.valueOf(broken.getMessage()).contains("does not start from"), broken.getMessage());
    }
}
