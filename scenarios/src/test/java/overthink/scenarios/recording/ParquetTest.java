package overthink.scenarios.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import overthink.core.world.Recording;

/** Parquet, and what Zstandard packed: where the jar of DuckDB lies in its cache or {@code OVERTHINK_DUCKDB} names it. */
class ParquetTest {

    @TempDir
    static Path folder;

    private static @Nullable Path jar;

    @BeforeAll
    static void write() {
        jar = Path.of(System.getenv()
                .getOrDefault(
                        "OVERTHINK_DUCKDB",
                        System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache")
                                + "/overthink/duckdb_jdbc-1.5.6.0.jar"));
        assumeTrue(Files.isRegularFile(jar), "no DuckDB here");
        String rows = """
                (SELECT 'p' || (i // 4) AS problem, i % 4 AS sample, i % 3 = 0 AS correct, i / 16.0 AS score,
                  CASE WHEN i = 5 THEN NULL ELSE 'a' || (i % 2) END AS answer, [0.5, i / 16.0] AS step_scores,
                  10 * i AS tokens, i AS "row0", i AS "x""'); DROP TABLE y; --" FROM range(16) t(i))""";
        statement("COPY %s TO '%s/file.parquet' (FORMAT parquet)".formatted(rows, folder));
        statement("COPY %s TO '%s/odd [a-b]*?.parquet' (FORMAT parquet)".formatted(rows, folder));
        for (String format : List.of("csv", "json")) {
            statement(
                    "COPY (SELECT problem, sample, correct, score, answer, tokens FROM %s) TO '%s/file.%s.zst' (FORMAT %s, COMPRESSION zstd)"
                            .formatted(rows, folder, format, format));
        }
    }

    /** Has a statement executed by DuckDB, which writes a file. */
    private static void statement(String text) {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {Objects.requireNonNull(jar).toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Driver driver = (Driver) loader.loadClass("org.duckdb.DuckDBDriver")
                    .getDeclaredConstructor()
                    .newInstance();
            try (Connection connection = driver.connect("jdbc:duckdb:", new Properties());
                    Statement statement = connection.createStatement()) {
                statement.execute(text);
            }
        } catch (IOException | SQLException | ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Reading read(String name) throws IOException {
        return Reading.of(folder.resolve(name));
    }

    @Tag("slow")
    @Test
    void parquet_withHostileNames_isReadAsItStands() throws IOException {
        Reading reading = read("file.parquet");
        Recording recording = reading.recording();
        assertEquals("Parquet", reading.whole().format());
        assertEquals(4, recording.size());
        assertEquals(4, recording.candidates(3));
        assertEquals(2, recording.correct(0), "0 and 3");
        assertEquals(Recording.NO_ANSWER, recording.answer(1, 1));
        assertArrayEquals(new double[] {.5, 15 / 16.0}, recording.stepScores(3, 3));
        assertEquals(150, recording.tokens(3, 3));
        assertEquals(
                List.of("row0", "x\"'); DROP TABLE y; --"),
                reading.whole().columns().unused());
        assertEquals(recording, read("odd [a-b]*?.parquet").recording(), "letters that are patterns elsewhere");
    }

    @Test
    void zstandard_ofTexts_isUnpacked() throws IOException {
        Recording csv = read("file.csv.zst").recording();
        assertEquals(4, csv.size());
        assertEquals(150, csv.tokens(3, 3));
        assertEquals(csv, read("file.json.zst").recording());
    }

    @Tag("slow")
    @Test
    void zstandard_inSeveralFrames_isReadWhole() throws IOException {
        byte[] first = Files.readAllBytes(folder.resolve("file.csv.zst"));
        statement("COPY (SELECT 'q' AS a, 0 AS b, true AS c, 1.0 AS d, 'x' AS e, 7 AS f) TO '%s/more.csv.zst'"
                        .formatted(folder)
                + " (FORMAT csv, COMPRESSION zstd, HEADER false)");
        byte[] second = Files.readAllBytes(folder.resolve("more.csv.zst"));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        Files.write(folder.resolve("both.csv.zst"), both);
        assertEquals(5, read("both.csv.zst").recording().size());
    }

    @Tag("slow")
    @Test
    void files_cut_areRefusedInPlainWords() throws IOException {
        for (String name : List.of("file.parquet", "file.csv.zst")) {
            byte[] whole = Files.readAllBytes(folder.resolve(name));
            for (int length : new int[] {20, whole.length / 2, whole.length - 1}) {
                Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
                String mistake = read("cut").mistake();
                assertTrue(mistake.contains("cut short or damaged"), mistake);
            }
        }
    }
}
